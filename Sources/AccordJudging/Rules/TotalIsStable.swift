package import AccordModel
import AccordSchema

/// Reports a total that depends on the page, or that counts less than the pages hold.
package struct TotalIsStable: RelationRule {
  package init() {}

  package var id: String { "total-is-stable" }
  package var sentence: String {
    "The total is the same whatever the page, and no less than what the pages hold."
  }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .totalIsStable = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .totalIsStable(let paging) = observation.relation.kind, let pointer = paging.total
    else { return .notApplicable }
    let totals = observation.own.compactMap { step in
      step.answerValue()?[pointer]?.number.map { (step: step, total: $0) }
    }
    guard let first = totals.first, totals.count > 1 else {
      return .notChecked("Fewer than two answers have a total.")
    }
    if let other = totals.first(where: { $0.total != first.total }) {
      return observation.disagreement(
        self,
        of: other.step,
        with: first.step,
        at: .body(members: pointer),
        expected: first.total.text,
        actual: other.total.text
      )
    }
    // A server that counts the page alone says the same on every full page.
    let identity = ItemIdentity(members: paging.identity)
    let items = Set(observation.own.flatMap { $0.items(at: paging.items) ?? [] }.map(identity.of))
    guard let total = first.total.int, total < items.count else {
      return items.isEmpty && first.total.int == 0
        ? .notChecked("Nothing is listed, so that there is no total to change.") : .satisfied
    }
    return observation.violation(
      self,
      in: totals[totals.count - 1].step,
      at: .body(members: pointer),
      expected: "at least \(items.count), which the pages hold together",
      actual: first.total.text
    )
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "one total on two pages",
        .totalIsStable(BookShop.paging),
        [
          .list(["page": 1, "size": 1], .json(#"{"items":[{"id":7,"title":"E"}],"total":2}"#)),
          .list(["page": 2, "size": 1], .json(#"{"items":[{"id":8,"title":"I"}],"total":2.0}"#)),
        ]
      )
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "the length of the page as the total",
        .totalIsStable(BookShop.paging),
        [
          .list(["page": 1, "size": 1], .json(#"{"items":[{"id":7,"title":"E"}],"total":1}"#)),
          .list(["page": 3, "size": 1], .json(#"{"items":[],"total":0}"#)),
        ],
        at: "response body /total"
      ),
      .relation(
        "the length of the page as the total of full pages",
        .totalIsStable(BookShop.paging),
        [
          .list(["page": 1, "size": 1], .json(#"{"items":[{"id":7,"title":"E"}],"total":1}"#)),
          .list(["page": 2, "size": 1], .json(#"{"items":[{"id":8,"title":"I"}],"total":1}"#)),
        ],
        at: "response body /total"
      ),
    ]
  }
}
