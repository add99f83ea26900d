package import AccordModel
import AccordSchema

/// Reports a page zero that is not the first page.
package struct PageZeroIsFirst: RelationRule {
  package init() {}

  package var id: String { "page-zero-is-first" }
  package var sentence: String { "The page zero is the first page." }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .pageZeroIsFirst = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .pageZeroIsFirst(let paging) = observation.relation.kind else {
      return .notApplicable
    }
    let identity = ItemIdentity(members: paging.identity)
    func page(_ number: String) -> (step: Observation, names: [JSON])? {
      observation.own.first { $0.sentValue(of: paging.number) == number }
        .map { ($0, ($0.items(at: paging.items) ?? []).map(identity.of)) }
    }
    guard let zero = page("0"), let first = page("1") else {
      return .notChecked("The pages zero and one were not both read.")
    }
    guard !zero.names.isEmpty || !first.names.isEmpty else {
      return .notChecked("Nothing is listed.")
    }
    guard zero.names != first.names else { return .satisfied }
    return observation.violation(
      self,
      in: zero.step,
      at: .body(members: paging.items),
      expected: "the items of \(first.step.stepName): \(Self.words(first.names))",
      actual: Self.words(zero.names)
    )
  }

  private static func words(_ names: [JSON]) -> String {
    guard !names.isEmpty else { return "nothing" }
    return names.prefix(5).map(\.shortText).joined(separator: ", ")
      + (names.count > 5 ? " and \(names.count - 5) more" : "")
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "the same items",
        .pageZeroIsFirst(BookShop.paging),
        [
          .list(["page": 0, "size": 1], .json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .list(["page": 1, "size": 1], .json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
        ]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "pages counted from zero",
        .pageZeroIsFirst(BookShop.paging),
        [
          .list(["page": 0, "size": 1], .json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .list(["page": 1, "size": 1], .json(#"{"items":[{"id":8,"title":"Ida"}]}"#)),
        ],
        at: "response body /items"
      )
    ]
  }
}
