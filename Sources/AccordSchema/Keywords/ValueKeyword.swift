/// A keyword that compares a whole value: `const`, `enum`.
protocol ValueKeyword: Sendable {
  var keyword: String { get }
  /// The values that are admitted.
  var admitted: [JSON] { get }
  /// The values in a table, where comparing a value with one after another takes longer than the
  /// value is.
  var table: Set<EquivalentJSON>? { get }
  func finding(_ found: Found) -> Evidence
}

extension ValueKeyword {
  /// Up to this many values are compared one by one.
  private static var walked: Int { 8 }

  /// Numbers of more digits are not read again for each value with which they are compared.
  private static var longNumber: Int { 40 }

  static func table(of values: [JSON]) -> Set<EquivalentJSON>? {
    let isLarge =
      values.count > walked
      || values.contains { value in
        switch value {
        case .array, .object: true
        case .number(let number): number.text.utf8.count > longNumber
        case .null, .boolean, .string: false
        }
      }
    return isLarge ? Set(values.map { EquivalentJSON(value: $0) }) : nil
  }

  /// Whether a value is among those that are admitted.
  func admits(_ value: JSON) -> Bool {
    table?.contains(EquivalentJSON(value: value))
      ?? admitted.contains { $0.isEquivalent(to: value) }
  }
}
