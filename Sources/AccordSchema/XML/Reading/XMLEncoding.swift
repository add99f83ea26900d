/// The encodings in which documents are read.
package enum XMLEncoding: Sendable, Hashable {
  case utf8, utf16BigEndian, utf16LittleEndian, utf32BigEndian, utf32LittleEndian, latin1, ascii
  case codePage(CodePage)

  /// The encoding that a charset or an XML declaration names; nil if it is not read.
  ///
  /// `UTF-16` and `UTF-32` without an order are big-endian until the bytes show otherwise.
  init?(named name: String) {
    if name == "UTF-8" || name == "utf-8" {
      self = .utf8
      return
    }
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16", "utf16", "utf-16be", "iso-10646-ucs-2": self = .utf16BigEndian
    case "utf-16le": self = .utf16LittleEndian
    case "utf-32", "utf32", "utf-32be", "iso-10646-ucs-4": self = .utf32BigEndian
    case "utf-32le": self = .utf32LittleEndian
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "iso_8859-1", "iso_8859-1:1987", "l1":
      self = .latin1
    case "us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us": self = .ascii
    default:
      guard let page = CodePage.named(name) else { return nil }
      self = .codePage(page)
    }
  }

  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16BigEndian: "UTF-16BE"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf32BigEndian: "UTF-32BE"
    case .utf32LittleEndian: "UTF-32LE"
    case .latin1: "ISO-8859-1"
    case .ascii: "US-ASCII"
    case .codePage(let page): page.name
    }
  }

  var isUTF16: Bool {
    self == .utf16BigEndian || self == .utf16LittleEndian
  }

  var isUTF32: Bool {
    self == .utf32BigEndian || self == .utf32LittleEndian
  }

  /// Whether a document in this encoding may name that one in its declaration.
  func agrees(with declared: String) -> Bool {
    guard let other = XMLEncoding(named: declared) else { return false }
    guard isUTF16 && other.isUTF16 || isUTF32 && other.isUTF32 else { return self == other }
    return Self.saysOrder(declared) ? self == other : true
  }

  /// Whether a name says in which order the bytes of a unit stand.
  static func saysOrder(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix("le") || name.hasSuffix("be")
  }

  // MARK: Offsets

  /// The offset in the document, after its mark, of an offset in the transcoded text.
  func byteOffset(ofText offset: Int, in text: [UInt8]) -> Int {
    byteCount(of: 0..<offset, in: text)
  }

  /// The length in the document of a range of the transcoded text.
  func byteCount(of range: Range<Int>, in text: [UInt8]) -> Int {
    guard self != .utf8, self != .ascii else { return range.count }
    return text[range].reduce(0) { $0 + size($1) }
  }

  /// The offset in the transcoded text of an offset in the document, after its mark.
  func textOffset(ofByte offset: Int, in text: [UInt8]) -> Int {
    guard self != .utf8, self != .ascii else { return min(max(offset, 0), text.count) }
    var reached = 0
    var index = 0
    while index < text.count {
      let size = size(text[index])
      guard reached + size <= max(offset, 0) else { break }
      reached += size
      index += 1
    }
    return index
  }

  /// The bytes in the document of the scalar that begins with this byte of UTF-8.
  private func size(_ byte: UInt8) -> Int {
    guard byte & 0xC0 != 0x80 else { return 0 }
    switch self {
    case .utf8, .ascii, .latin1, .codePage: return 1
    case .utf16BigEndian, .utf16LittleEndian: return byte >= 0xF0 ? 4 : 2
    case .utf32BigEndian, .utf32LittleEndian: return 4
    }
  }
}
