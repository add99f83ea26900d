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

  /// Whether a text is a URI, or an IRI, which may have characters beyond ASCII (RFC 3987, section
  /// 2.2).
  static func isURI(
    _ text: Span<UInt8>,
    schemeRequired: Bool,
    admitsUnicode: Bool = false
  ) -> Bool {
    let unicode: URICharacters = admitsUnicode ? .unicode : .ascii
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
      guard isAuthority(text.extracting(start..<cursor.offset), unicode) else { return false }
    } else {
      cursor.offset = rest
    }
    let path = cursor.offset
    while let byte = cursor.peek(text), !ASCII.isOneOf(byte, "?#") {
      cursor.offset += 1
    }
    guard isURIText(text.extracting(path..<cursor.offset), unicode, also: ":@/") else {
      return false
    }
    if !hasScheme, path == 0, colonInFirstSegment(text.extracting(0..<cursor.offset)) {
      return false
    }
    if cursor.take("?", in: text) {
      let start = cursor.offset
      while let byte = cursor.peek(text), byte != UInt8(ascii: "#") {
        cursor.offset += 1
      }
      let query: URICharacters = admitsUnicode ? .unicodeAndPrivate : .ascii
      guard isURIText(text.extracting(start..<cursor.offset), query, also: ":@/?") else {
        return false
      }
    }
    if cursor.take("#", in: text) {
      return isURIText(text.extracting(cursor.offset..<text.count), unicode, also: ":@/?")
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

  private static func isAuthority(_ text: Span<UInt8>, _ unicode: URICharacters) -> Bool {
    var host = 0
    for index in text.indices where text[index] == UInt8(ascii: "@") {
      guard host == 0, isURIText(text.extracting(0..<index), unicode, also: ":") else {
        return false
      }
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
    return isURIText(text.extracting(host..<end), unicode, also: "")
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
    return isURIText(address, .ascii, also: ":")
  }

  private static func isPort(_ text: Span<UInt8>) -> Bool {
    if text.isEmpty { return true }
    var cursor = FormatCursor()
    guard cursor.take(":", in: text) else { return false }
    _ = cursor.skipDigits(in: text)
    return cursor.isAtEnd(of: text)
  }

  /// Unreserved characters, percent escapes, sub-delimiters (section 2), and some more.
  private static func isURIText(
    _ text: Span<UInt8>,
    _ unicode: URICharacters,
    also more: StaticString
  ) -> Bool {
    var cursor = FormatCursor()
    while let byte = cursor.peek(text) {
      if byte >= 0x80 {
        guard unicode.admits(cursor.scalar(in: text)) else { return false }
        continue
      }
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

/// Which characters beyond ASCII a part of an IRI may have (RFC 3987, section 2.2).
private enum URICharacters {
  case ascii
  /// The rule `ucschar`.
  case unicode
  /// The rules `ucschar` and `iprivate`.
  case unicodeAndPrivate

  func admits(_ scalar: UInt32) -> Bool {
    guard self != .ascii else { return false }
    switch scalar {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: return true
    case 0xE000...0xF8FF: return self == .unicodeAndPrivate
    case 0x10000...0xDFFFF, 0xE1000...0xEFFFF: return scalar & 0xFFFF <= 0xFFFD
    case 0xF0000...0x10FFFF: return self == .unicodeAndPrivate && scalar & 0xFFFF <= 0xFFFD
    default: return false
    }
  }
}
