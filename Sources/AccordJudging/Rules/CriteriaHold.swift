package import AccordModel
import AccordSchema

/// Reports an answer of a workflow's step of which a success criterion does not hold.
package struct CriteriaHold: ExchangeRule {
  package init() {}

  package var id: String { "criteria-hold" }
  package var sentence: String {
    "An answer in a workflow is what the success criteria of its step say."
  }

  package func check(_ observation: Observation) -> Finding {
    guard let workflow = observation.workflow, let step = observation.workflowStep,
      !step.criteria.isEmpty
    else { return .notApplicable }
    let exchange = Exchange(
      request: observation.request,
      outcome: .answered(observation.response)
    )
    var violations: [Violation] = []
    var hindrances: [Hindrance] = []
    for criterion in step.criteria {
      do throws(SchemaError) {
        let miss = try criterion.miss(in: exchange, of: workflow, after: observation.earlier)
        guard let miss else { continue }
        violations.append(
          observation.violation(
            self,
            workflow.clause,
            at: criterion.part.place,
            expected: "\(miss.reason.words), a success criterion",
            actual: miss.found.map { Excerpt.text($0.text()) } ?? "none",
            hint: "The step \(step.id) of the workflow \(workflow.id) succeeds only then."
          )
        )
      } catch {
        hindrances.append(Hindrance(.schema(error), of: "a success criterion of \(step.id)"))
      }
    }
    return .of(violations, but: hindrances)
  }

  package func exercised(in observation: Observation) -> [Promise.ID] {
    // A life cycle is more than the criteria of its steps.
    observation.origin == .lifeCycle ? [] : [observation.workflow?.clause.id].compactMap(\.self)
  }

  package var accepted: [RuleExample] {
    [
      .workflow(
        "a value of the schema",
        .json(#"{"id":7,"title":"Emma"}"#),
        if: .that(.value("/id"), is: .integer(in: 1...))
      ),
      .workflow(
        "the same but for the case of letters",
        .json(#"{"id":7,"title":"EMMA"}"#),
        if: .that(.body("/title"), equals: .value("Emma"), ignoringCase: true)
      ),
      .workflow(
        "nothing where null may be",
        .json(#"{"id":7,"title":"Emma"}"#),
        if: .that(.value("/lent"), equals: .value(.null))
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .workflow(
        "another value",
        .json(#"{"id":7,"title":"Emma"}"#),
        if: .that(.value("/title"), equals: .value("Persuasion")),
        at: "response body /title"
      ),
      .workflow(
        "a text without the pattern",
        .json(#"{"id":7,"title":"Emma"}"#),
        if: .that(.body("/title"), matches: "^P"),
        at: "response body /title"
      ),
      .workflow(
        "a list that lacks something",
        .json(#"{"id":7,"title":"Emma"}"#),
        if: .that(.value("/authors"), is: .array(of: .string, count: 1...)),
        at: "response body /authors"
      ),
    ]
  }
}

extension Workflow.Criterion.Miss.Reason {
  /// What had to be there.
  fileprivate var words: String {
    switch self {
    case .schema(let expected): expected
    case .pattern(let pattern): "a text in which \(pattern) is found"
    case .value(let value): Excerpt.text(value.text())
    }
  }
}
