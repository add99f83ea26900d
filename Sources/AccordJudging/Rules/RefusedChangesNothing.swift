package import AccordModel
import AccordSchema

/// Reports a resource that a request has changed which was refused.
package struct RefusedChangesNothing: StateRule {
  package init() {}

  package var id: String { "refused-changes-nothing" }
  package var sentence: String { "A request that is refused changes nothing." }

  package func holds(_ assertion: StateAssertion) -> Bool {
    if case .unchanged(_, .refusal, _) = assertion.kind { true } else { false }
  }

  package func check(_ observation: StateObservation) -> Finding {
    observation.comparison(
      by: self,
      because: "because \(observation.actWords) was refused"
    )
  }

  package var accepted: [RuleExample] {
    [
      .states(
        "the same, its members in another order",
        .unchanged(since: 0, .refusal, ignoring: []),
        [.get(.book("Emma")), .get(.json(#"{"title":"Emma","id":7}"#))],
        look: 1
      ),
      .states(
        "others of the list differ",
        .unchanged(since: 1, .refusal, ignoring: []),
        isItem: true,
        [.get(.book("Emma")), .list(.books([7, 8])), .list(.books([9, 7, 8]))],
        look: 2
      ),
      .states(
        "a place that says nothing of it",
        .unchanged(since: 0, .refusal, ignoring: ["/title"]),
        [.get(.book("Emma")), .get(.book("Persuasion"))],
        look: 1
      ),
      .covers("the same bytes", "Emma", "Emma"),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .states(
        "changed",
        .unchanged(since: 0, .refusal, ignoring: []),
        [.get(.book("Emma")), .get(.book("Persuasion"))],
        look: 1,
        at: "response body /title"
      ),
      .states(
        "gone from the list",
        .unchanged(since: 1, .refusal, ignoring: []),
        isItem: true,
        [.get(.book("Emma")), .list(.books([7, 8])), .list(.books([8]))],
        look: 2,
        at: "response body /items"
      ),
      .covers("other bytes", "Emma", "Emm", at: "response body"),
    ]
  }
}

extension RuleExample {
  /// A cover before and after a request that is refused.
  fileprivate static func covers(
    _ name: String,
    _ before: String,
    _ after: String,
    at place: String? = nil
  ) -> RuleExample {
    states(
      name,
      .unchanged(since: 0, .refusal, ignoring: []),
      [before, after].map { bytes in
        .get(expecting: BookShop.cover(), .answer(200, "application/octet-stream", bytes))
      },
      look: 1,
      at: place
    )
  }
}
