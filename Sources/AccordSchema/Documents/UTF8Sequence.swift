/// Well-formed UTF-8 sequences (Unicode, table 3-7): no overlong forms, no surrogates, nothing above
/// U+10FFFF.
enum UTF8Sequence {
  /// The length of the sequence at the start of the bytes; nil if there is none.
  static func length(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let lead = bytes.first else { return nil }
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      second = 0xA0...0xBF
    case 0xED:
      length = 3
      second = 0x80...0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      second = 0x90...0xBF
    case 0xF4:
      length = 4
      second = 0x80...0x8F
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard bytes.count >= length, second.contains(bytes[1]) else { return nil }
    for index in 2..<max(length, 2) where bytes[index] & 0xC0 != 0x80 {
      return nil
    }
    return length
  }

  /// The offset of the first byte that is not part of a well-formed sequence; nil if there is none.
  static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      guard let length = length(UnsafeBufferPointer(rebasing: bytes[index...])) else {
        return index
      }
      index += length
    }
    return nil
  }

  /// The scalar of a sequence that is known to be well-formed, and therefore whole: its first byte
  /// says how many are read.
  @inline(__always)
  static func scalar(_ bytes: UnsafePointer<UInt8>) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[0])
    assert(lead < 0x80 || (0xC2...0xF4).contains(lead), "no lead byte")
    assert(lead < 0x80 || bytes[1] & 0xC0 == 0x80, "no continuation byte")
    if lead < 0x80 {
      return (lead, 1)
    }
    if lead < 0xE0 {
      return ((lead & 0x1F) << 6 | UInt32(bytes[1] & 0x3F), 2)
    }
    if lead < 0xF0 {
      let value = (lead & 0x0F) << 12 | UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F)
      return (value, 3)
    }
    let high = (lead & 0x07) << 18 | UInt32(bytes[1] & 0x3F) << 12
    return (high | UInt32(bytes[2] & 0x3F) << 6 | UInt32(bytes[3] & 0x3F), 4)
  }
}
