package import AccordModel
import AccordSchema

/// Reports a removed item that is not listed when removed ones are asked for.
package struct RemovedIsListedOnDemand: RelationRule {
  package init() {}

  package var id: String { "removed-is-listed-on-demand" }
  package var sentence: String { "What was removed is listed when removed ones are asked for." }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .removedIsListedOnDemand = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .removedIsListedOnDemand(let listing) = observation.relation.kind else {
      return .notApplicable
    }
    guard let effect = ListedEffect(observation, listing) else {
      return .notChecked(ListedEffect.missing)
    }
    if effect.find(in: effect.after) != nil { return .satisfied }
    if let before = effect.before, effect.find(in: before) == nil {
      return .notChecked("The item was not listed before it was removed.")
    }
    let count = effect.items(effect.after).count
    guard count > 0 || effect.before != nil else { return .notChecked("Nothing is listed.") }
    return observation.violation(
      self,
      in: effect.after,
      at: effect.listPlace,
      expected: "an item whose \(listing.identity) is \(Excerpt.text(effect.name))",
      actual: "\(Excerpt.counted(count, "item")) without it"
    )
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "a list with the removed item",
        .removedIsListedOnDemand(BookShop.listing),
        of: BookShop.remove,
        [
          .remove(7),
          .list(["removed": true], .json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
        ]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "a list without the removed item",
        .removedIsListedOnDemand(BookShop.listing),
        of: BookShop.remove,
        [
          .remove(7),
          .list(["removed": true], .json(#"{"items":[{"id":8,"title":"Ida"}]}"#)),
        ],
        at: "response body /items"
      )
    ]
  }
}
