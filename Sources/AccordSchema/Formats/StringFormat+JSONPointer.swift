extension StringFormat {
  /// A JSON Pointer (RFC 6901, section 3).
  static let jsonPointer = StringFormat(
    "json-pointer",
    "a JSON Pointer",
    sample: "/contacts/0/name",
    counterexample: "contacts/0/name"
  ) { isJSONPointer($0) }

  /// A relative JSON Pointer (draft-bhutton-relative-json-pointer-00, section 3).
  static let relativeJSONPointer = StringFormat(
    "relative-json-pointer",
    "a relative JSON Pointer",
    sample: "1/name",
    counterexample: "/name"
  ) { text in
    var cursor = FormatCursor()
    let digits = cursor.skipDigits(in: text)
    guard digits == 1 || digits > 1 && text[0] != UInt8(ascii: "0") else { return false }
    if cursor.take("#", in: text) { return cursor.isAtEnd(of: text) }
    return isJSONPointer(text.extracting(cursor.offset..<text.count))
  }

  private static func isJSONPointer(_ text: Span<UInt8>) -> Bool {
    guard text.count > 0 else { return true }
    guard text[0] == UInt8(ascii: "/") else { return false }
    for index in text.indices where text[index] == UInt8(ascii: "~") {
      guard index + 1 < text.count, ASCII.isOneOf(text[index + 1], "01") else { return false }
    }
    return true
  }
}
