extension StringFormat {
  /// A URI (RFC 3986, section 3): it has a scheme.
  static let uri = StringFormat(
    "uri",
    "a URI",
    sample: "https://example.com/photo.jpg",
    counterexample: "//example.com/photo.jpg"
  ) { isURI($0, schemeRequired: true) }

  /// A URI or a relative reference (RFC 3986, section 4.1).
  static let uriReference = StringFormat(
    "uri-reference",
    "a URI or a relative reference",
    sample: "/photo.jpg",
    counterexample: "\\photo.jpg"
  ) { isURI($0, schemeRequired: false) }

  static func isURI(_ text: Span<UInt8>, schemeRequired: Bool) -> Bool {
    var rest = 0
    if let colon = schemeEnd(text) {
      rest = colon + 1
    } else if schemeRequired {
      return false
    }
    let hasScheme = rest > 0
    var cursor = FormatCursor(offset: rest)
    if cursor.take("/", in: text), cursor.take("/", in: text) {
      let start = cursor.offset
      while let byte = cursor.peek(text), !ASCII.isOneOf(byte, "/?#") {
        cursor.offset += 1
      }
      guard isAuthority(text.extracting(start..<cursor.offset)) else { return false }
    } else {
      cursor.offset = rest
    }
    let path = cursor.offset
    while let byte = cursor.peek(text), !ASCII.isOneOf(byte, "?#") {
      cursor.offset += 1
    }
    guard isURIText(text.extracting(path..<cursor.offset), also: ":@/") else { return false }
    if !hasScheme, path == 0, colonInFirstSegment(text.extracting(0..<cursor.offset)) {
      return false
    }
    if cursor.take("?", in: text) {
      let start = cursor.offset
      while let byte = cursor.peek(text), byte != UInt8(ascii: "#") {
        cursor.offset += 1
      }
      guard isURIText(text.extracting(start..<cursor.offset), also: ":@/?") else { return false }
    }
    if cursor.take("#", in: text) {
      return isURIText(text.extracting(cursor.offset..<text.count), also: ":@/?")
    }
    return cursor.isAtEnd(of: text)
  }

  /// The offset of the colon after a scheme (section 3.1).
  private static func schemeEnd(_ text: Span<UInt8>) -> Int? {
    guard text.count > 0, ASCII.isLetter(text[0]) else { return nil }
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: ":") { return index }
      guard ASCII.isLetterOrDigit(byte) || ASCII.isOneOf(byte, "+-.") else { return nil }
    }
    return nil
  }

  /// A relative reference has no colon in its first segment (section 4.2, `path-noscheme`).
  private static func colonInFirstSegment(_ path: Span<UInt8>) -> Bool {
    for index in path.indices {
      if path[index] == UInt8(ascii: "/") { return false }
      if path[index] == UInt8(ascii: ":") { return true }
    }
    return false
  }

  private static func isAuthority(_ text: Span<UInt8>) -> Bool {
    var host = 0
    for index in text.indices where text[index] == UInt8(ascii: "@") {
      guard host == 0, isURIText(text.extracting(0..<index), also: ":") else { return false }
      host = index + 1
    }
    if host < text.count, text[host] == UInt8(ascii: "[") {
      var end = host + 1
      while end < text.count, text[end] != UInt8(ascii: "]") { end += 1 }
      guard end < text.count, isIPLiteral(text.extracting(host + 1..<end)) else { return false }
      return isPort(text.extracting(end + 1..<text.count))
    }
    var end = host
    while end < text.count, text[end] != UInt8(ascii: ":") { end += 1 }
    return isURIText(text.extracting(host..<end), also: "")
      && isPort(text.extracting(end..<text.count))
  }

  /// An address in brackets (section 3.2.2): IPv6, or `v`, a version and an address to come.
  private static func isIPLiteral(_ text: Span<UInt8>) -> Bool {
    var cursor = FormatCursor()
    guard cursor.takeLetter("V", in: text) else { return isIPv6(text) }
    let start = cursor.offset
    while let byte = cursor.peek(text), ASCII.isHexDigit(byte) {
      cursor.offset += 1
    }
    guard cursor.offset > start, cursor.take(".", in: text) else { return false }
    let address = text.extracting(cursor.offset..<text.count)
    guard address.count > 0 else { return false }
    for index in address.indices where address[index] == UInt8(ascii: "%") {
      return false
    }
    return isURIText(address, also: ":")
  }

  private static func isPort(_ text: Span<UInt8>) -> Bool {
    if text.isEmpty { return true }
    var cursor = FormatCursor()
    guard cursor.take(":", in: text) else { return false }
    _ = cursor.skipDigits(in: text)
    return cursor.isAtEnd(of: text)
  }

  /// Unreserved characters, percent escapes, sub-delimiters (section 2), and some more.
  private static func isURIText(_ text: Span<UInt8>, also more: StaticString) -> Bool {
    var cursor = FormatCursor()
    while let byte = cursor.peek(text) {
      cursor.offset += 1
      if byte == UInt8(ascii: "%") {
        guard cursor.hexDigits(2, in: text) else { return false }
        continue
      }
      guard
        ASCII.isLetterOrDigit(byte) || ASCII.isOneOf(byte, "-._~!$&'()*+,;=")
          || ASCII.isOneOf(byte, more)
      else { return false }
    }
    return true
  }
}
