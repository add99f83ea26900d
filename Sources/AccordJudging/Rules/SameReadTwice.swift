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
      if let objection = byteDifference(of: step, from: first, in: observation) {
        return objection
      }
      if first.isOctets, step.isOctets { continue }
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

  /// What is wrong with content that nothing but its bytes says anything of.
  private func byteDifference(
    of step: Observation,
    from first: Observation,
    in observation: RelationObservation
  ) -> Finding? {
    guard first.isOctets, step.isOctets, first.content != step.content else { return nil }
    let place = zip(first.content, step.content).enumerated().first { $1.0 != $1.1 }?.offset
    let shorter = min(first.content.count, step.content.count)
    return observation.disagreement(
      self,
      of: step,
      with: first,
      at: .body(),
      expected: "the same \(first.content.count) bytes",
      actual: step.content.count == first.content.count
        ? "other bytes from number \((place ?? shorter) + 1)" : "\(step.content.count) bytes"
    )
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

extension Observation {
  /// Whether the content is bytes, in a format that says no more of them.
  fileprivate var isOctets: Bool { format.syntax == .bytes && contentFault == nil }
}
