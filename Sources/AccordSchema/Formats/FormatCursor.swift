/// A place in a text that a format reads from left to right.
///
/// It holds the offset alone; the bytes are passed to each step, so that nothing is copied.
struct FormatCursor: Sendable {
  var offset = 0

  func isAtEnd(of text: Span<UInt8>) -> Bool { offset >= text.count }

  func peek(_ text: Span<UInt8>) -> UInt8? {
    offset < text.count ? text[offset] : nil
  }

  /// Steps over one byte if it is the one that is wanted.
  mutating func take(_ byte: Character, in text: Span<UInt8>) -> Bool {
    guard let wanted = byte.asciiValue, peek(text) == wanted else { return false }
    offset += 1
    return true
  }

  /// Steps over one letter, whatever its case.
  mutating func takeLetter(_ upper: Character, in text: Span<UInt8>) -> Bool {
    guard let wanted = upper.asciiValue, let found = peek(text) else { return false }
    guard found == wanted || found == wanted | 0x20 else { return false }
    offset += 1
    return true
  }

  /// Reads exactly so many decimal digits.
  mutating func digits(_ count: Int, in text: Span<UInt8>) -> Int? {
    guard offset + count <= text.count else { return nil }
    var value = 0
    for index in offset..<offset + count {
      guard let digit = ASCII.digit(text[index]) else { return nil }
      value = value * 10 + digit
    }
    offset += count
    return value
  }

  /// Steps over decimal digits and says how many there were.
  mutating func skipDigits(in text: Span<UInt8>) -> Int {
    let start = offset
    while let byte = peek(text), ASCII.digit(byte) != nil {
      offset += 1
    }
    return offset - start
  }

  /// Steps over one scalar; the text is known to be well-formed UTF-8.
  mutating func scalar(in text: Span<UInt8>) -> UInt32 {
    guard let lead = peek(text) else { return 0 }
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (length == 1 ? 0x7F : 0xFF >> UInt32(length + 1))
    for index in offset + 1..<min(offset + length, text.count) {
      value = value << 6 | UInt32(text[index] & 0x3F)
    }
    offset = min(offset + length, text.count)
    return value
  }

  /// Reads exactly so many hexadecimal digits.
  mutating func hexDigits(_ count: Int, in text: Span<UInt8>) -> Bool {
    guard offset + count <= text.count else { return false }
    for index in offset..<offset + count where !ASCII.isHexDigit(text[index]) {
      return false
    }
    offset += count
    return true
  }
}

/// The classes of ASCII characters that formats speak of.
enum ASCII {
  static func digit(_ byte: UInt8) -> Int? {
    byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A
  }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return isDigit(byte) || lower >= 0x61 && lower <= 0x66
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

  static func isOneOf(_ byte: UInt8, _ characters: StaticString) -> Bool {
    characters.withUTF8Buffer { $0.contains(byte) }
  }
}
