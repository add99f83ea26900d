package import AccordModel
import AccordSchema

/// Reports two acts that leave the same in the list.
package struct ActsDiffer: RelationRule {
  package init() {}

  package var id: String { "acts-differ" }
  package var sentence: String { "What two acts do can be told apart in the list." }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .actsDiffer = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .actsDiffer(let first, let second) = observation.relation.kind else {
      return .notApplicable
    }
    let acts = observation.steps.filter { $0.contract.id == observation.testCase.contract }
    let lists = observation.steps.filter { $0.contract.id == first.contract }
    guard acts.count == 2, let last = lists.last,
      let name = acts[0].sentValue(of: first.parameter),
      let other = acts[1].sentValue(of: second.parameter)
    else { return .notChecked("Two acts and a list after them were not all seen.") }
    let one = lists.map { State($0, name, first) }
    let two = lists.map { State($0, other, second) }
    guard (one + two).contains(where: \.isListed) else {
      return .notChecked("Neither item is listed afterwards.")
    }
    guard one == two, let state = one.last else { return .satisfied }
    return observation.violation(
      self,
      in: last,
      at: .body(members: first.items),
      expected: "what \(acts[0].stepName) left to differ from what \(acts[1].stepName) left",
      actual: "both listed alike: \(state.words(first.state))"
    )
  }

  /// How a list shows an item.
  private struct State: Equatable {
    var isListed: Bool
    var members: [JSON]

    init(_ step: Observation, _ name: String, _ listing: Relation.Listing) {
      let item = step.items(at: listing.items)?.first { item in
        item[listing.identity].map { ItemIdentity.isSame($0, as: name) } ?? false
      }
      isListed = item != nil
      members = listing.state.map { item?[$0] ?? .null }
    }

    func words(_ names: [JSONPointer]) -> String {
      let list = zip(names, members).map { "\($0) is \($1.shortText)" }
      return list.isEmpty ? "both are there" : list.joined(separator: ", ")
    }
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "one that is gone and one that is not",
        .actsDiffer(BookShop.listing, BookShop.listing),
        of: BookShop.remove,
        [
          .remove(7), .remove(8),
          .list(.json(#"{"items":[{"id":8,"title":"I"}]}"#)),
          .list(.json(#"{"items":[{"id":7,"title":"E"},{"id":8,"title":"I"}]}"#)),
        ]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "both in the same state",
        .actsDiffer(BookShop.listing, BookShop.listing),
        of: BookShop.remove,
        [
          .remove(7), .remove(8),
          .list(.json(#"{"items":[]}"#)),
          .list(.json(#"{"items":[{"id":7,"title":"X"},{"id":8,"title":"X"}]}"#)),
        ],
        at: "response body /items"
      )
    ]
  }
}
