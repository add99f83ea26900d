import AccordSchema
import Testing

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
      Array("<?xml version='1.0' encoding='windows-1252'?><a/>".utf8), nil,
      "line 1, column 1: expected UTF-8, UTF-16, ISO-8859-1 or US-ASCII, found the encoding "
        + "windows-1252"
    ),
    (
      Array("<a/>".utf8), "koi8-r",
      "line 1, column 1: expected UTF-8, UTF-16, ISO-8859-1 or US-ASCII, found the encoding koi8-r"
    ),
    (
      [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], nil,
      "line 1, column 1: expected UTF-8, UTF-16, ISO-8859-1 or US-ASCII, found the encoding UTF-32"
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
