extension StringFormat {
  /// An IPv4 address (RFC 2673, section 3.2, as RFC 3986 `IPv4address`).
  static let ipv4 = StringFormat(
    "ipv4",
    "an IPv4 address",
    sample: "192.0.2.1",
    counterexample: "256.0.0.1"
  ) { isIPv4($0) }

  /// An IPv6 address (RFC 4291, section 2.2), without a zone.
  static let ipv6 = StringFormat(
    "ipv6",
    "an IPv6 address",
    sample: "2001:db8::1",
    counterexample: "2001:db8::1::1"
  ) { isIPv6($0) }

  static func isIPv4(_ text: Span<UInt8>) -> Bool {
    var cursor = FormatCursor()
    for part in 0..<4 {
      if part > 0, !cursor.take(".", in: text) { return false }
      let start = cursor.offset
      let count = cursor.skipDigits(in: text)
      guard count >= 1, count <= 3 else { return false }
      guard count == 1 || text[start] != UInt8(ascii: "0") else { return false }
      var digits = FormatCursor(offset: start)
      guard let value = digits.digits(count, in: text), value <= 255 else { return false }
    }
    return cursor.isAtEnd(of: text)
  }

  static func isIPv6(_ text: Span<UInt8>) -> Bool {
    var cursor = FormatCursor()
    var groups = 0
    var compressed = false
    if cursor.take(":", in: text) {
      guard cursor.take(":", in: text) else { return false }
      compressed = true
    }
    while !cursor.isAtEnd(of: text) {
      let start = cursor.offset
      var length = 0
      while let byte = cursor.peek(text), ASCII.isHexDigit(byte) {
        cursor.offset += 1
        length += 1
      }
      if cursor.peek(text) == UInt8(ascii: ".") {
        guard isIPv4(text.extracting(start..<text.count)) else { return false }
        groups += 2
        cursor.offset = text.count
        break
      }
      guard length >= 1, length <= 4 else { return false }
      groups += 1
      if cursor.isAtEnd(of: text) { break }
      guard cursor.take(":", in: text), !cursor.isAtEnd(of: text) else { return false }
      if cursor.take(":", in: text) {
        guard !compressed else { return false }
        compressed = true
      }
    }
    return compressed ? groups <= 7 : groups == 8
  }
}
