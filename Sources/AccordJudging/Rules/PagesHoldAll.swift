package import AccordModel
import AccordSchema

/// Reads pages one after another, each found from the one before, and looks at them together.
package struct PagesHoldAll: RelationRule {
  package init() {}

  package var id: String { "pages-hold-all" }
  package var sentence: String {
    "Pages that lead from one to the next hold every item once and no more than asked for."
  }

  package func holds(_ kind: Relation.Kind) -> Bool {
    if case .pagesHoldAll = kind { true } else { false }
  }

  package func check(_ observation: RelationObservation) -> Finding {
    guard case .pagesHoldAll(let paging) = observation.relation.kind else { return .notApplicable }
    let identity = ItemIdentity(members: paging.identity)
    let hasWhole = paging.whole != nil
    let pages = Array(observation.steps.dropFirst(hasWhole ? 1 : 0))
    var seen: [JSON: String] = [:]
    for page in pages {
      guard let items = page.items(at: paging.items) else {
        return .notChecked("\(page.stepName) has no list at \(paging.items).")
      }
      guard items.count <= paging.count else {
        return observation.violation(
          self,
          in: page,
          at: .body(members: paging.items),
          expected:
            "at most \(Excerpt.counted(paging.count, "item")), as \(paging.size) says",
          actual: Excerpt.counted(items.count, "item")
        )
      }
      for (number, item) in items.enumerated() {
        let name = identity.of(item)
        if let earlier = seen[name] {
          return observation.violation(
            self,
            in: page,
            at: .body(item: number, of: paging.items),
            expected: "an item that is on no page before",
            actual: "\(name.shortText), which is in \(earlier) too"
          )
        }
        seen[name] = page.stepName
      }
    }
    guard let last = pages.last, !seen.isEmpty else { return .notChecked("Nothing is listed.") }
    guard paging.next.isLast(last, of: paging) else { return .satisfied }
    if case .cursor(_, let pointer) = paging.next, last.hasCursor(at: pointer) {
      return .notChecked(
        "\(pointer) of \(last.stepName) leads to another page, which is not asked for: a cursor is read "
          + "out of JSON, XML and forms alone."
      )
    }
    if let link = paging.next.link(of: last) {
      guard URIReference.isReference(link.target) else {
        return observation.violation(
          self,
          in: last,
          at: .header("Link"),
          expected: "a URI reference that leads to the next page",
          actual: Excerpt.text(link.target)
        )
      }
      return .notChecked(
        "Link \(link.relation) of \(last.stepName) leads to another server, which is not asked: "
          + Excerpt.text(link.target) + "."
      )
    }
    return completeness(seen, observation, last, paging, hasWhole, isOnePage: pages.count == 1)
  }

  /// Whether anything is lost where the pages came to their end.
  private func completeness(
    _ seen: [JSON: String],
    _ observation: RelationObservation,
    _ last: Observation,
    _ paging: Relation.Pages,
    _ hasWhole: Bool,
    isOnePage: Bool
  ) -> Finding {
    let identity = ItemIdentity(members: paging.identity)
    let place = Violation.Place.body(members: paging.items)
    if hasWhole, let whole = observation.steps.first, let items = whole.items(at: paging.items) {
      guard let lost = items.map(identity.of).first(where: { seen[$0] == nil }) else {
        return .satisfied
      }
      return observation.violation(
        self,
        in: last,
        at: place,
        expected: "the \(Excerpt.counted(items.count, "item")) of \(whole.stepName) on the pages "
          + "together",
        actual: "\(Excerpt.counted(seen.count, "item")) on them; \(lost.shortText) is on none"
      )
    }
    if let pointer = paging.total, let total = last.answerValue()?[pointer]?.number?.int {
      guard total != seen.count else { return .satisfied }
      return observation.violation(
        self,
        in: last,
        at: place,
        expected: "\(Excerpt.counted(total, "item")) on the pages together, as \(pointer) says",
        actual: Excerpt.counted(seen.count, "item")
      )
    }
    return isOnePage ? .notChecked("All items are on the first page.") : .satisfied
  }

  package var accepted: [RuleExample] {
    [
      .chain("two pages by cursors", [([7, 8], "b"), ([9], nil)]),
      .chain("an empty page before the last", [([7, 8], "b"), ([], "c"), ([9], nil)]),
    ]
  }

  package var rejected: [RuleExample] {
    [
      .chain("an item on two pages", [([7, 8], "b"), ([8], nil)], at: "response body /items/0"),
      .chain("a page that is too long", [([7, 8, 9], nil)], at: "response body /items"),
      .chain(
        "a page that leads to itself",
        [([7], "a"), ([7], "a")],
        at: "response body /items/0"
      ),
      .chain(
        "fewer items than there are",
        [([7, 8], "b"), ([], nil)],
        at: "response body /items"
      ),
    ]
  }
}

extension Observation {
  /// Whether an answer, in whatever format, has a text or a number where the cursor belongs.
  fileprivate func hasCursor(at pointer: JSONPointer) -> Bool {
    switch answerValue()?[pointer] {
    case .string(let text)?: !text.isEmpty
    case .number?: true
    default: false
    }
  }
}

extension Relation.Pages.Next {
  /// The link of an answer to the next page, where links lead to it.
  fileprivate func link(of page: Observation) -> (relation: String, target: String)? {
    guard case .link(let relation) = self else { return nil }
    return WebLink.links(in: page.response.fields).first { $0.has(relation) }
      .map { (relation, $0.target) }
  }

  /// Whether an answer leads to no other page.
  fileprivate func isLast(_ page: Observation, of paging: Relation.Pages) -> Bool {
    let exchange = Exchange(request: page.request, outcome: .answered(page.response))
    switch self {
    case .link(let relation): return Output(.link(relation), ofStep: 0).value(in: exchange) == nil
    case .cursor(_, let pointer):
      return Output(.body(pointer), ofStep: 0).value(in: exchange) == nil
    case .offset, .number: return (page.items(at: paging.items)?.count ?? 0) < paging.count
    }
  }
}

extension RuleExample {
  /// Pages of two books, by the numbers of the books and the cursor to the next page, of three books
  /// in all.
  fileprivate static func chain(
    _ name: String,
    _ pages: [([Int], String?)],
    at place: String? = nil
  ) -> RuleExample {
    let turns = pages.map { numbers, cursor in
      let items = numbers.map { #"{"id":\#($0),"title":"Emma"}"# }.joined(separator: ",")
      let next = cursor.map { #","next":"\#($0)""# } ?? ""
      return Turn.list(["size": 2], .json(#"{"items":[\#(items)],"total":3\#(next)}"#))
    }
    let paging = Relation.Pages(
      next: .cursor("page", at: "/next"),
      size: "size",
      of: 2,
      items: "/items",
      identity: ["/id"],
      total: "/total"
    )
    return relation(name, .pagesHoldAll(paging), turns, at: place)
  }
}
