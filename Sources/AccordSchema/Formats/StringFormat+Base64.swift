extension StringFormat {
  /// Base64 with padding and without white space (RFC 4648, section 4); `xs:base64Binary` in XML,
  /// which allows white space between the characters.
  static let base64 = StringFormat(
    "base64",
    "Base64 text",
    sample: "QWNjb3Jk",
    counterexample: "QWNjb3Jk=",
    xml: { isBase64($0, whiteSpace: true) },
    json: { isBase64($0, whiteSpace: false) }
  )

  private static func isBase64(_ text: Span<UInt8>, whiteSpace: Bool) -> Bool {
    var count = 0
    var padding = 0
    var last: UInt8 = 0
    for index in text.indices {
      let byte = text[index]
      if whiteSpace, ASCII.isOneOf(byte, " \t\r\n") { continue }
      if byte == UInt8(ascii: "=") {
        padding += 1
      } else {
        guard padding == 0, ASCII.isLetterOrDigit(byte) || ASCII.isOneOf(byte, "+/") else {
          return false
        }
        last = byte
      }
      count += 1
    }
    guard count % 4 == 0, padding <= 2, count >= padding * 2 else { return false }
    // The bits that the padding leaves over must be zero (section 3.5).
    switch padding {
    case 1: return ASCII.isOneOf(last, "AEIMQUYcgkosw048")
    case 2: return ASCII.isOneOf(last, "AQgw")
    default: return true
    }
  }
}
