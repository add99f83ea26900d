/// A JSON number, exact at any size and precision.
///
/// The text is kept as it was written. Numbers are equal when their values are: `1.0`, `1` and
/// `10e-1` are one number. Exponents of more than seventeen digits are cut to ±10¹⁷.
public struct JSONNumber: Sendable {
  // An integer that fits is kept as such, because most numbers are one.
  private enum Storage: Sendable {
    case integer(Int64)
    case text(String)
  }

  private let storage: Storage

  /// Creates an integer.
  public init(_ value: Int) {
    storage = .integer(Int64(value))
  }

  /// Creates the number that is written as the shortest text that denotes this double.
  ///
  /// The result is nil for an infinity and for NaN, which JSON cannot express.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    storage = .text(value.description)
  }

  /// Reads a number in the grammar of RFC 8259, section 6; nil if the text is none.
  public init?(_ text: String) {
    var text = text
    let isNumber = text.withUTF8 { JSONNumber.isNumber($0) }
    guard isNumber else { return nil }
    self.init(checked: text)
  }

  /// Creates a number from a text that is known to be in the grammar.
  package init(checked text: String) {
    if text.utf8.count < 19, let value = Int64(text), text.utf8.first != 0x2D || value != 0 {
      storage = .integer(value)
    } else {
      storage = .text(text)
    }
  }

  /// The text of the number as it was written.
  public var text: String {
    switch storage {
    case .integer(let value): String(value)
    case .text(let text): text
    }
  }

  /// Whether the value is a whole number, however it is written: `1.0` and `1e2` are.
  public var isInteger: Bool {
    switch storage {
    case .integer: true
    case .text: decimal.isInteger
    }
  }

  /// The value as a 64-bit integer; nil if it is not one exactly.
  public var int64: Int64? {
    switch storage {
    case .integer(let value): value
    case .text: decimal.int64
    }
  }

  /// The value of an integer of at most eighteen digits that is written as one.
  var writtenInteger: Int64? {
    guard case .integer(let value) = storage else { return nil }
    return value
  }

  /// The value as an integer; nil if it is not one exactly.
  public var int: Int? {
    int64.flatMap { Int(exactly: $0) }
  }

  /// The nearest double; an infinity if the value is beyond all of them.
  public var double: Double {
    switch storage {
    case .integer(let value): Double(value)
    case .text(let text): Double(text) ?? .nan
    }
  }

  /// Whether the value is a whole multiple of another; no number is a multiple of zero but zero.
  public func isMultiple(of other: JSONNumber) -> Bool {
    if case .integer(let left) = storage, case .integer(let right) = other.storage {
      return left.isMultiple(of: right)
    }
    return decimal.isMultiple(of: other.decimal)
  }

  /// The value as a decimal with normalised digits.
  package var decimal: JSONDecimal {
    switch storage {
    case .integer(let value): JSONDecimal(value)
    case .text(let text): JSONDecimal(checked: text)
    }
  }

  /// Whether two numbers are written with the same characters.
  func isIdentical(to other: JSONNumber) -> Bool {
    switch (storage, other.storage) {
    case (.integer(let left), .integer(let right)): left == right
    case (.text(let left), .text(let right)): left.isIdentical(to: right)
    // An integer is kept as one wherever it fits.
    default: false
    }
  }

  /// Whether bytes are a JSON number from the first to the last.
  package static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    func digits() -> Bool {
      let start = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
        index += 1
      }
      return index > start
    }
    func next(is first: Character, or second: Character? = nil) -> Bool {
      guard index < bytes.count else { return false }
      return bytes[index] == first.asciiValue || bytes[index] == (second ?? first).asciiValue
    }
    if next(is: "-") {
      index += 1
    }
    let isZero = next(is: "0")
    let start = index
    guard digits(), !isZero || index == start + 1 else { return false }
    if next(is: ".") {
      index += 1
      guard digits() else { return false }
    }
    if next(is: "e", or: "E") {
      index += 1
      if next(is: "+", or: "-") {
        index += 1
      }
      guard digits() else { return false }
    }
    return index == bytes.count
  }
}

extension JSONNumber: Hashable, Comparable, CustomStringConvertible, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral
{
  /// Creates an integer.
  public init(integerLiteral value: Int) {
    self.init(value)
  }

  /// Creates a number with a fraction; a literal beyond all doubles is the largest of them.
  public init(floatLiteral value: Double) {
    let largest = Double.greatestFiniteMagnitude
    storage = .text(min(max(value, -largest), largest).description)
  }

  /// The text of the number as it was written.
  public var description: String {
    text
  }

  /// Whether two numbers have the same value.
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    if case .integer(let left) = left.storage, case .integer(let right) = right.storage {
      return left == right
    }
    return left.decimal == right.decimal
  }

  /// Compares by value.
  public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    if case .integer(let left) = left.storage, case .integer(let right) = right.storage {
      return left < right
    }
    return left.decimal < right.decimal
  }

  /// Hashes the value, not the text.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(decimal)
  }
}
