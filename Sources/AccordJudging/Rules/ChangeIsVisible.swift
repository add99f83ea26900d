package import AccordModel
import AccordSchema

/// Reports a change that leaves an item listed exactly as before.
package struct ChangeIsVisible: RelationRule {
  package init() {}

  package var id: String { "change-is-visible" }
  package var sentence: String { "What was changed is not listed exactly as before." }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .changeIsVisible = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .changeIsVisible(let listing) = observation.relation.kind else {
      return .notApplicable
    }
    guard let effect = ListedEffect(observation, listing) else {
      return .notChecked(ListedEffect.missing)
    }
    guard let before = effect.before, let earlier = effect.find(in: before) else {
      return .notChecked("The item was not listed before it was changed.")
    }
    guard let later = effect.find(in: effect.after), later.item.isEquivalent(to: earlier.item)
    else { return .satisfied }
    return observation.violation(
      self,
      in: effect.after,
      at: effect.place(ofItem: later.number),
      expected: "an item that is not as in \(before.stepName), or none",
      actual: "the same item: \(later.item.shortText)"
    )
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "a note",
        .changeIsVisible(BookShop.listing),
        of: BookShop.remove,
        [
          .list(.json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .remove(7),
          .list(.json(#"{"items":[{"id":7,"title":"Emma","note":"gone"}]}"#)),
        ]
      ),
      .relation(
        "a list without the item",
        .changeIsVisible(BookShop.listing),
        of: BookShop.remove,
        [
          .list(.json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .remove(7),
          .list(.json(#"{"items":[]}"#)),
        ]
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "the same item",
        .changeIsVisible(BookShop.listing),
        of: BookShop.remove,
        [
          .list(.json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .remove(7),
          .list(.json(#"{"items":[{"title":"Emma","id":7,"note":null}]}"#)),
        ],
        at: "response body /items/0"
      )
    ]
  }
}
