/// The encodings in which documents are read.
package enum XMLEncoding: Sendable, Hashable {
  case utf8, utf16BigEndian, utf16LittleEndian, latin1, ascii

  /// The encoding that a charset or an XML declaration names; nil if it is not read.
  ///
  /// `UTF-16` without an order is big-endian until the bytes show otherwise.
  init?(named name: String) {
    if name == "UTF-8" || name == "utf-8" {
      self = .utf8
      return
    }
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16", "utf16", "utf-16be", "iso-10646-ucs-2": self = .utf16BigEndian
    case "utf-16le": self = .utf16LittleEndian
    case "iso-8859-1", "latin1", "latin-1", "iso_8859-1", "l1": self = .latin1
    case "us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us": self = .ascii
    default: return nil
    }
  }

  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16BigEndian: "UTF-16BE"
    case .utf16LittleEndian: "UTF-16LE"
    case .latin1: "ISO-8859-1"
    case .ascii: "US-ASCII"
    }
  }

  var isUTF16: Bool {
    self == .utf16BigEndian || self == .utf16LittleEndian
  }

  /// Whether a document in this encoding may name that one in its declaration.
  func agrees(with declared: String) -> Bool {
    guard let other = XMLEncoding(named: declared) else { return false }
    if isUTF16, other.isUTF16 {
      return declared.lowercased().hasSuffix("le") ? self == .utf16LittleEndian : true
    }
    return self == other
  }

  // MARK: Offsets

  /// The offset in the document, after its mark, of an offset in the transcoded text.
  func byteOffset(ofText offset: Int, in text: [UInt8]) -> Int {
    byteCount(of: 0..<offset, in: text)
  }

  /// The length in the document of a range of the transcoded text.
  func byteCount(of range: Range<Int>, in text: [UInt8]) -> Int {
    switch self {
    case .utf8, .ascii: range.count
    case .latin1: text[range].count { $0 & 0xC0 != 0x80 }
    case .utf16BigEndian, .utf16LittleEndian: text[range].reduce(0) { $0 + Self.size($1) }
    }
  }

  /// The offset in the transcoded text of an offset in the document, after its mark.
  func textOffset(ofByte offset: Int, in text: [UInt8]) -> Int {
    guard self != .utf8, self != .ascii else { return min(max(offset, 0), text.count) }
    var reached = 0
    var index = 0
    while index < text.count {
      let size = self == .latin1 ? (text[index] & 0xC0 != 0x80 ? 1 : 0) : Self.size(text[index])
      guard reached + size <= max(offset, 0) else { break }
      reached += size
      index += 1
    }
    return index
  }

  /// The bytes in UTF-16 of the scalar that begins with this byte of UTF-8.
  private static func size(_ byte: UInt8) -> Int {
    byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 4 : 2
  }
}
