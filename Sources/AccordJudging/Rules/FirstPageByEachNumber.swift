package import AccordModel
import AccordSchema

/// Reports a number that means the first page and gets another one.
package struct FirstPageByEachNumber: RelationRule {
  package init() {}

  package var id: String { "first-page-by-each-number" }
  package var sentence: String { "Each number that means the first page gets it." }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .firstPageByEachNumber = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .firstPageByEachNumber(let paging) = observation.relation.kind else {
      return .notApplicable
    }
    let pages = observation.pages(of: paging)
    func page(_ number: Int) -> RelationObservation.Page? {
      pages.first { $0.step.sentValue(of: paging.number) == String(number) }
    }
    let others = paging.first.dropFirst().compactMap(page)
    guard let first = page(paging.origin), others.count == paging.first.count - 1 else {
      return .notChecked("The first page was not read by each of its numbers.")
    }
    guard !first.names.isEmpty || others.contains(where: { !$0.names.isEmpty }) else {
      return .notChecked("Nothing is listed.")
    }
    guard let other = others.first(where: { $0.names != first.names }) else { return .satisfied }
    return observation.violation(
      self,
      in: other.step,
      at: .body(members: paging.items),
      expected: "the items of \(first.step.stepName): \(Self.words(first.names))",
      actual: Self.words(other.names)
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
        .firstPageByEachNumber(BookShop.paging),
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
        .firstPageByEachNumber(BookShop.paging),
        [
          .list(["page": 0, "size": 1], .json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .list(["page": 1, "size": 1], .json(#"{"items":[{"id":8,"title":"Ida"}]}"#)),
        ],
        at: "response body /items"
      )
    ]
  }
}
