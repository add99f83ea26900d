package import AccordModel
import AccordSchema

/// Reports a step of a workflow that was repeated, and whose last answer is still not what was waited
/// for.
package struct WaitingEnds: ExchangeRule {
  package init() {}

  package var id: String { "waiting-ends" }
  package var sentence: String {
    "What a step of a workflow waits for comes within its limit."
  }

  package func check(_ observation: Observation) -> Finding {
    guard let workflow = observation.workflow, let until = observation.workflowStep?.until,
      until.statuses != nil || !until.places.isEmpty
    else { return .notApplicable }
    let place: Violation.Place
    let expected: String
    let actual: String
    switch until.miss(in: observation.response) {
    case nil: return .satisfied
    case .status(let statuses):
      (place, expected, actual) = (.status, "\(statuses)", observation.statusInWords)
    case .absent(let missing):
      (place, expected, actual) = (.body(members: missing.pointer), "a value", "none")
    case .value(let missed, let found):
      place = .body(members: missed.pointer)
      let violation = (try? SchemaValidator(missed.schema))?.validate(found).first
      expected = violation?.expected ?? "another value"
      actual = Excerpt.text(found.text())
    }
    let times = until.limit == 1 ? "1 request" : "\(until.limit) requests"
    return .violations([
      observation.violation(
        self,
        workflow.clause,
        at: place,
        expected: "\(expected) within \(times), \(until.interval) apart",
        actual: actual
      )
    ])
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    [observation.workflow?.clause.id].compactMap(\.self)
  }

  package var accepted: [RuleExample] {
    [
      .workflow(
        "done",
        .json(#"{"id":7,"title":"Emma"}"#),
        until: .value(at: "/title", is: .nonEmptyString)
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .workflow(
        "never done",
        .json(#"{"id":7,"title":"Emma"}"#),
        until: .value(at: "/title", is: .constant("Persuasion"), every: .seconds(1), atMost: 3),
        at: "response body /title"
      )
    ]
  }
}
