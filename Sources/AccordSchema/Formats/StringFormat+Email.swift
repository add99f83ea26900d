extension StringFormat {
  /// An e-mail address (RFC 5321, section 4.1.2, `Mailbox`).
  static let email = StringFormat(
    "email",
    "an e-mail address",
    sample: "george.citizen@example.com",
    counterexample: "george.citizen.example.com"
  ) { isMailbox($0, admitsUnicode: false) }

  /// An e-mail address that may have characters beyond ASCII (RFC 6531, section 3.3).
  static let idnEmail = StringFormat(
    "idn-email",
    "an internationalised e-mail address (RFC 6531)",
    sample: "jörg@bücher.example",
    counterexample: "jörg.bücher.example"
  ) { isMailbox($0, admitsUnicode: true) }

  private static func isMailbox(_ text: Span<UInt8>, admitsUnicode: Bool) -> Bool {
    var cursor = FormatCursor()
    let local =
      text.count > 0 && text[0] == UInt8(ascii: "\"")
      ? quotedString(text, &cursor, admitsUnicode) : dotString(text, &cursor, admitsUnicode)
    guard local, cursor.offset <= 64, cursor.take("@", in: text) else { return false }
    return isMailDomain(text.extracting(cursor.offset..<text.count), admitsUnicode)
  }

  private static func dotString(
    _ text: Span<UInt8>,
    _ cursor: inout FormatCursor,
    _ admitsUnicode: Bool
  ) -> Bool {
    repeat {
      let start = cursor.offset
      while let byte = cursor.peek(text),
        ASCII.isLetterOrDigit(byte) || ASCII.isOneOf(byte, "!#$%&'*+-/=?^_`{|}~")
          || byte >= 0x80 && admitsUnicode
      {
        cursor.offset += 1
      }
      guard cursor.offset > start else { return false }
    } while cursor.take(".", in: text)
    return true
  }

  private static func quotedString(
    _ text: Span<UInt8>,
    _ cursor: inout FormatCursor,
    _ admitsUnicode: Bool
  ) -> Bool {
    cursor.offset = 1
    while let byte = cursor.peek(text) {
      cursor.offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        return true
      case UInt8(ascii: "\\"):
        guard let quoted = cursor.peek(text), quoted >= 0x20, quoted < 0x7F else { return false }
        cursor.offset += 1
      case 0x20..<0x7F:
        continue
      case 0x80... where admitsUnicode:
        continue
      default:
        return false
      }
    }
    return false
  }

  private static func isMailDomain(_ text: Span<UInt8>, _ admitsUnicode: Bool) -> Bool {
    guard text.count > 0, text.count <= 255 else { return false }
    if text[0] == UInt8(ascii: "[") {
      guard text.count > 2, text[text.count - 1] == UInt8(ascii: "]") else { return false }
      let literal = text.extracting(1..<text.count - 1)
      var cursor = FormatCursor()
      for letter in "IPV6" {
        let matches =
          ASCII.isDigit(letter.asciiValue ?? 0)
          ? cursor.take(letter, in: literal) : cursor.takeLetter(letter, in: literal)
        guard matches else { return isIPv4(literal) }
      }
      guard cursor.take(":", in: literal) else { return false }
      return isIPv6(literal.extracting(cursor.offset..<literal.count))
    }
    var label = 0
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: ".") {
        guard label > 0, text[index - 1] != UInt8(ascii: "-") else { return false }
        label = 0
        continue
      }
      guard
        ASCII.isLetterOrDigit(byte) || byte == UInt8(ascii: "-") && label > 0
          || byte >= 0x80 && admitsUnicode
      else { return false }
      label += 1
      guard label <= 63 else { return false }
    }
    return label > 0 && text[text.count - 1] != UInt8(ascii: "-")
  }
}
