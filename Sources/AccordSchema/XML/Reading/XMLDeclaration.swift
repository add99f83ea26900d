/// An XML declaration (productions 23 to 32, 80 and 81).
struct XMLDeclaration {
  var version = ""
  var encoding: String?
  var standalone: String?

  /// The offset after the declaration.
  var end = 0

  /// Reads the declaration at the start of a document; nil if there is none.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) throws(XMLFailure) -> XMLDeclaration? {
    if let declaration = common(bytes, from: start) { return declaration }
    guard bytes.count > start + 5, bytes[start..<start + 5].elementsEqual("<?xml".utf8),
      XMLCharacters.isWhiteSpace(bytes[start + 5]) || bytes[start + 5] == UInt8(ascii: "?")
    else { return nil }
    var reader = Reader(bytes: bytes, index: start + 5)
    return try reader.read()
  }

  /// The declaration that nearly every document has.
  private static func common(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> XMLDeclaration? {
    let upper: StaticString = #"<?xml version="1.0" encoding="UTF-8"?>"#
    let lower: StaticString = #"<?xml version="1.0" encoding="utf-8"?>"#
    let length = upper.utf8CodeUnitCount
    guard bytes.count - start >= length, let base = bytes.baseAddress else { return nil }
    let encoding: String
    if isNext(base + start, upper) {
      encoding = "UTF-8"
    } else if isNext(base + start, lower) {
      encoding = "utf-8"
    } else {
      return nil
    }
    return XMLDeclaration(version: "1.0", encoding: encoding, end: start + length)
  }

  /// Whether there stands a text of at least eight bytes, of which as many can be read.
  private static func isNext(_ place: UnsafePointer<UInt8>, _ text: StaticString) -> Bool {
    let last = text.utf8CodeUnitCount - 8
    assert(last >= 0)
    var offset = 0
    while true {
      let found = UnsafeRawPointer(place + offset).loadUnaligned(as: UInt64.self)
      let expected = UnsafeRawPointer(text.utf8Start + offset).loadUnaligned(as: UInt64.self)
      guard found == expected else { return false }
      guard offset < last else { return true }
      // The last word overlaps the one before it.
      offset = min(offset + 8, last)
    }
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var index: Int

    /// Where the last value begins, for the evidence.
    private var valueStart = 0

    init(bytes: UnsafeBufferPointer<UInt8>, index: Int) {
      self.bytes = bytes
      self.index = index
    }

    private var byte: UInt8? {
      index < bytes.count ? bytes[index] : nil
    }

    mutating func read() throws(XMLFailure) -> XMLDeclaration {
      var declaration = XMLDeclaration()
      guard skipWhiteSpace(), skip("version") else { throw failure(.version) }
      declaration.version = try value(.version)
      guard declaration.version.hasPrefix("1."), declaration.version.utf8.count > 2,
        declaration.version.utf8.dropFirst(2).allSatisfy({ (0x30...0x39).contains($0) })
      else { throw invalidValue(.version) }
      var hasSpace = skipWhiteSpace()
      if skip("encoding") {
        guard hasSpace else { throw failure(.end) }
        let name = try value(.encoding)
        guard Self.isEncodingName(name) else { throw invalidValue(.encoding) }
        declaration.encoding = name
        hasSpace = skipWhiteSpace()
      }
      if skip("standalone") {
        guard hasSpace else { throw failure(.end) }
        let value = try value(.standalone)
        guard value == "yes" || value == "no" else { throw invalidValue(.standalone) }
        declaration.standalone = value
        _ = skipWhiteSpace()
      }
      guard skip("?>") else { throw failure(.end) }
      declaration.end = index
      return declaration
    }

    /// `=` and a value in quotes.
    private mutating func value(_ part: XMLSyntaxError.DeclarationPart) throws(XMLFailure) -> String
    {
      _ = skipWhiteSpace()
      guard skip("=") else { throw failure(part) }
      _ = skipWhiteSpace()
      guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        throw failure(part)
      }
      let first = index + 1
      valueStart = first
      // No value of a declaration is long.
      let end = bytes[first...].prefix(256).firstIndex(of: quote)
      guard let end else { throw failure(part) }
      index = end + 1
      return String(decoding: bytes[first..<end], as: UTF8.self)
    }

    private mutating func skipWhiteSpace() -> Bool {
      let start = index
      while let byte, XMLCharacters.isWhiteSpace(byte) {
        index += 1
      }
      return index > start
    }

    private mutating func skip(_ text: StaticString) -> Bool {
      let length = text.utf8CodeUnitCount
      guard bytes.count - index >= length else { return false }
      for offset in 0..<length where bytes[index + offset] != text.utf8Start[offset] {
        return false
      }
      index += length
      return true
    }

    private static func isEncodingName(_ name: String) -> Bool {
      guard let first = name.utf8.first else { return false }
      func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
      return isLetter(first)
        && name.utf8.allSatisfy { byte in
          isLetter(byte) || (0x30...0x39).contains(byte)
            || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        }
    }

    private func invalidValue(_ part: XMLSyntaxError.DeclarationPart) -> XMLFailure {
      XMLFailure(.invalidDeclaration(part), at: valueStart)
    }

    private func failure(_ part: XMLSyntaxError.DeclarationPart) -> XMLFailure {
      XMLFailure(.invalidDeclaration(part), at: index)
    }
  }
}
