/// A text in UTF-16 or UTF-32 (Unicode Standard, section 3.10).
struct WideText {
  /// The text.
  var text: String
  private let width: Int
  private let isBigEndian: Bool

  /// Reads bytes that have a byte order mark, or so many zero bytes that they are such a text.
  init?(_ bytes: [UInt8]) {
    guard let (width, isBigEndian) = Self.form(of: bytes), bytes.count.isMultiple(of: width) else {
      return nil
    }
    var units: [UInt32] = []
    units.reserveCapacity(bytes.count / width)
    for start in stride(from: 0, to: bytes.count, by: width) {
      let unit = bytes[start..<start + width]
      let ordered = isBigEndian ? Array(unit) : Array(unit.reversed())
      units.append(ordered.reduce(0) { $0 << 8 | UInt32($1) })
    }
    let text =
      width == 2
      ? String(validating: units.map { UInt16(truncatingIfNeeded: $0) }, as: UTF16.self)
      : String(validating: units, as: UTF32.self)
    guard let text else { return nil }
    self.text = text
    self.width = width
    self.isBigEndian = isBigEndian
  }

  /// The text in its encoding.
  var bytes: [UInt8] {
    let units =
      width == 2 ? text.utf16.map { UInt32($0) } : text.unicodeScalars.map(\.value)
    return units.flatMap { unit -> [UInt8] in
      let bytes = (0..<width).map { UInt8(truncatingIfNeeded: unit >> UInt32(8 * $0)) }
      return isBigEndian ? bytes.reversed() : bytes
    }
  }

  private static func form(of bytes: [UInt8]) -> (width: Int, isBigEndian: Bool)? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (4, false) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (4, true) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (2, false) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (2, true) }
    // Most of what is written in Latin letters has a zero in every unit, always at one side.
    let head = bytes.prefix(256)
    let zeros = (0..<4).map { place in
      head.indices.count { $0 % 4 == place && head[$0] == 0 }
    }
    let quarter = head.count / 4
    guard quarter > 0 else { return nil }
    let isMostlyZero = zeros.map { $0 * 4 >= quarter * 3 }
    switch isMostlyZero {
    case [false, true, true, true]: return (4, false)
    case [true, true, true, false]: return (4, true)
    case [false, true, false, true]: return (2, false)
    case [true, false, true, false]: return (2, true)
    default: return nil
    }
  }
}
