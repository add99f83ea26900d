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

extension StringFormat {
  /// The bytes that a Base64 text without white space stands for; nil for any other text.
  package static func bytes(ofBase64 text: Span<UInt8>) -> [UInt8]? {
    guard base64.json(text) else { return nil }
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for index in text.indices {
      guard let value = value(ofBase64: text[index]) else { break }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  /// The Base64 text of bytes, with padding (RFC 4648, section 4).
  package static func text(inBase64 bytes: some Collection<UInt8>) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var rest = bytes[...]
    while !rest.isEmpty {
      let group = rest.prefix(3)
      let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let digit = digits[Int(bits >> UInt32(18 - 6 * place) & 63)]
        text.append(place <= group.count ? digit : UInt8(ascii: "="))
      }
      rest = rest.dropFirst(3)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func value(ofBase64 byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte) - 0x41
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte) - 0x61 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
