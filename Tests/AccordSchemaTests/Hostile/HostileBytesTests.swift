@testable import AccordSchema
import Testing

/// Bytes that are no text: each format names them, and where they stand.
@Suite("Hostile bytes")
struct HostileBytesTests {
  private static let sequences: [(bytes: [UInt8], name: String)] = [
    // Overlong forms of '/', of NUL and of a quote, in two, three and four bytes.
    ([0xC0, 0xAF], "0xC0"), ([0xC1, 0xBF], "0xC1"), ([0xE0, 0x80, 0xAF], "0xE0"),
    ([0xF0, 0x80, 0x80, 0xA2], "0xF0"), ([0xC0, 0x80], "0xC0"),
    // Halves of surrogate pairs.
    ([0xED, 0xA0, 0x80], "0xED"), ([0xED, 0xBF, 0xBF], "0xED"),
    // Beyond the last character, a byte that begins nothing, and a sequence that is cut off.
    ([0xF4, 0x90, 0x80, 0x80], "0xF4"), ([0xFF], "0xFF"), ([0x80], "0x80"), ([0xE2, 0x82], "0xE2"),
  ]

  @Test("Overlong forms and surrogates are no UTF-8", arguments: sequences)
  func utf8(bytes: [UInt8], name: String) {
    let json = Array("[\"".utf8) + bytes + Array("\"]".utf8)
    #expect(
      JSONDocumentTests.message(json) == "line 1, column 3: expected UTF-8, found the byte \(name)"
    )
    let xml = Array("<a>".utf8) + bytes + Array("</a>".utf8)
    #expect(
      XMLSyntaxErrorTests.message(xml) == "line 1, column 4: expected UTF-8, found the byte \(name)"
    )
    #expect(throws: CSVSyntaxError(.invalidUTF8(bytes[0]), at: Self.second)) {
      _ = try CSVDocument(parsing: [0x61] + bytes)
    }
    #expect(throws: JSVSyntaxError(.invalidUTF8(bytes[0]), at: Self.second)) {
      _ = try JSVDocument(parsing: [0x61] + bytes)
    }
    let form = FormDocument(parsing: Array("a=".utf8) + bytes)
    #expect(
      form.notices.map(\.description) == [
        "byte 2: expected UTF-8 behind the percent-encoding, found other bytes"
      ]
    )
  }

  private static let second = SourcePosition(byte: 1, line: 1, column: 2)

  @Test(
    "Lone surrogates behind escapes are refused",
    arguments: [#"\ud800"#, #"\udfff"#, #"\ud83d\ud83d"#, #"\ud83dA"#, #"\ud83d\n"#]
  )
  func surrogates(escape: String) {
    let unit = escape.dropFirst(2).prefix(4).uppercased()
    #expect(
      JSONDocumentTests.message(Array("[\"\(escape)\"]".utf8))
        == "line 1, column 3: expected a surrogate pair, found \\u\(unit) alone"
    )
  }

  @Test("Surrogates and NUL as references of XML are refused")
  func references() {
    for reference in ["#xD800", "#57343", "#0", "#x0", "#xFFFE", "#x110000", "#9999999"] {
      #expect(
        XMLSyntaxErrorTests.message(Array("<a>&\(reference);</a>".utf8))
          == "line 1, column 4: expected a reference to an XML character, found &\(reference);"
      )
    }
  }

  @Test("NUL bytes are no characters of XML, wherever they stand")
  func zeroBytes() {
    for (text, column) in [("<a>\0</a>", 4), ("<a b='\0'/>", 7), ("<a\0/>", 3), ("<a/>\0", 5)] {
      #expect(
        XMLSyntaxErrorTests.message(Array(text.utf8))
          == "line 1, column \(column): expected characters that XML allows, found U+0000"
      )
    }
  }

  @Test("NUL is a character of CSV, JSV and forms like any other")
  func zeroCharacters() throws {
    #expect(try CSVDocument(parsing: Array("a\0,b".utf8)).header == ["a\0", "b"])
    #expect(try JSVDocument(parsing: Array("{a\0:b}".utf8)).root["a\0"]?.text == "b")
    #expect(FormDocument(parsing: "a%00=b")["a\0"] == "b")
  }
}

/// Signs that Swift's characters join with what follows them.
@Suite("Combining marks")
struct CombiningMarkTests {
  @Test("A separator before a combining mark separates")
  func separators() throws {
    #expect(JSONPointer(parsing: "/a/\u{301}b")?.tokens == ["a", "\u{301}b"])
    let schema: JSON = ["$defs": ["\u{301}": ["type": "string"]], "$ref": "#/$defs/\u{301}"]
    let validator = try SchemaValidator(Schema(loading: schema))
    #expect(validator.validate(1).map(\.keyword) == ["type"])
    let list = try SchemaValidator(.array(of: .integer))
    #expect(list.validate(text: "1,\u{200D}", lexical: .query).map(\.instanceLocation) == ["/1"])
    let document = try XMLDocument(parsing: "<a><\u{200D}/></a>")
    #expect(
      document.root.childElements.map { Array($0.path.unicodeScalars) } == [
        ["/", "a", "/", "\u{200D}"]
      ]
    )
  }
}
