package import AccordModel
import AccordSchema

/// Reports lists that are not sorted, or not by the direction asked for.
package struct SortingSorts: RelationRule {
  package init() {}

  package var id: String { "sorting-sorts" }
  package var sentence: String {
    "Ascending and descending lists hold the same items, ordered by the member that is named, or by one "
      + "of them."
  }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .sortingSorts = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .sortingSorts(let sorting) = observation.relation.kind else { return .notApplicable }
    var violations: [Violation] = []
    var reason = "The list was not read in both directions."
    var looked = false
    for order in sorting.orders {
      let up = list(observation, order.ascending, not: order.descending)
      let down = list(observation, order.descending, not: order.ascending)
      switch check(observation, sorting, order, up, down) {
      case .violations(let found): violations += found
      case .notChecked(let why): reason = why
      case .satisfied: looked = true
      case .notApplicable, .failed: continue
      }
    }
    guard violations.isEmpty else { return .violations(violations) }
    return looked ? .satisfied : .notChecked(reason)
  }

  /// The list of a direction: the one that was asked for with its parameters.
  private func list(
    _ observation: RelationObservation,
    _ arguments: Arguments?,
    not others: Arguments?
  ) -> Observation? {
    guard let arguments else { return nil }
    let asked = observation.own.filter { $0.sent(arguments) }
    guard let others, asked.count > 1 else { return asked.first }
    return asked.first { !$0.sent(others) } ?? asked.first
  }

  private func check(
    _ observation: RelationObservation,
    _ sorting: Relation.Sorting,
    _ order: Relation.Sorting.Order,
    _ ascending: Observation?,
    _ descending: Observation?
  ) -> Finding {
    if let ascending, let descending {
      let both = checkBoth(observation, sorting, order, ascending, descending)
      guard case .satisfied = both, order.member != nil else { return both }
    }
    // Each order has a case of its own.
    guard let member = order.member, ascending != nil || descending != nil else {
      return .notApplicable
    }
    var looked = false
    var reason = "The list was not read in both directions."
    for (list, direction) in [(ascending, "ascends"), (descending, "descends")] {
      guard let list else { continue }
      let items = list.items(at: sorting.items) ?? []
      let evidence = NamedOrderEvidence(
        items.map { $0[member] ?? .null },
        isAscending: direction == "ascends"
      )
      switch evidence.finding {
      case .ordered: looked = true
      case .nothingToSee(let why): reason = "\(why) at \(member), so that no order shows."
      case .unordered(let index, let first, let second):
        return observation.violation(
          self,
          in: list,
          at: .body(members: sorting.items.appending("\(index)").appending(member)),
          expected: "a value with which the list \(direction) by \(member) after "
            + ValueDifference.words(first),
          actual: ValueDifference.words(second)
        )
      }
    }
    return looked ? .satisfied : .notChecked(reason)
  }

  private func checkBoth(
    _ observation: RelationObservation,
    _ sorting: Relation.Sorting,
    _ order: Relation.Sorting.Order,
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
    // Whichever member it is, by the one that is named.
    guard order.member == nil else { return .satisfied }
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

  /// A list of books, each behind `{"id":`.
  private static func named(_ books: String...) -> String {
    #"{"items":[\#(books.map { #"{"id":\#($0)}"# }.joined(separator: ","))]}"#
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "a list and its reverse by the member that is named",
        .sortingSorts(BookShop.namedSorting),
        [
          .list(
            ["by": "title"],
            .json(Self.named(#"2,"title":"a""#, #"1,"title":"B""#, #"3,"title":"b""#))
          ),
          .list(
            ["by": "-title"],
            .json(Self.named(#"1,"title":"B""#, #"3,"title":"b""#, #"2,"title":"a""#))
          ),
        ]
      ),
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
      ),
    ]
  }

  package var rejected: [RuleExample] {
    let three = #"{"items":[{"id":1,"title":"b"},{"id":3,"title":"a"},{"id":2,"title":"c"}]}"#
    return [
      .relation(
        "another member than the one that is named",
        .sortingSorts(BookShop.namedSorting),
        [
          .list(["by": "title"], .json(Self.named(#"1,"title":"b""#, #"2,"title":"a""#))),
          .list(["by": "-title"], .json(Self.named(#"2,"title":"a""#, #"1,"title":"b""#))),
        ],
        at: "response body /items/1/title"
      ),
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

extension Observation {
  /// Whether the request has these values of parameters.
  fileprivate func sent(_ arguments: Arguments) -> Bool {
    arguments.list.allSatisfy { argument in
      guard case .literal(let value) = argument.value else { return true }
      return sentValue(of: argument.name) == value.wireText
    }
  }
}
