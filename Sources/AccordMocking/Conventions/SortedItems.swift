import AccordModel
import AccordSchema

/// Lists that are sorted by members that are named, where a relation of a contract promises that, made from
/// samples.
struct SortedItems: Sendable {
  /// The items that are made, in no order.
  private static let numbers = [3, 1, 5, 2, 4]

  private let sorting: Relation.Sorting

  /// Nothing where the contract promises no order.
  init?(_ contract: Contract) {
    for case .sortingSorts(let sorting) in contract.relations.map(\.kind) {
      self.sorting = sorting
      return
    }
    return nil
  }

  /// The list that a call asks for; `nil` where no items can be made that differ.
  func value(for call: MockCall, seed: UInt64, showingNone errors: ErrorCatalogue) -> JSON? {
    guard let rule = call.contract.responses.first, let schema = rule.schema,
      let sample = rule.sample(seed: seed, showingNone: errors),
      let item = sample[sorting.items]?.elements?.first
    else { return nil }
    let items = Self.numbers.map { _ in item }
    let varying = sorting.identity.prefix(1) + members
    guard let varied = vary(items, in: sample, schema, at: Array(varying)) else { return nil }
    let list = sample.setting(.array(sorted(varied, for: call)), at: sorting.items)
    // A list may have fewer items.
    guard (try? SchemaValidator(schema))?.admits(list) == true else { return nil }
    return rule.tied(list, to: call)
  }

  /// The items with values that differ at the members by which they are sorted, in the order that a call
  /// asks for.
  func arranged(_ items: [JSON], in sample: JSON, _ schema: Schema, for call: MockCall) -> [JSON] {
    let others = members.filter { !sorting.identity.contains($0) }
    return sorted(vary(items, in: sample, schema, at: others) ?? items, for: call)
  }

  private var members: [JSONPointer] {
    sorting.orders.compactMap(\.member).reduce(into: []) { members, member in
      if !members.contains(member) { members.append(member) }
    }
  }

  private func vary(
    _ items: [JSON],
    in sample: JSON,
    _ schema: Schema,
    at members: [JSONPointer]
  ) -> [JSON]? {
    guard let validator = try? SchemaValidator(schema) else { return nil }
    var items = items
    for member in members {
      let ways = (0..<5).lazy.map { way in
        items.enumerated().map { index, item in
          let number = Self.numbers[index % Self.numbers.count]
          return item.setting(Self.value(number, way, item[member]), at: member)
        }
      }
      let found = ways.first { validator.admits(sample.setting(.array($0), at: sorting.items)) }
      if let found { items = found }
    }
    return items
  }

  private static func value(_ number: Int, _ way: Int, _ value: JSON?) -> JSON {
    switch way {
    case 0: .number(JSONNumber(number))
    case 1: .string("\(value?.wireText ?? "")\(number)")
    case 2: .string("2026-01-0\(number)T00:00:00Z")
    case 3: .string("2026-01-0\(number)")
    default: .string(GUID.text(family: 0xB, number))
    }
  }

  private func sorted(_ items: [JSON], for call: MockCall) -> [JSON] {
    for order in sorting.orders {
      guard let member = order.member ?? sorting.identity.first else { continue }
      if let arguments = order.descending, call.has(arguments) {
        return items.sorted { $1[member].precedes($0[member]) }
      }
      if let arguments = order.ascending, call.has(arguments), !isMore(than: arguments, call) {
        return items.sorted { $0[member].precedes($1[member]) }
      }
    }
    return items
  }

  /// Whether a call asks for something downwards with more parameters than these.
  private func isMore(than arguments: Arguments, _ call: MockCall) -> Bool {
    sorting.orders.compactMap(\.descending).contains { other in
      other.list.count > arguments.list.count && call.has(other)
    }
  }
}

extension MockCall {
  /// Whether it has these values of parameters.
  fileprivate func has(_ arguments: Arguments) -> Bool {
    arguments.list.allSatisfy { argument in
      guard case .literal(let literal) = argument.value else { return false }
      return value(of: argument.name)?.wireText == literal.wireText
    }
  }
}

extension JSON? {
  /// Whether it stands before another: what is missing first, then numbers as numbers and texts by code
  /// points.
  fileprivate func precedes(_ other: JSON?) -> Bool {
    switch (self, other) {
    case (.number(let left)?, .number(let right)?): left < right
    case (.string(let left)?, .string(let right)?):
      left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    case (nil, .some), (.null?, .some): other?.isNull == false
    default: false
    }
  }
}
