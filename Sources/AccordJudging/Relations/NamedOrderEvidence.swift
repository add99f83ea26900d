import AccordSchema

/// Whether values are in an order that may be promised of them.
///
/// Numbers are in the order of numbers. Texts may be compared by code points, without case, without
/// punctuation, or with numbers in them as numbers; where a letter beyond ASCII or a time with an offset
/// stands nobody can tell, so such values are passed over.
struct NamedOrderEvidence {
  /// What shows.
  enum Finding: Equatable {
    case ordered
    case nothingToSee(String)
    /// The value at an index, behind another that it should stand before.
    case unordered(index: Int, behind: JSON, JSON)
  }

  let finding: Finding

  init(_ values: [JSON], isAscending: Bool) {
    let places = Array(values.enumerated())
    let present = places.filter { !$0.element.isNull && !Self.isAnywhere($0.element) }
    guard present.count > 1 else {
      finding = .nothingToSee("Fewer than two values stand")
      return
    }
    guard Set(present.map(\.element)).count > 1 else {
      finding = .nothingToSee("All values are alike")
      return
    }
    let kinds = Set(present.map { Self.kind(of: $0.element) })
    guard let kind = kinds.first, kinds.count == 1, kind != .container else {
      finding = .nothingToSee("Values of several kinds stand")
      return
    }
    // Where values are missing, they stand at one end.
    if let hole = Self.hole(in: values) {
      finding = .unordered(index: hole, behind: values[hole - 1], values[hole])
      return
    }
    var furthest: (index: Int, behind: JSON, value: JSON)?
    for order in TextOrder.allCases {
      let broken = zip(present, present.dropFirst()).first { first, second in
        isAscending
          ? !order.precedes(first.element, second.element)
          : !order.precedes(second.element, first.element)
      }
      guard let (first, second) = broken else {
        finding = .ordered
        return
      }
      if second.offset > furthest?.index ?? -1 {
        furthest = (second.offset, first.element, second.element)
      }
    }
    guard let furthest else {
      finding = .ordered
      return
    }
    finding = .unordered(index: furthest.index, behind: furthest.behind, furthest.value)
  }

  private enum Kind { case number, boolean, text, container }

  private static func kind(of value: JSON) -> Kind {
    switch value {
    case .number: .number
    case .boolean: .boolean
    case .string: .text
    case .array, .object, .null: .container
    }
  }

  /// The index of a value behind a missing one, with others before that.
  private static func hole(in values: [JSON]) -> Int? {
    guard let first = values.firstIndex(where: { !$0.isNull }),
      let last = values.lastIndex(where: { !$0.isNull }),
      let missing = values[first...last].firstIndex(where: \.isNull)
    else { return nil }
    return missing
  }

  /// Whether nobody can tell where a text stands.
  private static func isAnywhere(_ value: JSON) -> Bool {
    guard case .string(let text) = value else { return false }
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return true }
    let end = text.utf8.suffix(6)
    return text.utf8.count > 16 && text.utf8.first.map { (0x30...0x39).contains($0) } == true
      && (end.first == 0x2B || end.first == 0x2D) && end.dropFirst(3).first == 0x3A
  }

  /// How texts are compared.
  private enum TextOrder: CaseIterable {
    case codePoints, withoutCase, withoutPunctuation, withNumbers, asNumbers

    func precedes(_ left: JSON, _ right: JSON) -> Bool {
      switch (left, right) {
      case (.number(let left), .number(let right)): return left <= right
      case (.boolean(let left), .boolean(let right)): return !left || right
      case (.string(let left), .string(let right)):
        if self == .asNumbers, let left = Self.number(left), let right = Self.number(right) {
          return left <= right
        }
        return !key(right).lexicographicallyPrecedes(key(left))
      default: return true
      }
    }

    private static func number(_ text: String) -> JSONNumber? {
      guard let value = try? JSONDocument(parsing: Array(text.utf8)).root.value,
        case .number(let number) = value
      else { return nil }
      return number
    }

    private func key(_ text: String) -> [UInt32] {
      switch self {
      case .codePoints, .asNumbers:
        // An instant with a fraction comes after the same one without.
        let isInstant = text.hasSuffix("Z") && text.first?.isNumber == true
        return (isInstant ? String(text.dropLast()) : text).unicodeScalars.map(\.value)
      case .withoutCase: return text.lowercased().unicodeScalars.map(\.value)
      case .withoutPunctuation:
        return text.lowercased().unicodeScalars
          .filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }.map(\.value)
      case .withNumbers: return Self.keyWithNumbers(text.lowercased())
      }
    }

    /// Digits stand for their number: before it how many there are.
    private static func keyWithNumbers(_ text: String) -> [UInt32] {
      var key: [UInt32] = []
      var rest = Array(text.unicodeScalars.map(\.value))[...]
      while let first = rest.first {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest.dropFirst(max(1, digits.count))
        guard !digits.isEmpty else {
          key.append(first)
          continue
        }
        let number = digits.drop { $0 == 0x30 }
        key += [0x30, UInt32(number.count)] + number
      }
      return key
    }
  }
}
