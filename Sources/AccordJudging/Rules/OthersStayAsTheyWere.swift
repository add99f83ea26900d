package import AccordModel
import AccordSchema

/// Reports a resource that was changed by what was done to another.
package struct OthersStayAsTheyWere: StateRule {
  package init() {}

  package var id: String { "others-stay-as-they-were" }
  package var sentence: String { "What is done to one resource shows on no other." }

  package func holds(_ assertion: StateAssertion) -> Bool {
    if case .unchanged(_, .other, _) = assertion.kind { true } else { false }
  }

  package func check(_ observation: StateObservation) -> Finding {
    observation.comparison(
      by: self,
      because: "because \(observation.actWords) was done to another"
    )
  }

  package var accepted: [RuleExample] {
    [
      .states(
        "the same, its members in another order",
        .unchanged(since: 0, .other, ignoring: []),
        [.get(.book("Emma")), .get(.json(#"{"title":"Emma","id":7}"#))],
        look: 1
      ),
      .states(
        "others of the list differ",
        .unchanged(since: 1, .other, ignoring: []),
        isItem: true,
        [.get(.book("Emma")), .list(.books([7, 8])), .list(.books([9, 7, 8]))],
        look: 2
      ),
      .states(
        "a place that says nothing of it",
        .unchanged(since: 0, .other, ignoring: ["/title"]),
        [.get(.book("Emma")), .get(.book("Persuasion"))],
        look: 1
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .states(
        "changed",
        .unchanged(since: 0, .other, ignoring: []),
        [.get(.book("Emma")), .get(.book("Persuasion"))],
        look: 1,
        at: "response body /title"
      ),
      .states(
        "gone from the list",
        .unchanged(since: 1, .other, ignoring: []),
        isItem: true,
        [.get(.book("Emma")), .list(.books([7, 8])), .list(.books([8]))],
        look: 2,
        at: "response body /items"
      ),
    ]
  }
}
