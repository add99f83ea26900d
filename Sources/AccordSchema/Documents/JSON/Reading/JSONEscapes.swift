/// The escapes of JSON strings (RFC 8259, section 7).
enum JSONEscapes {
  /// The bytes that a string denotes whose escapes are known to be right.
  static func unescaped(_ content: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var index = 0
    while index < content.count {
      let byte = content[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < content.count else {
        result.append(byte)
        index += 1
        continue
      }
      let escape = content[index + 1]
      index += 2
      if escape == UInt8(ascii: "u") {
        let scalar = unicodeEscape(content, &index)
        result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      } else {
        result.append(simple(escape) ?? escape)
      }
    }
    return result
  }

  /// The byte that a backslash and this byte denote; nil if they are no escape or a `\u`.
  @inline(__always)
  static func simple(_ escape: UInt8) -> UInt8? {
    switch escape {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): escape
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// The four hexadecimal digits at an index; nil if they are not there.
  static func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = hexadecimalDigit(byte) else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func unicodeEscape(
    _ content: UnsafeBufferPointer<UInt8>,
    _ index: inout Int
  ) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard let unit = codeUnit(content, at: index) else { return replacement }
    index += 4
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit) ?? replacement }
    guard let trail = codeUnit(content, at: index + 2), UTF16.isTrailSurrogate(trail) else {
      return replacement
    }
    index += 6
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }
}
