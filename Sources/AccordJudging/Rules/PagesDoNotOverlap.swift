package import AccordModel
import AccordSchema

/// Reports an item that stands on two pages.
package struct PagesDoNotOverlap: RelationRule {
  package init() {}

  package var id: String { "pages-do-not-overlap" }
  package var sentence: String { "Two pages have no item in common." }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .pagesDoNotOverlap = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .pagesDoNotOverlap(let paging) = observation.relation.kind else {
      return .notApplicable
    }
    var seen: [JSON: Observation] = [:]
    let pages = observation.pages(of: paging).filter { !$0.names.isEmpty }
    for page in pages {
      for (number, name) in page.names.enumerated() {
        if let earlier = seen[name], earlier.index != page.step.index {
          return observation.violation(
            self,
            in: page.step,
            at: .body(item: number, of: paging.items),
            expected: "an item that is not in \(earlier.stepName)",
            actual: "\(name.shortText), which is"
          )
        }
        seen[name] = page.step
      }
    }
    return pages.count > 1
      ? .satisfied : .notChecked("Fewer than two pages have items.")
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "two pages",
        .pagesDoNotOverlap(BookShop.paging),
        [
          .list(["page": 1, "size": 1], .json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .list(["page": 2, "size": 1], .json(#"{"items":[{"id":8,"title":"Emma"}]}"#)),
        ]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "the same page twice",
        .pagesDoNotOverlap(BookShop.paging),
        [
          .list(["page": 1, "size": 1], .json(#"{"items":[{"id":7,"title":"Emma"}]}"#)),
          .list(["page": 2, "size": 1], .json(#"{"items":[{"id":7.0,"title":"Emma"}]}"#)),
        ],
        at: "response body /items/0"
      )
    ]
  }
}
