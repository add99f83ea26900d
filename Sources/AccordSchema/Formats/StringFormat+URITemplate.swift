extension StringFormat {
  /// A URI template (RFC 6570, section 2).
  static let uriTemplate = StringFormat(
    "uri-template",
    "a URI template (RFC 6570)",
    sample: "/contacts/{id}{?fields*}",
    counterexample: "/contacts/{id"
  ) { text in
    var cursor = FormatCursor()
    while let byte = cursor.peek(text) {
      cursor.offset += 1
      let isRead =
        switch byte {
        case UInt8(ascii: "{"): takeExpression(text, &cursor)
        case UInt8(ascii: "%"): cursor.hexDigits(2, in: text)
        default: isLiteral(byte)
        }
      guard isRead else { return false }
    }
    return true
  }

  /// Section 2.1; the apostrophe is admitted, as erratum 6937 says.
  private static func isLiteral(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && !ASCII.isOneOf(byte, "\"<>\\^`{|}")
  }

  /// The rest of an expression: an operator, variables and a brace (section 2.2).
  private static func takeExpression(_ text: Span<UInt8>, _ cursor: inout FormatCursor) -> Bool {
    if let byte = cursor.peek(text), ASCII.isOneOf(byte, "+#./;?&=,!@|") { cursor.offset += 1 }
    repeat {
      guard takeVariable(text, &cursor) else { return false }
    } while cursor.take(",", in: text)
    return cursor.take("}", in: text)
  }

  /// A name with dots between its parts, and a prefix length or `*` (sections 2.3 and 2.4).
  private static func takeVariable(_ text: Span<UInt8>, _ cursor: inout FormatCursor) -> Bool {
    repeat {
      let start = cursor.offset
      while let byte = cursor.peek(text) {
        if ASCII.isLetterOrDigit(byte) || byte == UInt8(ascii: "_") {
          cursor.offset += 1
        } else if cursor.take("%", in: text) {
          guard cursor.hexDigits(2, in: text) else { return false }
        } else {
          break
        }
      }
      guard cursor.offset > start else { return false }
    } while cursor.take(".", in: text)
    if cursor.take("*", in: text) { return true }
    guard cursor.take(":", in: text) else { return true }
    let start = cursor.offset
    let digits = cursor.skipDigits(in: text)
    return (1...4).contains(digits) && text[start] != UInt8(ascii: "0")
  }
}
