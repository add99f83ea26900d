/// Percent-decoding (RFC 3986 section 2.1).
enum PercentDecoding {
  /// The decoded text; an escape that is none stays as it is, and bytes that are not UTF-8 are
  /// repaired.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      let rest = bytes[next...].prefix(2)
      if byte == UInt8(ascii: "%"), rest.count == 2, let value = hexadecimal(rest) {
        decoded.append(value)
        index = bytes.index(next, offsetBy: 2)
        continue
      }
      decoded.append(byte)
      index = next
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func hexadecimal(_ digits: some Sequence<UInt8>) -> UInt8? {
    var value: UInt8 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value << 4 | (digit - 0x30)
      case 0x41...0x46: value = value << 4 | (digit - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | (digit - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }
}
