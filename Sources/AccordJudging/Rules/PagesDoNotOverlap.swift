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
    let identity = ItemIdentity(members: paging.identity)
    var seen: [JSON: Observation] = [:]
    var pages = 0
    for step in observation.own {
      guard let items = step.items(at: paging.items), !items.isEmpty else { continue }
      pages += 1
      for (number, item) in items.enumerated() {
        let name = identity.of(item)
        if let earlier = seen[name], earlier.index != step.index {
          return observation.violation(
            self,
            in: step,
            at: .body(item: number, of: paging.items),
            expected: "an item that is not in \(earlier.stepName)",
            actual: "\(name.shortText), which is"
          )
        }
        seen[name] = step
      }
    }
    return pages > 1
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
