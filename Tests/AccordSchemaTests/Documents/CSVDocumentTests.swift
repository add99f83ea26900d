import AccordSchema
import Testing

@Suite("CSV")
struct CSVDocumentTests {
  private static let texts: [(String, [[String]])] = [
    ("", []),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,\r\n,b", [["a", ""], ["", "b"]]),
    ("\"a,b\",\"c\r\nd\"\r\n\"e\"\"f\",\"\"", [["a,b", "c\r\nd"], ["e\"f", ""]]),
    ("\"\"\"\"\"\",x", [["\"\"", "x"]]),
    ("é, b ", [["é", " b "]]),
  ]

  @Test("Fields are read with and without quotes", arguments: texts)
  func reading(text: String, rows: [[String]]) throws {
    let document = try CSVDocument(parsing: Array(text.utf8))
    #expect((0..<document.rowCount).map { document[$0].map(\.value) } == rows)
    #expect(document.notices.isEmpty)
    #expect(document[rows.count].isEmpty)
  }

  @Test("Fields have their places")
  func places() throws {
    let document = try CSVDocument(parsing: Array("h\r\n\"x\"\"\r\n\"\r\ny".utf8))
    #expect(document.header == ["h"])
    #expect(document[1].map(\.byteRange) == [3..<10])
    #expect(document[1].map(\.isQuoted) == [true])
    let last = document[2][0].byteRange.lowerBound
    #expect(document.position(ofByte: last) == SourcePosition(byte: 12, line: 4, column: 1))
  }

  @Test("What can be read past is noticed")
  func notices() throws {
    let text = [0xEF, 0xBB, 0xBF] + Array("a,b\n1\r\n2,3,4\n".utf8)
    let document = try CSVDocument(parsing: text)
    #expect(document.header == ["a", "b"])
    #expect(
      document.notices.map(\.description) == [
        "line 1, column 1: the text begins with a byte order mark",
        "line 1, column 4: expected lines to end with CR LF, found one of them alone",
        "line 2, column 1: expected 2 fields as in the first row, found 1",
        "line 3, column 1: expected 2 fields as in the first row, found 3",
      ]
    )
  }

  private static let wrong: [([UInt8], String)] = [
    (
      Array("a\"b".utf8),
      "line 1, column 2: expected a field with a quote to stand in quotes, with the quote doubled"
    ),
    (
      Array("\"a\"b".utf8),
      "line 1, column 4: expected a comma or the end of the line after the closing quote, found text"
    ),
    (
      Array("a,\"b\r\n".utf8),
      "line 1, column 3: expected a closing quote for the field, found the end of the text"
    ),
    ([0x61, 0xFF], "line 1, column 2: expected UTF-8, found the byte 0xFF"),
  ]

  @Test("Each error says what was expected", arguments: wrong)
  func errors(bytes: [UInt8], message: String) {
    #expect(throws: CSVSyntaxError.self) { try CSVDocument(parsing: bytes) }
    do {
      _ = try CSVDocument(parsing: bytes)
    } catch {
      #expect(error.description == message)
    }
  }
}
