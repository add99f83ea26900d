package import AccordModel
import AccordSchema
import HTTPTypes

/// Holds changes under a condition that does not hold to RFC 9110 section 13.1.1.
package struct PreconditionFailed: RelationRule {
  package init() {}

  package var id: String { "precondition-failed" }
  package var sentence: String {
    "A change gets 412 where If-Match has a tag that the resource has not."
  }

  package var explainsStatuses: Bool { true }

  package func holds(_ kind: Relation.Kind) -> Bool { kind == .preconditionFailed }

  package func check(_ observation: RelationObservation) -> Finding {
    guard let step = observation.steps.first else { return .notApplicable }
    guard step.response.status != 412 else { return .satisfied }
    return observation.violation(
      self,
      in: step,
      at: .status,
      expected: "412, because If-Match has a tag that the resource has not",
      actual: step.statusInWords
    )
  }

  package var accepted: [RuleExample] {
    [.change("a refusal without content", .empty(412))]
  }

  package var rejected: [RuleExample] {
    [
      .change("the change itself", .empty(200), at: "response status"),
      .change(
        "another refusal",
        .json(#"{"errorCode":1044,"errorMsg":"No."}"#, status: 404),
        at: "response status"
      ),
    ]
  }
}

extension RuleExample {
  /// The removal of a book under a condition.
  fileprivate static func change(
    _ name: String,
    _ response: Exchange.Response,
    at place: String? = nil
  ) -> RuleExample {
    var turn = Turn.remove(7)
    turn.expectation = BookShop.refused(.status(.preconditionFailed, allowsEmptyBody: true))
    turn.response = response
    return relation(name, .preconditionFailed, of: BookShop.remove, [turn], at: place)
  }
}
