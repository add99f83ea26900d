package import AccordModel
import AccordSchema

/// Reports lists that are not sorted, or not by the direction asked for.
package struct SortingSorts: RelationRule {
  package init() {}

  package var id: String { "sorting-sorts" }
  package var sentence: String {
    "Ascending and descending lists hold the same items, ordered by one of their members."
  }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .sortingSorts = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .sortingSorts(let sorting) = observation.relation.kind else { return .notApplicable }
    var violations: [Violation] = []
    var reason = "The list was not read in both directions."
    var looked = false
    for (ascending, descending) in pairs(observation, sorting) {
      switch check(observation, sorting, ascending, descending) {
      case .violations(let found): violations += found
      case .notChecked(let why): reason = why
      case .satisfied: looked = true
      case .notApplicable, .failed: continue
      }
    }
    guard violations.isEmpty else { return .violations(violations) }
    return looked ? .satisfied : .notChecked(reason)
  }

  /// The lists of each index in both directions.
  private func pairs(
    _ observation: RelationObservation,
    _ sorting: Relation.Sorting
  ) -> [(Observation, Observation)] {
    var indices: [String?] = []
    for step in observation.own {
      let index = step.sentValue(of: sorting.index)
      if !indices.contains(index) { indices.append(index) }
    }
    return indices.compactMap { index in
      let steps = observation.own.filter { $0.sentValue(of: sorting.index) == index }
      let up = steps.first { $0.sentValue(of: sorting.order) == sorting.ascending }
      let down = steps.first { $0.sentValue(of: sorting.order) == sorting.descending }
      guard let up, let down else { return nil }
      return (up, down)
    }
  }

  private func check(
    _ observation: RelationObservation,
    _ sorting: Relation.Sorting,
    _ ascending: Observation,
    _ descending: Observation
  ) -> Finding {
    let identity = ItemIdentity(members: sorting.identity)
    let up = ascending.items(at: sorting.items) ?? []
    let down = descending.items(at: sorting.items) ?? []
    guard up.count > 1 || down.count > 1 else {
      return .notChecked("Fewer than two items are listed, so that no order shows.")
    }
    let place = Violation.Place.body(members: sorting.items)
    let upNames = up.map(identity.of)
    let downNames = down.map(identity.of)
    if let lost = Self.firstMissing(of: upNames, in: downNames) {
      return observation.violation(
        self,
        in: descending,
        at: place,
        expected:
          "the \(Excerpt.counted(up.count, "item")) of \(ascending.stepName), \(lost.shortText) among them",
        actual: "\(Excerpt.counted(down.count, "item")) without it"
      )
    }
    if let added = Self.firstMissing(of: downNames, in: upNames) {
      return observation.violation(
        self,
        in: descending,
        at: place,
        expected: "the \(Excerpt.counted(up.count, "item")) of \(ascending.stepName)",
        actual: "\(Excerpt.counted(down.count, "item")), \(added.shortText) among them"
      )
    }
    let evidence = OrderEvidence(ascending: up, descending: down)
    guard evidence.differs else {
      return .notChecked("The items are alike in every member, so that no order shows.")
    }
    guard evidence.member == nil else { return .satisfied }
    return observation.violation(
      self,
      in: descending,
      at: place,
      expected: "a member by which \(ascending.stepName) ascends and this list descends",
      actual: upNames == downNames
        ? "both lists in the same order" : "no member is in order in both lists"
    )
  }

  private static func firstMissing(of names: [JSON], in others: [JSON]) -> JSON? {
    var counts: [JSON: Int] = [:]
    for other in others { counts[other, default: 0] += 1 }
    for name in names {
      guard let count = counts[name], count > 0 else { return name }
      counts[name] = count - 1
    }
    return nil
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "a list and its reverse",
        .sortingSorts(BookShop.sorting),
        [
          .list(
            ["by": 0, "order": "up"],
            .json(#"{"items":[{"id":9,"title":"Emma"},{"id":8,"title":"ida"}]}"#)
          ),
          .list(
            ["by": 0, "order": "down"],
            .json(#"{"items":[{"id":8,"title":"ida"},{"id":9,"title":"Emma"}]}"#)
          ),
        ]
      )
    ]
  }

  package var rejected: [RuleExample] {
    let three = #"{"items":[{"id":1,"title":"b"},{"id":3,"title":"a"},{"id":2,"title":"c"}]}"#
    return [
      .relation(
        "no regard to the direction",
        .sortingSorts(BookShop.sorting),
        [
          .list(["by": 0, "order": "up"], .json(three)),
          .list(["by": 0, "order": "down"], .json(three)),
        ],
        at: "response body /items"
      ),
      .relation(
        "other items",
        .sortingSorts(BookShop.sorting),
        [
          .list(["by": 0, "order": "up"], .json(three)),
          .list(["by": 0, "order": "down"], .json(#"{"items":[{"id":1,"title":"b"}]}"#)),
        ],
        at: "response body /items"
      ),
    ]
  }
}
