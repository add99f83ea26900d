import AccordSchema

/// What a scalar of YAML means: the core schema of YAML 1.2 (section 10.3.2).
///
/// It knows fewer values than YAML 1.1: `no`, `on`, `2026-01-01`, `1_000` and `0b1` are strings.
enum YAMLScalar: Equatable {
  case null
  case boolean(Bool)
  /// A number, as JSON writes it.
  case number(String)
  /// An infinity or a value that is no number, which JSON cannot say.
  case noNumber
  case string

  /// What a plain scalar without a tag means.
  init(plain text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .boolean(true)
    case "false", "False", "FALSE": self = .boolean(false)
    default: self = Self.numeric(text) ?? .string
    }
  }

  /// The most digits that a number in base 8 or 16 may have.
  private static let mostDigits = 256

  private static func numeric(_ text: String) -> YAMLScalar? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, first < 0x3A else { return nil }
    if first == UInt8(ascii: "0"), bytes.count > 2 {
      switch bytes[1] {
      case UInt8(ascii: "o"): return based(bytes[2...], 8)
      case UInt8(ascii: "x"): return based(bytes[2...], 16)
      default: break
      }
    }
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let sign = first == UInt8(ascii: "-") ? "-" : ""
    var rest = bytes[(isSigned ? 1 : 0)...]
    switch String(decoding: rest, as: UTF8.self) {
    case ".inf", ".Inf", ".INF": return .noNumber
    case ".nan", ".NaN", ".NAN": return isSigned ? nil : .noNumber
    default: break
    }
    let whole = digits(&rest)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = digits(&rest)
      guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    } else if whole.isEmpty {
      return nil
    }
    var text = sign
    let significant = whole.drop { $0 == UInt8(ascii: "0") }
    text += significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
    if !fraction.isEmpty { text += "." + String(decoding: fraction, as: UTF8.self) }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      text += "e"
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        text += sign == UInt8(ascii: "-") ? "-" : "+"
        rest = rest.dropFirst()
      }
      let exponent = digits(&rest)
      guard !exponent.isEmpty else { return nil }
      text += String(decoding: exponent, as: UTF8.self)
    }
    return rest.isEmpty ? .number(text) : nil
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  /// A number in another base, which is exact however large it is.
  private static func based(_ digits: ArraySlice<UInt8>, _ base: Int) -> YAMLScalar? {
    guard digits.count <= mostDigits else { return nil }
    // Decimal digits, the last one first.
    var decimal = [0]
    for digit in digits {
      let scalar = Character(Unicode.Scalar(digit))
      guard let value = scalar.hexDigitValue, value < base else { return nil }
      var carry = value
      for index in decimal.indices {
        let sum = decimal[index] * base + carry
        decimal[index] = sum % 10
        carry = sum / 10
      }
      while carry > 0 {
        decimal.append(carry % 10)
        carry /= 10
      }
    }
    return .number(decimal.reversed().map(String.init).joined())
  }
}
