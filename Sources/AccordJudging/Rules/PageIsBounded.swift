package import AccordModel
import AccordSchema

/// Reports a page with more items than were asked for.
package struct PageIsBounded: RelationRule {
  package init() {}

  package var id: String { "page-is-bounded" }
  package var sentence: String { "A page holds no more items than its size." }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .pageIsBounded = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .pageIsBounded(let paging) = observation.relation.kind else { return .notApplicable }
    var isShown = false
    for step in observation.own {
      guard let size = step.sentValue(of: paging.size).flatMap({ Int($0) }),
        let items = step.items(at: paging.items)
      else { continue }
      guard items.count <= size else {
        return observation.violation(
          self,
          in: step,
          at: .body(members: paging.items),
          expected: "at most \(Excerpt.counted(size, "item")), as \(paging.size) says",
          actual: Excerpt.counted(items.count, "item")
        )
      }
      let total = paging.total.flatMap { step.answerValue()?[$0]?.number?.int } ?? 0
      isShown = isShown || items.count == size && size > 0 || total > size
    }
    return isShown
      ? .satisfied : .notChecked("Fewer items are listed than a page may hold.")
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "a full page",
        .pageIsBounded(BookShop.paging),
        [
          .list(
            ["page": 1, "size": 2],
            .json(#"{"items":[{"id":7,"title":"Emma"},{"id":8,"title":"Ida"}],"total":5}"#)
          )
        ]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "one item too many",
        .pageIsBounded(BookShop.paging),
        [
          .list(
            ["page": 1, "size": 1],
            .json(#"{"items":[{"id":7,"title":"Emma"},{"id":8,"title":"Ida"}],"total":5}"#)
          )
        ],
        at: "response body /items"
      )
    ]
  }
}
