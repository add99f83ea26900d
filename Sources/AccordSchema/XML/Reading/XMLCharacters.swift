/// The character classes of XML 1.0, fifth edition.
enum XMLCharacters {
  /// White space (production 3).
  @inline(__always)
  static func isWhiteSpace(_ value: UInt32) -> Bool {
    value == 0x20 || value == 0x09 || value == 0x0A || value == 0x0D
  }

  @inline(__always)
  static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte <= 0x20 && isWhiteSpace(UInt32(byte))
  }

  /// The characters of a document (production 2).
  static func isCharacter(_ value: UInt32) -> Bool {
    switch value {
    case 0x20...0xD7FF, 0x09, 0x0A, 0x0D, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// The first character of a name (production 4), the colon included.
  static func isNameStart(_ value: UInt32) -> Bool {
    switch value {
    case 0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF,
      0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF,
      0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default:
      false
    }
  }

  /// A further character of a name (production 4a).
  static func isName(_ value: UInt32) -> Bool {
    switch value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isNameStart(value)
    }
  }

  /// A further character of a name, below U+0080.
  @inline(__always)
  static func isASCIIName(_ byte: UInt8) -> Bool {
    // Two words of bits, one for each half of ASCII.
    let bits: UInt64 = byte < 0x40 ? 0x07FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return byte < 0x80 && bits >> UInt64(byte & 0x3F) & 1 == 1
  }

  /// Whether a text is a name without a prefix (Namespaces in XML 1.0, NCName).
  static func isNCName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isNameStart(first.value) else { return false }
    return text.unicodeScalars.allSatisfy { isName($0.value) && $0 != ":" }
  }
}
