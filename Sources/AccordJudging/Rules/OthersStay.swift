package import AccordModel
import AccordSchema

/// Reports an act on one item that another item shows.
package struct OthersStay: RelationRule {
  package init() {}

  package var id: String { "others-stay" }
  package var sentence: String { "What is done to one item leaves the others as they were." }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .othersStay = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .othersStay(let listing) = observation.relation.kind else { return .notApplicable }
    guard let effect = ListedEffect(observation, listing), let before = effect.before else {
      return .notChecked(ListedEffect.missing)
    }
    let others = effect.items(before).compactMap { item -> (name: JSON, item: JSON)? in
      guard let name = item[listing.identity], !name.isNull,
        !ItemIdentity.isSame(name, as: effect.name)
      else { return nil }
      return (name, item)
    }
    guard !others.isEmpty else { return .notChecked("No other item is listed.") }
    let after = effect.items(effect.after)
    for (name, item) in others {
      guard let number = after.firstIndex(where: { $0[listing.identity] == name }) else {
        return observation.disagreement(
          self,
          of: effect.after,
          with: before,
          at: effect.listPlace,
          expected: name.shortText,
          actual: "\(Excerpt.counted(after.count, "item")) without it"
        )
      }
      for member in listing.state {
        let (was, became) = (item[member] ?? .null, after[number][member] ?? .null)
        guard was != became else { continue }
        return observation.disagreement(
          self,
          of: effect.after,
          with: before,
          at: effect.place(ofItem: number, member: member),
          expected: was.shortText,
          actual: became.shortText
        )
      }
    }
    return .satisfied
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "the other item as it was",
        .othersStay(BookShop.listing),
        of: BookShop.remove,
        [
          .list(.json(#"{"items":[{"id":7,"title":"E"},{"id":8,"title":"I"}]}"#)),
          .remove(7),
          .list(.json(#"{"items":[{"id":8,"title":"I","note":"new"}]}"#)),
        ]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "another item that is gone",
        .othersStay(BookShop.listing),
        of: BookShop.remove,
        [
          .list(.json(#"{"items":[{"id":7,"title":"E"},{"id":8,"title":"I"}]}"#)),
          .remove(7),
          .list(.json(#"{"items":[]}"#)),
        ],
        at: "response body /items"
      ),
      .relation(
        "another item in another state",
        .othersStay(BookShop.listing),
        of: BookShop.remove,
        [
          .list(.json(#"{"items":[{"id":7,"title":"E"},{"id":8,"title":"I"}]}"#)),
          .remove(7),
          .list(.json(#"{"items":[{"id":8,"title":"gone"}]}"#)),
        ],
        at: "response body /items/0/title"
      ),
    ]
  }
}
