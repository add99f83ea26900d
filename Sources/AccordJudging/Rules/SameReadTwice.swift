package import AccordModel
import AccordSchema

/// Reports a read that says something else the second time.
package struct SameReadTwice: RelationRule {
  package init() {}

  package var id: String { "same-read-twice" }
  package var sentence: String { "The same read twice gives the same answer." }

  package func holds(_ kind: Relation.Kind) -> Bool { kind == .sameReadTwice }

  package func check(_ observation: RelationObservation) -> Finding {
    guard let first = observation.steps.first, observation.steps.count > 1 else {
      return .notChecked("The answer was read only once.")
    }
    for step in observation.steps.dropFirst() {
      guard let left = first.answerValue(), let right = step.answerValue() else {
        return .notChecked("An answer has no content that can be compared.")
      }
      guard let difference = AnswerComparison.first(left, right) else { continue }
      return observation.disagreement(
        self,
        of: step,
        with: first,
        at: .body(difference.path),
        expected: ValueDifference.words(difference.left),
        actual: ValueDifference.words(difference.right),
        hint: difference.moreWords
      )
    }
    return .satisfied
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "another order of members",
        .sameReadTwice,
        [
          .list(.json(#"{"items":[{"id":7,"title":"Emma"}],"total":1}"#)),
          .list(.json(#"{"total":1.0,"items":[{"title":"Emma","id":7}]}"#)),
        ]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "another title",
        .sameReadTwice,
        [
          .list(.json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .list(.json(#"{"items":[{"id":7,"title":"Ida"}]}"#)),
        ],
        at: "response body /items/0/title"
      )
    ]
  }
}
