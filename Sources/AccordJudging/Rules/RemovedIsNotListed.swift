package import AccordModel
import AccordSchema

/// Reports a removed item that is still listed.
package struct RemovedIsNotListed: RelationRule {
  package init() {}

  package var id: String { "removed-is-not-listed" }
  package var sentence: String { "What was removed is no longer listed." }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .removedIsNotListed = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .removedIsNotListed(let listing) = observation.relation.kind else {
      return .notApplicable
    }
    guard let effect = ListedEffect(observation, listing) else {
      return .notChecked(ListedEffect.missing)
    }
    if let found = effect.find(in: effect.after) {
      return observation.violation(
        self,
        in: effect.after,
        at: effect.place(ofItem: found.number),
        expected: "no item whose \(listing.identity) is \(Excerpt.text(effect.name))",
        actual: "the removed item"
      )
    }
    guard let before = effect.before, effect.find(in: before) != nil else {
      return .notChecked("The item was not listed before it was removed.")
    }
    return .satisfied
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "a list without the item",
        .removedIsNotListed(BookShop.listing),
        of: BookShop.remove,
        [
          .list(.json(#"{"items":[{"id":7,"title":"Emma"},{"id":8,"title":"I"}]}"#)),
          .remove(7),
          .list(.json(#"{"items":[{"id":8,"title":"I"}]}"#)),
        ]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "a list with the item",
        .removedIsNotListed(BookShop.listing),
        of: BookShop.remove,
        [
          .list(.json(#"{"items":[{"id":8,"title":"I"},{"id":7,"title":"Emma"}]}"#)),
          .remove(7),
          .list(.json(#"{"items":[{"id":8,"title":"I"},{"id":7,"title":"Emma"}]}"#)),
        ],
        at: "response body /items/1"
      )
    ]
  }
}
