extension StringFormat {
  /// A GUID in the spellings that .NET's `Guid.Parse` reads: `N`, `D`, `B` and `P`.
  ///
  /// Some hosts write 32 digits without dashes; DataContract's schema in XML admits the dashed
  /// spelling only.
  static let guid = StringFormat(
    "guid",
    "a GUID",
    sample: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    counterexample: "not-a-guid",
    xml: { isDashedUUID($0) },
    json: { text in
      if text.count == 32 {
        var cursor = FormatCursor()
        return cursor.hexDigits(32, in: text)
      }
      guard text.count == 38 else { return isDashedUUID(text) }
      let braced = text[0] == UInt8(ascii: "{") && text[37] == UInt8(ascii: "}")
      let parenthesised = text[0] == UInt8(ascii: "(") && text[37] == UInt8(ascii: ")")
      return (braced || parenthesised) && isDashedUUID(text.extracting(1..<37))
    }
  )

  /// A UUID in the spelling of RFC 9562, section 4.
  static let uuid = StringFormat(
    "uuid",
    "a UUID",
    sample: "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    counterexample: "not-a-uuid"
  ) { isDashedUUID($0) }

  private static func isDashedUUID(_ text: Span<UInt8>) -> Bool {
    guard text.count == 36 else { return false }
    for index in 0..<36 {
      switch index {
      case 8, 13, 18, 23:
        guard text[index] == UInt8(ascii: "-") else { return false }
      default:
        guard ASCII.isHexDigit(text[index]) else { return false }
      }
    }
    return true
  }
}
