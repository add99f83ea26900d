/// The formats of numbers that OpenAPI adds (OpenAPI 3.0.3, section 4.4, and its Format Registry).
extension StringFormat {
  static let int8 = integer("int8", Int8.self)
  static let int16 = integer("int16", Int16.self)
  static let int32 = integer("int32", Int32.self)
  static let int64 = integer("int64", Int64.self)
  static let uint8 = integer("uint8", UInt8.self)
  static let uint16 = integer("uint16", UInt16.self)
  static let uint32 = integer("uint32", UInt32.self)
  static let uint64 = integer("uint64", UInt64.self)

  /// Numbers that a single-precision number of IEEE 754 can stand for; most are rounded.
  static let float = StringFormat(
    "float",
    "a number within the range of single precision",
    types: [.integer, .number],
    sample: 1.5,
    counterexample: .number(JSONNumber(checked: "1e39"))
  ) { text in Float(Self.text(text))?.isFinite == true }

  /// Numbers that a double-precision number of IEEE 754 can stand for; most are rounded.
  static let double = StringFormat(
    "double",
    "a number within the range of double precision",
    types: [.integer, .number],
    sample: 1.5,
    counterexample: .number(JSONNumber(checked: "1e309"))
  ) { text in Double(Self.text(text))?.isFinite == true }

  /// Base64 (RFC 4648, section 4) by the name that OpenAPI gives it.
  static let byte = StringFormat(
    "byte",
    base64.phrase,
    sample: base64.sample,
    counterexample: base64.counterexample,
    xml: base64.xml,
    json: base64.json
  )

  private static func integer<Integer: FixedWidthInteger>(
    _ name: String,
    _ type: Integer.Type
  ) -> StringFormat {
    let least = JSONNumber(checked: String(Integer.min))
    let greatest = JSONNumber(checked: String(Integer.max))
    let (low, high) = (least.decimal, greatest.decimal)
    return StringFormat(
      name,
      "a whole number from \(least) to \(greatest)",
      types: [.integer, .number],
      sample: 1,
      counterexample: .number(JSONNumber(checked: String(Integer.max) + "0")),
      range: (least, greatest)
    ) { text in
      let isNumber = text.withUnsafeBufferPointer { JSONNumber.isNumber($0) }
      guard isNumber else { return false }
      let value = JSONDecimal(checked: Self.text(text))
      return value.isInteger && value >= low && value <= high
    }
  }

  private static func text(_ text: Span<UInt8>) -> String {
    text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
