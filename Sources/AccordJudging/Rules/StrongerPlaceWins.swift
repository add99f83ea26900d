package import AccordModel
import AccordSchema

/// Reports a parameter that is read from a weaker place.
///
/// The first step sends the right value alone; the others send it in the place that wins, with
/// another value in the others.
package struct StrongerPlaceWins: RelationRule {
  package init() {}

  package var id: String { "stronger-place-wins" }
  package var sentence: String {
    "A parameter that is sent in several places is read from the place that wins."
  }
  package var explainsStatuses: Bool { true }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .strongerPlaceWins = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .strongerPlaceWins(let parameter, _) = observation.relation.kind,
      let first = observation.steps.first, let rule = first.promisedResponse
    else { return .notApplicable }
    guard observation.steps.count > 1 else { return checkAlone(observation, first, parameter) }
    guard rule.statuses.contains(first.response.status) else { return .notApplicable }
    let reference = first.answerValue()
    for step in observation.steps.dropFirst() {
      guard rule.statuses.contains(step.response.status) else {
        return observation.disagreement(
          self,
          of: step,
          with: first,
          at: .status,
          expected: "\(first.response.status)",
          because: "the other \(parameter) does not count",
          actual: step.statusInWords,
          hint: step.answerHint
        )
      }
      guard let reference, let answer = step.answerValue() else { continue }
      guard let difference = AnswerComparison.first(reference, answer) else { continue }
      return observation.disagreement(
        self,
        of: step,
        with: first,
        at: .body(difference.path),
        expected: ValueDifference.words(difference.left),
        because: "the other \(parameter) does not count",
        actual: ValueDifference.words(difference.right),
        hint: difference.moreWords
      )
    }
    // An answer that lists nothing is the same whichever value is read.
    if case .whole(let value)? = reference, value.listsNothing {
      return .notChecked("Nothing is listed, so that the answers to both values may be alike.")
    }
    return .satisfied
  }

  /// A case whose request changes something has one step: the refusal of the value that does not
  /// count shows that it was read.
  private func checkAlone(
    _ observation: RelationObservation,
    _ step: Observation,
    _ parameter: String
  ) -> Finding {
    let rule = step.contract.parameters.first { $0.name == parameter }
    let refusals = [rule?.unknown, rule?.invalid].compactMap(\.self)
    if refusals.contains(where: { step.isRefused(as: $0) }) {
      return observation.violation(
        self,
        in: step,
        at: .status,
        expected: "the answer of the \(parameter) in the place that wins",
        actual: "\(step.statusInWords), which is the answer of the other \(parameter)",
        hint: step.answerHint
      )
    }
    guard step.promisedResponse?.statuses.contains(step.response.status) == true else {
      return .notApplicable
    }
    return .satisfied
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "the answer of the value that wins",
        .strongerPlaceWins(parameter: "shop", decoy: "none"),
        [
          .list(["shop": "a"], .json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .list(["shop": "a"], .json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
        ]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "the answer of the other value",
        .strongerPlaceWins(parameter: "shop", decoy: "none"),
        [
          .list(["shop": "a"], .json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .list(["shop": "a"], .json(#"{"items":[]}"#)),
        ],
        at: "response body /items/0"
      ),
      .relation(
        "a refusal of the other value",
        .strongerPlaceWins(parameter: "shop", decoy: "none"),
        [
          .list(["shop": "a"], .json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .list(["shop": "a"], .json(#"{"errorCode":1044,"errorMsg":"No."}"#, status: 404)),
        ],
        at: "response status"
      ),
    ]
  }
}

extension JSON {
  /// Whether one of its members is an empty list.
  fileprivate var listsNothing: Bool {
    members?.contains { $0.value.elements?.isEmpty == true } ?? (elements?.isEmpty == true)
  }
}
