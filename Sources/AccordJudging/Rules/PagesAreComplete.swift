package import AccordModel
import AccordSchema

/// Reports pages that together lack what the whole list has, or have what it lacks.
///
/// How pages are numbered does not matter: a page of number zero may be the first or the same as the
/// first.
package struct PagesAreComplete: RelationRule {
  package init() {}

  package var id: String { "pages-are-complete" }
  package var sentence: String { "The pages together hold what the whole list holds." }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .pagesAreComplete = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .pagesAreComplete(let paging) = observation.relation.kind else {
      return .notApplicable
    }
    let identity = ItemIdentity(members: paging.identity)
    let pages = observation.own.filter { $0.sentValue(of: paging.number) != nil }
    guard let whole = observation.own.first(where: { $0.sentValue(of: paging.number) == nil }),
      let items = whole.items(at: paging.items), let last = pages.last
    else { return .notChecked("The list was not read as a whole and in pages.") }
    guard !items.isEmpty else { return .notChecked("Nothing is listed.") }
    let names = items.map(identity.of)
    let known = Set(names)
    var found: Set<JSON> = []
    for page in pages {
      for (number, item) in (page.items(at: paging.items) ?? []).enumerated() {
        let name = identity.of(item)
        guard known.contains(name) else {
          return observation.violation(
            self,
            in: page,
            at: .body(item: number, of: paging.items),
            expected: "one of the \(Excerpt.counted(items.count, "item")) of \(whole.stepName)",
            actual: "\(name.shortText), which is none of them"
          )
        }
        found.insert(name)
      }
    }
    let least = min(known.count, room(on: pages, paging))
    guard found.count < least else { return .satisfied }
    let lost = names.first { !found.contains($0) }
    return observation.violation(
      self,
      in: last,
      at: .body(members: paging.items),
      expected: least == known.count
        ? "the \(Excerpt.counted(least, "item")) of \(whole.stepName) on the pages together"
        : "at least \(Excerpt.counted(least, "item")) of \(whole.stepName) on the pages together",
      actual: "\(Excerpt.counted(found.count, "item")) on them"
        + (lost.map { "; \($0.shortText) is on none" } ?? "")
    )
  }

  /// How many items the pages have room for, however they are numbered.
  private func room(on pages: [Observation], _ paging: Relation.Paging) -> Int {
    pages.reduce(0) { sum, page in
      guard let number = page.sentValue(of: paging.number).flatMap({ Int($0) }),
        number >= paging.origin,
        let size = page.sentValue(of: paging.size).flatMap({ Int($0) })
      else { return sum }
      return sum + max(0, size)
    }
  }

  package var accepted: [RuleExample] {
    [
      .relation(
        "the whole list on three pages, counted from one",
        .pagesAreComplete(BookShop.paging),
        [
          .list(.json(Self.three)),
          .list(["page": 0, "size": 1], .json(#"{"items":[{"id":7,"title":"E"}]}"#)),
          .list(["page": 1, "size": 1], .json(#"{"items":[{"id":7,"title":"E"}]}"#)),
          .list(["page": 2, "size": 1], .json(#"{"items":[{"id":9,"title":"O"}]}"#)),
          .list(["page": 3, "size": 1], .json(#"{"items":[{"id":8,"title":"I"}]}"#)),
        ]
      ),
      .relation(
        "the whole list on three pages, counted from zero",
        .pagesAreComplete(BookShop.paging),
        [
          .list(.json(Self.three)),
          .list(["page": 0, "size": 1], .json(#"{"items":[{"id":7,"title":"E"}]}"#)),
          .list(["page": 1, "size": 1], .json(#"{"items":[{"id":8,"title":"I"}]}"#)),
          .list(["page": 2, "size": 1], .json(#"{"items":[{"id":9,"title":"O"}]}"#)),
          .list(["page": 3, "size": 1], .json(#"{"items":[]}"#)),
        ]
      ),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .relation(
        "an item on no page",
        .pagesAreComplete(BookShop.paging),
        [
          .list(.json(Self.three)),
          .list(["page": 1, "size": 2], .json(#"{"items":[{"id":7,"title":"E"}]}"#)),
          .list(["page": 2, "size": 2], .json(#"{"items":[{"id":9,"title":"O"}]}"#)),
        ],
        at: "response body /items"
      ),
      .relation(
        "an item that only a page has",
        .pagesAreComplete(BookShop.paging),
        [
          .list(.json(#"{"items":[{"id":7,"title":"E"}]}"#)),
          .list(
            ["page": 1, "size": 2],
            .json(#"{"items":[{"id":7,"title":"E"},{"id":8,"title":"I"}]}"#)
          ),
        ],
        at: "response body /items/1"
      ),
    ]
  }

  private static let three =
    #"{"items":[{"id":7,"title":"E"},{"id":8,"title":"I"},{"id":9,"title":"O"}]}"#
}
