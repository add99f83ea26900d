import AccordSchema

/// Looks for a member by which one list ascends and another descends.
///
/// Which member that is, and how a server compares texts, is not promised; so any member will do,
/// and texts may be compared by their scalars, without case, or without punctuation too, as
/// cultures do.
struct OrderEvidence {
  /// The first member by which both lists are in order.
  private(set) var member: JSONPointer?

  /// Whether the items differ in any member.
  private(set) var differs = false

  /// The most members of an item that are looked at.
  static let memberLimit = 200

  init(ascending: [JSON], descending: [JSON]) {
    for pointer in Self.scalarMembers(of: ascending) {
      let up = ascending.map { $0[pointer] ?? .null }
      let down = descending.map { $0[pointer] ?? .null }
      guard Set(up).count > 1 else { continue }
      differs = true
      guard member == nil else { continue }
      let isOrdered = TextOrder.allCases.contains { order in
        Self.ascends(up, order) && Self.ascends(down.reversed(), order)
      }
      if isOrdered { member = pointer }
    }
  }

  /// How texts are compared.
  private enum TextOrder: CaseIterable {
    case scalars, withoutCase, withoutPunctuation

    func key(_ text: String) -> [UInt32] {
      switch self {
      case .scalars:
        // An instant with a fraction comes after the same one without.
        let isInstant = text.hasSuffix("Z") && text.first?.isNumber == true
        return (isInstant ? String(text.dropLast()) : text).unicodeScalars.map(\.value)
      case .withoutCase:
        return text.lowercased().unicodeScalars.map(\.value)
      case .withoutPunctuation:
        return text.lowercased().unicodeScalars
          .filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
          .map(\.value)
      }
    }
  }

  /// Whether values ascend; those that are null stand at one end.
  private static func ascends(_ values: [JSON], _ order: TextOrder) -> Bool {
    let present = values.filter { !$0.isNull }
    let hasNullsAtOneEnd =
      values.drop { $0.isNull }.elementsEqual(present)
      || values.prefix { !$0.isNull }.elementsEqual(present)
    guard hasNullsAtOneEnd else { return false }
    return zip(present, present.dropFirst()).allSatisfy { precedes($0, $1, order) }
  }

  private static func precedes(_ left: JSON, _ right: JSON, _ order: TextOrder) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left <= right
    case (.boolean(let left), .boolean(let right)): !left || right
    case (.string(let left), .string(let right)):
      !order.key(right).lexicographicallyPrecedes(order.key(left))
    default: false
    }
  }

  /// The places of the values in the items that are neither lists nor objects, in document order.
  private static func scalarMembers(of items: [JSON]) -> [JSONPointer] {
    var pointers: [JSONPointer] = []
    var known: Set<JSONPointer> = []
    for item in items {
      var open: [(JSONPointer, JSON)] = [(.root, item)]
      while let (pointer, value) = open.popLast(), pointers.count < memberLimit {
        switch value {
        case .object(let members):
          open += members.reversed().map { (pointer.appending($0.key), $0.value) }
        case .array, .null: continue
        case .boolean, .number, .string:
          if known.insert(pointer).inserted { pointers.append(pointer) }
        }
      }
    }
    return pointers
  }
}
