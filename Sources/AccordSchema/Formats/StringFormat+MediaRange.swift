extension StringFormat {
  /// A media type, or a range of them (RFC 9110, section 12.5.1), by the name that OpenAPI's Format
  /// Registry gives it.
  static let mediaRange = StringFormat(
    "media-range",
    "a media type or a range of them (RFC 9110)",
    sample: "application/json",
    counterexample: "application"
  ) { isMediaRange($0) }

  private static func isMediaRange(_ text: Span<UInt8>) -> Bool {
    var cursor = FormatCursor()
    let start = cursor.offset
    guard takeToken(text, &cursor) else { return false }
    let isAnyType = cursor.offset == start + 1 && text[start] == UInt8(ascii: "*")
    guard cursor.take("/", in: text) else { return false }
    let subtype = cursor.offset
    guard takeToken(text, &cursor) else { return false }
    // Only every type has every subtype: `*/json` says nothing.
    if isAnyType, cursor.offset != subtype + 1 || text[subtype] != UInt8(ascii: "*") {
      return false
    }
    while !cursor.isAtEnd(of: text) {
      skipSpace(text, &cursor)
      guard cursor.take(";", in: text) else { return false }
      skipSpace(text, &cursor)
      // An empty parameter is none.
      if cursor.isAtEnd(of: text) || cursor.peek(text) == UInt8(ascii: ";") { continue }
      guard takeToken(text, &cursor), cursor.take("=", in: text) else { return false }
      guard takeQuoted(text, &cursor) || takeToken(text, &cursor) else { return false }
    }
    return true
  }

  private static func skipSpace(_ text: Span<UInt8>, _ cursor: inout FormatCursor) {
    while let byte = cursor.peek(text), ASCII.isOneOf(byte, " \t") { cursor.offset += 1 }
  }

  /// Steps over a token (section 5.6.2).
  private static func takeToken(_ text: Span<UInt8>, _ cursor: inout FormatCursor) -> Bool {
    let start = cursor.offset
    while let byte = cursor.peek(text),
      ASCII.isLetterOrDigit(byte) || ASCII.isOneOf(byte, "!#$%&'*+-.^_`|~")
    {
      cursor.offset += 1
    }
    return cursor.offset > start
  }

  /// Steps over a quoted string (section 5.6.4).
  private static func takeQuoted(_ text: Span<UInt8>, _ cursor: inout FormatCursor) -> Bool {
    guard cursor.take("\"", in: text) else { return false }
    while let byte = cursor.peek(text), byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 && byte != 0x7F || byte == 0x09 else { return false }
      cursor.offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return cursor.take("\"", in: text)
  }
}
