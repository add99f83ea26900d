/// The keywords that speak of arrays, compiled.
///
/// It is a class, as everything that evaluation walks through, so that the frames of the recursion
/// stay small.
final class ArrayKeywords: Sendable {
  let prefixItems: [Program.Index]
  let items: Program.Index?
  let contains: Program.Index?
  /// Whether an item that `contains` admits counts as evaluated: it does since 2020-12.
  let containsEvaluates: Bool
  let minContains: Int?
  let maxContains: Int?
  let minItems: Int?
  let maxItems: Int?
  let uniqueItems: Bool

  init(_ draft: Draft) {
    prefixItems = draft.prefixItems
    items = draft.items
    contains = draft.contains
    containsEvaluates = draft.containsEvaluates
    minContains = draft.minContains
    maxContains = draft.maxContains
    minItems = draft.minItems
    maxItems = draft.maxItems
    uniqueItems = draft.uniqueItems
  }

  /// The keywords while they are being collected.
  struct Draft {
    var prefixItems: [Program.Index] = []
    var items: Program.Index?
    var contains: Program.Index?
    var containsEvaluates = true
    var minContains: Int?
    var maxContains: Int?
    var minItems: Int?
    var maxItems: Int?
    var uniqueItems = false
  }

  /// Whether the items have to be looked at one by one.
  var speaksOfItems: Bool { items != nil || !prefixItems.isEmpty || contains != nil }

  /// The schema of the item at an index (JSON Schema core, sections 10.3.1.1 and 10.3.1.2).
  func schema(ofItem index: Int) -> Program.Index? {
    index < prefixItems.count ? prefixItems[index] : items
  }

  /// The evidence of `minItems` and `maxItems` (validation, sections 6.4.1 and 6.4.2).
  func findings(count: Int) -> (keyword: String, evidence: Evidence)? {
    if let minItems, count < minItems {
      return ("minItems", .itemCount(atLeast: minItems, atMost: nil, actual: count))
    }
    if let maxItems, count > maxItems {
      return ("maxItems", .itemCount(atLeast: nil, atMost: maxItems, actual: count))
    }
    return nil
  }

  /// The evidence of `contains` with its bounds (validation, sections 6.4.4 and 6.4.5).
  func findings(matching count: Int) -> (keyword: String, evidence: Evidence)? {
    let least = minContains ?? 1
    let evidence = Evidence.matchingItems(atLeast: least, atMost: maxContains, actual: count)
    if count < least {
      return (minContains == nil ? "contains" : "minContains", evidence)
    }
    if let maxContains, count > maxContains {
      return ("maxContains", evidence)
    }
    return nil
  }

  /// The first pair of equal items (validation, section 6.4.3).
  static func repeated(_ items: [JSON]) -> Evidence? {
    var first: [EquivalentJSON: Int] = [:]
    for (index, item) in items.enumerated() {
      let key = EquivalentJSON(value: item)
      if let earlier = first[key] { return .repeatedItem(first: earlier, second: index) }
      first[key] = index
    }
    return nil
  }
}

/// A value that is equal to another whatever the order of their members.
struct EquivalentJSON: Hashable {
  let value: JSON

  static func == (left: Self, right: Self) -> Bool {
    left.value.isEquivalent(to: right.value)
  }

  func hash(into hasher: inout Hasher) {
    Self.hash(value, into: &hasher)
  }

  private static func hash(_ value: JSON, into hasher: inout Hasher) {
    switch value {
    case .array(let elements):
      hasher.combine(elements.count)
      for element in elements { hash(element, into: &hasher) }
    case .object(let members):
      // The order of members must not matter; neither may repeated names. The count of distinct
      // names and the sum of what they hash to are the same in any order.
      var names: Set<[UInt8]> = []
      var sum = 0
      for member in members where names.insert(Array(member.key.utf8)).inserted {
        var inner = Hasher()
        inner.combine(Array(member.key.utf8))
        hash(member.value, into: &inner)
        sum &+= inner.finalize()
      }
      hasher.combine(names.count)
      hasher.combine(sum)
    case .string(let text):
      hasher.combine(Array(text.utf8))
    case .number(let number):
      hasher.combine(number)
    case .boolean(let value):
      hasher.combine(value)
    case .null:
      hasher.combine(0)
    }
  }
}
