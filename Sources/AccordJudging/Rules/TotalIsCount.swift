package import AccordModel
import AccordSchema

/// Reports a total that is not the number of items of the whole list.
package struct TotalIsCount: RelationRule {
  package init() {}

  package var id: String { "total-is-count" }
  package var sentence: String { "The total is the number of items of the whole list." }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .totalIsCount = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .totalIsCount(let paging) = observation.relation.kind, let pointer = paging.total
    else { return .notApplicable }
    guard let whole = observation.own.first, let answer = whole.answerValue(),
      let items = answer[paging.items]?.elements, let total = answer[pointer]?.number
    else { return .notChecked("The answer has no list with a total.") }
    guard total != JSONNumber(items.count) else { return .satisfied }
    return observation.violation(
      self,
      in: whole,
      at: .body(members: pointer),
      expected: "\(items.count), which is how many items are listed",
      actual: total.text
    )
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "a total of the items",
        .totalIsCount(BookShop.paging),
        [.list(.json(#"{"items":[{"id":7,"title":"E"}],"total":1.0}"#))]
      ),
      .relation(
        "a total of nothing",
        .totalIsCount(BookShop.paging),
        [.list(.json(#"{"items":[],"total":0}"#))]
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "a total of more than is listed",
        .totalIsCount(BookShop.paging),
        [.list(.json(#"{"items":[{"id":7,"title":"E"}],"total":2}"#))],
        at: "response body /total"
      )
    ]
  }
}
