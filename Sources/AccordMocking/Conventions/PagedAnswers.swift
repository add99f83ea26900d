import AccordModel
import AccordSchema

/// Lists that are read page by page, where a relation of a contract promises that, made from samples.
struct PagedAnswers: Sendable {
  /// How many items the list has.
  private static let count = 5

  /// The parameter by which links of the mock lead to a page.
  static let start = "accord-start"

  let suite: ContractSuite
  let seed: UInt64

  /// The page that a call asks for; `nil` where nothing is promised of pages, or where no items can be
  /// made that differ.
  func page(for call: MockCall) -> (value: JSON, link: String?)? {
    guard let paging = call.contract.paging, let rule = call.contract.responses.first,
      let schema = rule.schema, let sample = rule.sample(seed: seed, showingNone: suite.errors),
      let items = items(of: sample, paging, schema)
    else { return nil }
    let ordered = SortedItems(call.contract)?.arranged(items, in: sample, schema, for: call)
    let size = call.value(of: paging.size)?.scalarText.flatMap { Int($0) } ?? items.count
    let first = min(max(0, start(of: call, paging, size)), items.count)
    let end = first + min(items.count - first, max(0, size))
    var value = sample.setting(.array(Array((ordered ?? items)[first..<end])), at: paging.items)
    if let total = paging.total {
      value = value.setting(.number(JSONNumber(items.count)), at: total)
    }
    let next = end < items.count ? end : nil
    var link: String?
    switch paging.next {
    case .cursor(_, let pointer): value = value.withCursor(next, at: pointer, of: schema)
    case .link(let relation):
      link = next.map { "<\(Self.target(of: call.request, from: $0))>; rel=\"\(relation)\"" }
    case .offset, .number: break
    }
    return (rule.tied(value, to: call), link)
  }

  private func start(of call: MockCall, _ paging: Relation.Pages, _ size: Int) -> Int {
    func number(_ name: String) -> Int? { call.value(of: name)?.scalarText.flatMap { Int($0) } }
    switch paging.next {
    case .cursor(let name, _), .offset(let name): return number(name) ?? 0
    case .number(let name, let first):
      let pages = (number(name) ?? first).subtractingReportingOverflow(first)
      let start = pages.partialValue.multipliedReportingOverflow(by: size)
      // A page that is so far away has no items.
      return pages.overflow || start.overflow ? .max : start.partialValue
    case .link:
      let sent = call.request.query.first { $0.name == Self.start }?.value
      return sent.flatMap { Int($0) } ?? 0
    }
  }

  private func items(of sample: JSON, _ paging: Relation.Pages, _ schema: Schema) -> [JSON]? {
    guard let item = sample[paging.items]?.elements?.first,
      let validator = try? SchemaValidator(schema)
    else { return nil }
    for pointer in paging.identity {
      guard let value = item[pointer] else { continue }
      for kind in 0..<3 {
        let items = (1...Self.count).map { item.setting(Self.name(value, kind, $0), at: pointer) }
        if validator.admits(sample.setting(.array(items), at: paging.items)) { return items }
      }
    }
    return nil
  }

  private static func name(_ value: JSON, _ kind: Int, _ number: Int) -> JSON {
    switch kind {
    case 0: .number(JSONNumber(number))
    case 1: .string("\(value.wireText)\(number)")
    default: .string(GUID.text(family: 0xB, number))
    }
  }

  private static func target(of request: MockRequest, from start: Int) -> String {
    let others = RequestTarget(request.target).encodedQuery.split(separator: "&")
      .filter { !$0.hasPrefix(Self.start + "=") }.map(String.init)
    return request.path + "?" + (others + ["\(Self.start)=\(start)"]).joined(separator: "&")
  }
}

extension Contract {
  /// How its list is read in pages that are found one from another, if it promises that.
  fileprivate var paging: Relation.Pages? {
    for case .pagesHoldAll(let pages) in relations.map(\.kind) { return pages }
    return nil
  }
}

extension JSON {
  /// The value with a cursor at a place, or without one, in the first way that the schema admits.
  fileprivate func withCursor(_ next: Int?, at pointer: JSONPointer, of schema: Schema) -> JSON {
    let ways: [JSON]
    if let next {
      ways = [.string(String(next)), .number(JSONNumber(next))].map { setting($0, at: pointer) }
    } else {
      ways = [removing(at: pointer) ?? self, setting(.null, at: pointer), setting("", at: pointer)]
    }
    let validator = try? SchemaValidator(schema)
    return ways.first { validator?.admits($0) ?? true } ?? ways[0]
  }
}
