package import AccordModel
import AccordSchema
import HTTPTypes

/// Holds a request that is sent twice to having the effect of one (RFC 9110 section 9.2.2).
package struct SameAnswerAgain: RelationRule {
  package init() {}

  package var id: String { "idempotent" }
  package var sentence: String {
    "A request that is sent again is answered as promised, and with the same key as before."
  }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .idempotent = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .idempotent(let key) = observation.relation.kind,
      observation.steps.count > 1, let first = observation.steps.first
    else { return .notApplicable }
    let again = observation.steps[1]
    // An answer that is made anew may differ in what changes with time.
    guard let key else { return .satisfied }
    let reason = "\(key) is the same"
    guard again.response.status == first.response.status else {
      return observation.disagreement(
        self,
        of: again,
        with: first,
        at: .status,
        expected: "\(first.response.status)",
        because: reason,
        actual: again.statusInWords
      )
    }
    guard let left = first.answerValue(), let right = again.answerValue(),
      let difference = AnswerComparison.first(left, right)
    else { return .satisfied }
    return observation.disagreement(
      self,
      of: again,
      with: first,
      at: .body(difference.path),
      expected: ValueDifference.words(difference.left),
      because: reason,
      actual: ValueDifference.words(difference.right),
      hint: difference.moreWords
    )
  }

  package var accepted: [RuleExample] {
    [.again("the same answer", .json(#"{"items":[{"id":7,"title":"Emma"}]}"#))]
  }

  package var rejected: [RuleExample] {
    [
      .again(
        "another book",
        .json(#"{"items":[{"id":8,"title":"Emma"}]}"#),
        at: "response body /items/0/id"
      )
    ]
  }
}

extension RuleExample {
  /// Two answers to the same key.
  fileprivate static func again(
    _ name: String,
    _ response: Exchange.Response,
    at place: String? = nil
  ) -> RuleExample {
    let first = Turn.list(.json(#"{"items":[{"id":7,"title":"Emma"}]}"#))
    return relation(name, .idempotent(key: "Idempotency-Key"), [first, .list(response)], at: place)
  }
}
