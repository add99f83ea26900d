import Testing

@testable import AccordSchema

@Suite("XML encodings")
struct XMLEncodingTests {
  private static func utf16(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
    (mark ? [0xFEFF] : []).appending(Array(text.utf16)).flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }

  private static let text = "<?xml version='1.0' encoding='UTF-16'?>\n<é>🐲x<b/></é>"

  @Test(
    "UTF-16 is read in both orders, with offsets of the bytes as they were",
    arguments: [true, false]
  )
  func utf16(bigEndian: Bool) throws {
    let document = try XMLDocument(parsing: Self.utf16(Self.text, bigEndian: bigEndian))
    #expect(document.root.name == "é")
    #expect(document.root.text == "🐲x")
    let inner = document.root.childElements[0]
    #expect(inner.position == SourcePosition(byte: 2 + 2 * 46, line: 2, column: 6))
    #expect(inner.byteRange == 94..<102)
    #expect(document.position(ofByte: 94) == inner.position)
    #expect(document.notices.isEmpty)
  }

  @Test("UTF-16 without a mark is read and noticed")
  func withoutMark() throws {
    let bytes = Self.utf16("<a>é</a>", bigEndian: false, mark: false)
    let document = try XMLDocument(parsing: bytes)
    #expect(document.root.text == "é")
    #expect(
      document.notices.map(\.description) == [
        "line 1, column 1: the document is in UTF-16 without a byte order mark"
      ]
    )
  }

  @Test("ISO-8859-1 is read by declaration and by charset", arguments: [nil, "iso-8859-1"])
  func latin1(charset: String?) throws {
    let declaration = charset == nil ? "<?xml version='1.0' encoding='ISO-8859-1'?>" : ""
    let bytes = Array((declaration + "<a>").utf8) + [0xE9] + Array("<b/></a>".utf8)
    let document = try XMLDocument(parsing: bytes, charset: charset)
    #expect(document.root.text == "é")
    let inner = document.root.childElements[0]
    #expect(inner.byteRange == bytes.count - 8..<bytes.count - 4)
    #expect(document.position(ofByte: bytes.count - 8) == inner.position)
  }

  /// One letter of each code page that the others have elsewhere, or not at all.
  private static let codePages: [(name: String, byte: UInt8, letter: String)] = [
    ("windows-1250", 0x8A, "Š"), ("windows-1251", 0xDF, "Я"), ("windows-1252", 0x80, "€"),
    ("windows-1253", 0xE1, "α"), ("windows-1254", 0xD0, "Ğ"), ("windows-1255", 0xE0, "א"),
    ("windows-1256", 0x81, "پ"), ("windows-1257", 0xE0, "ą"), ("windows-1258", 0xFE, "₫"),
    ("ISO-8859-2", 0xA3, "Ł"), ("iso-8859-3", 0xA1, "Ħ"), ("iso_8859-4", 0xA2, "ĸ"),
    ("ISO-8859-5", 0xB0, "А"), ("ISO-8859-6", 0xC7, "ا"), ("ISO-8859-7", 0xA4, "€"),
    ("ISO-8859-8", 0xE0, "א"), ("ISO-8859-9", 0xFD, "ı"), ("ISO-8859-10", 0xBD, "―"),
    ("ISO-8859-11", 0xA1, "ก"), ("ISO-8859-13", 0xE0, "ą"), ("ISO-8859-14", 0xA1, "Ḃ"),
    ("ISO-8859-15", 0xA4, "€"), ("ISO-8859-16", 0xAA, "Ș"), ("latin2", 0xA3, "Ł"),
    ("cp1252", 0x92, "\u{2019}"), ("ISO_8859-15:1999", 0xA4, "€"), ("latin-9", 0xA4, "€"),
  ]

  @Test(
    "Code pages of Windows and ISO 8859 are read by declaration and by charset",
    arguments: codePages
  )
  func codePage(name: String, byte: UInt8, letter: String) throws {
    // A full name with a year is no name for a declaration, where a colon may not stand.
    for isDeclared in name.contains(":") ? [false] : [true, false] {
      let declaration = isDeclared ? "<?xml version='1.0' encoding='\(name)'?>" : ""
      let bytes = Array((declaration + "<a>").utf8) + [byte] + Array("<b/></a>".utf8)
      let document = try XMLDocument(parsing: bytes, charset: isDeclared ? nil : name)
      #expect(document.root.text == letter, "\(name)")
      #expect(document.notices.isEmpty)
      let inner = document.root.childElements[0]
      #expect(inner.byteRange == bytes.count - 8..<bytes.count - 4)
      #expect(document.position(ofByte: bytes.count - 8) == inner.position)
    }
  }

  @Test("Every code page has characters of its own, each once, and ASCII below")
  func tables() {
    #expect(CodePage.all.count == 23)
    for page in CodePage.all {
      let table = page.table
      #expect(table.count == 256, "\(page.name)")
      #expect(Set(table.compactMap(\.self)).count == table.count { $0 != nil }, "\(page.name)")
      #expect(table[0x41] == [0x41] && table[0x7E] == [0x7E], "\(page.name)")
      #expect(CodePage.named(page.name) == page)
    }
    #expect(Set(CodePage.all.map(\.table)).count == CodePage.all.count)
  }

  @Test(
    "UTF-32 is read in both orders, with a mark or without",
    arguments: [true, false],
    [true, false]
  )
  func utf32(bigEndian: Bool, mark: Bool) throws {
    let text = (mark ? "\u{FEFF}" : "") + "<?xml version='1.0' encoding='UTF-32'?>\n<é>🐲x<b/></é>"
    let bytes = text.unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (24 - 8 * $0)) }
      return bigEndian ? bytes : bytes.reversed()
    }
    let document = try XMLDocument(parsing: bytes)
    #expect(document.root.name == "é" && document.root.text == "🐲x")
    #expect(document.notices.isEmpty)
    let start = (mark ? 4 : 0) + 4 * 45
    #expect(document.root.childElements[0].byteRange == start..<start + 16)
  }

  private static let readableConflicts: [([UInt8], String?, [String])] = [
    (
      Array("<?xml version='1.0' encoding='utf-16'?><a/>".utf8), "utf-8",
      ["line 1, column 1: the XML declaration says utf-16, the document was read as UTF-8"]
    ),
    (
      [0xEF, 0xBB, 0xBF] + Array("<a/>".utf8), "iso-8859-1",
      [
        "line 1, column 1: the Content-Type says iso-8859-1, the byte order mark UTF-8, which was used"
      ]
    ),
    (
      Array("<?xml version='1.1'?><a/>".utf8), nil,
      ["line 1, column 1: the document says that it is XML 1.1 and was read as XML 1.0"]
    ),
    ([0xEF, 0xBB, 0xBF] + Array("<a/>".utf8), "utf-8", []),
    (utf16("<a/>", bigEndian: true), "utf-16", []),
    (
      utf16("<a/>", bigEndian: false), "utf-8",
      [
        "line 1, column 1: the Content-Type says utf-8, the byte order mark UTF-16LE, which was used"
      ]
    ),
  ]

  @Test("A conflict that can be read past is noticed", arguments: readableConflicts)
  func conflicts(bytes: [UInt8], charset: String?, notices: [String]) throws {
    let document = try XMLDocument(parsing: bytes, charset: charset)
    #expect(document.root.name == "a")
    #expect(document.notices.map(\.description) == notices)
  }

  /// The mark decides, then the charset, then the declaration (RFC 7303, section 3).
  @Test("What stands outside goes before what stands inside")
  func precedence() throws {
    let byte: [UInt8] = [0xE9]
    let declared = Array("<?xml version='1.0' encoding='windows-1251'?><a>".utf8)
    let end = Array("</a>".utf8)
    #expect(try XMLDocument(parsing: declared + byte + end).root.text == "й")
    let charset = try XMLDocument(parsing: declared + byte + end, charset: "windows-1252")
    #expect(charset.root.text == "é")
    #expect(
      charset.notices.map(\.description) == [
        "line 1, column 1: the XML declaration says windows-1251, the document was read as windows-1252"
      ]
    )
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let marked = try XMLDocument(
      parsing: mark + Array("<a>é</a>".utf8),
      charset: "windows-1252"
    )
    #expect(marked.root.text == "é")
    #expect(
      marked.notices.map(\.description) == [
        "line 1, column 1: the Content-Type says windows-1252, the byte order mark UTF-8, which was used"
      ]
    )
  }

  private static let unreadableDocuments: [([UInt8], String?, String)] = [
    (
      Array("<?xml version='1.0' encoding='utf-16'?><a/>".utf8), nil,
      "line 1, column 1: expected the declared encoding utf-16, found a document in UTF-8"
    ),
    (
      utf16("<?xml version='1.0' encoding='utf-8'?><a/>", bigEndian: true), nil,
      "line 1, column 1: expected the declared encoding utf-8, found a document in UTF-16BE"
    ),
    (
      Array("<?xml version='1.0' encoding='IBM037'?><a/>".utf8), nil,
      "line 1, column 1: expected an encoding that is supported (UTF-8, UTF-16, UTF-32, US-ASCII, "
        + "ISO-8859-x or windows-125x), found IBM037"
    ),
    (
      Array("<a/>".utf8), "koi8-r",
      "line 1, column 1: expected an encoding that is supported (UTF-8, UTF-16, UTF-32, US-ASCII, "
        + "ISO-8859-x or windows-125x), found koi8-r"
    ),
    (
      Array("<?xml version='1.0' encoding='utf-32'?><a/>".utf8), nil,
      "line 1, column 1: expected the declared encoding utf-32, found a document in UTF-8"
    ),
    (
      utf16("<?xml version='1.0' encoding='utf-16le'?><a/>", bigEndian: true), nil,
      "line 1, column 1: expected the declared encoding utf-16le, found a document in UTF-16BE"
    ),
    (
      [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0, 0, 0xD8, 0, 0], nil,
      "line 1, column 2: expected UTF-32, found bytes that are no character"
    ),
    (
      [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C, 0], nil,
      "line 1, column 2: expected UTF-32, found bytes that are no character"
    ),
    (
      Array("<a>".utf8) + [0x81] + Array("</a>".utf8), "windows-1252",
      "line 1, column 4: expected windows-1252, found the byte 0x81"
    ),
    (
      Array("<a>é</a>".utf8), "us-ascii",
      "line 1, column 4: expected US-ASCII, found the byte 0xC3"
    ),
    (
      utf16("<a></a>", bigEndian: true) + [0], nil,
      "line 1, column 8: expected UTF-16, found half of a character"
    ),
    (
      utf16("<a>", bigEndian: true) + [0xD8, 0x00] + utf16("</a>", bigEndian: true, mark: false),
      nil, "line 1, column 4: expected UTF-16, found half of a character"
    ),
  ]

  @Test("A document that cannot be read says why", arguments: unreadableDocuments)
  func unreadable(bytes: [UInt8], charset: String?, message: String) {
    #expect(XMLSyntaxErrorTests.message(bytes, charset: charset) == message)
  }
}

extension Array {
  fileprivate func appending(_ other: [Element]) -> [Element] {
    self + other
  }
}
