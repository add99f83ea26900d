import Testing

@testable import AccordSchema

@Suite("JSON documents")
struct JSONDocumentTests {
  @Test("Values of every kind are read")
  func kinds() throws {
    let text = #"{"a": null, "b": [true, false], "c": -1.50e2, "d": "x\u00e9\n", "e": {}}"#
    let root = try JSONDocument(parsing: text).root
    #expect(root.kind == .object)
    #expect(root.members.map(\.key) == ["a", "b", "c", "d", "e"])
    #expect(root["a"]?.isNull == true)
    #expect(root["b"]?.elements.map(\.boolean) == [true, false])
    #expect(root["c"]?.number == -150)
    #expect(root["c"]?.text == "-1.50e2")
    #expect(root["d"]?.string == "xé\n")
    #expect(root["e"]?.members.count == 0)
    #expect(root["f"] == nil)
    #expect(root.value["b"] == [true, false])
  }

  @Test("Surrogate pairs are joined, and every escape is read")
  func escapes() throws {
    let text = #"["\ud83d\udc32", "\"\\\/\b\f\n\r\t", "\u0000"]"#
    let elements = try JSONDocument(parsing: text).root.value.elements
    #expect(elements == ["🐲", "\"\\/\u{8}\u{C}\n\r\t", "\0"])
  }

  @Test("Every value has its bytes, its line and column, and its pointer")
  func places() throws {
    let text = "{\n  \"é\": [1,\r\n 22],\r\"b/c\": {\"~\": \"x\"}}"
    let document = try JSONDocument(parsing: text)
    let second = try #require(document.root["é"]?[1])
    #expect(second.text == "22")
    #expect(second.position == SourcePosition(byte: 16, line: 3, column: 2))
    #expect(second.pointer == "/é/1")
    let last = try #require(document.root["b/c"]?["~"])
    #expect(last.byteRange == 34..<37)
    #expect(last.position == SourcePosition(byte: 34, line: 4, column: 14))
    #expect(last.pointer.description == "/b~1c/~0")
    #expect(document.root[last.pointer]?.string == "x")
    #expect(document.root.pointer.isRoot)
  }

  @Test("A byte order mark is read past and noticed")
  func byteOrderMark() throws {
    let document = try JSONDocument(parsing: [0xEF, 0xBB, 0xBF] + Array("[1]".utf8))
    #expect(document.root[0]?.position == SourcePosition(byte: 4, line: 1, column: 2))
    #expect(
      document.notices.map(\.description) == [
        "line 1, column 1: the text begins with a byte order mark, which JSON forbids to send"
      ]
    )
  }

  @Test("A name that stands twice is noticed with both places, also through escapes")
  func duplicateNames() throws {
    let text = "{\"a\": 1,\n \"\\u0061\": {\"é\": 1, \"e\u{301}\": 2, \"\": 1},\n \"a\": 3}"
    let document = try JSONDocument(parsing: text)
    #expect(
      document.notices.map(\.description) == [
        #"line 2, column 2: the member name "a" stands twice in one object, first at line 1, column 2"#,
        #"line 3, column 2: the member name "a" stands twice in one object, first at line 1, column 2"#,
      ]
    )
    #expect(document.root["a"]?.number == 1)
    #expect(document.root.members.count == 3)
  }

  @Test(
    "Names that stand twice are found in objects of every size",
    arguments: [2, 63, 64, 65, 5000]
  )
  func manyNames(count: Int) throws {
    let names = (0..<count).map { "name with the same beginning \($0) and the same end of it" }
    let members = (names + [names[count / 2]]).map { "\"\($0)\":0" }
    let document = try JSONDocument(parsing: "{\(members.joined(separator: ","))}")
    #expect(document.notices.count == 1)
    #expect(document.root.members.count == count + 1)
    let once = try JSONDocument(parsing: "{\(members.dropLast().joined(separator: ","))}")
    #expect(once.notices.isEmpty)
  }

  @Test("Notices are bounded")
  func boundedNotices() throws {
    let text = "{" + Array(repeating: "\"a\":1", count: 1000).joined(separator: ",") + "}"
    let document = try JSONDocument(parsing: text, limits: JSONLimits(notices: 3))
    #expect(document.notices.count == 4)
    #expect(document.notices.last?.reason == .furtherNotices)
  }

  private static let errors: [(String, String)] = [
    ("", "line 1, column 1: expected a JSON value, found nothing but white space"),
    (" \n ", "line 2, column 2: expected a JSON value, found nothing but white space"),
    ("[1,]", "line 1, column 4: expected another value after the comma, found the closing bracket"),
    (
      "{\"a\":1,}",
      "line 1, column 8: expected another value after the comma, found the closing bracket"
    ),
    ("[1 2]", "line 1, column 4: expected ',' or ']' after the element, found '2'"),
    ("{\"a\" 1}", "line 1, column 6: expected ':' after the member name, found '1'"),
    ("{a:1}", "line 1, column 2: expected a member name in quotes or '}', found 'a'"),
    ("{\"a\":1,b:2}", "line 1, column 8: expected a member name in quotes, found 'b'"),
    ("{\"a\":}", "line 1, column 6: expected a JSON value, found '}'"),
    ("[", "line 1, column 2: expected a JSON value or ']', found the end of the text"),
    ("[,1]", "line 1, column 2: expected a JSON value or ']', found ','"),
    (
      "{\"a\":1",
      "line 1, column 7: expected ',' or '}' after the member, found the end of the text"
    ),
    ("'x'", "line 1, column 1: expected a JSON value, found an apostrophe"),
    ("tru", "line 1, column 4: expected the literal true, found the end of the text"),
    ("nul1", "line 1, column 4: expected the literal null, found '1'"),
    ("NaN", "line 1, column 1: expected a JSON value, found 'N'"),
    (
      "01",
      "line 1, column 1: expected a number without leading zeros, found a digit after a first 0"
    ),
    ("-", "line 1, column 2: expected a digit, found the end of the text"),
    ("1.e", "line 1, column 3: expected a digit, found 'e'"),
    ("1 x", "line 1, column 3: expected the end of the text after the value, found 'x'"),
    (
      "\"abc",
      "line 1, column 5: expected the closing quote of the string, found the end of the text"
    ),
    (
      "\"a\tb\"",
      "line 1, column 3: expected control characters in a string to be escaped, found a tab"
    ),
    (#""\a""#, #"line 1, column 2: expected one of "\/bfnrtu after a backslash, found 'a'"#),
    (#""\u12x4""#, #"line 1, column 2: expected four hexadecimal digits after \u"#),
    (#""\ud800x""#, #"line 1, column 2: expected a surrogate pair, found \uD800 alone"#),
    (#""\udc00""#, #"line 1, column 2: expected a surrogate pair, found \uDC00 alone"#),
  ]

  @Test("Each error says what was expected and what was found", arguments: errors)
  func error(text: String, message: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: text) }
    #expect(JSONDocumentTests.message(Array(text.utf8)) == message)
  }

  private static let byteSequences: [([UInt8], String)] = [
    ([0x22, 0xC0, 0xAF, 0x22], "line 1, column 2: expected UTF-8, found the byte 0xC0"),
    ([0x22, 0xED, 0xA0, 0x80, 0x22], "line 1, column 2: expected UTF-8, found the byte 0xED"),
    (
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], "line 1, column 2: expected UTF-8, found the byte 0xF4"
    ),
    ([0x22, 0xE2, 0x82, 0x22], "line 1, column 2: expected UTF-8, found the byte 0xE2"),
    ([0x22, 0x80, 0x22], "line 1, column 2: expected UTF-8, found the byte 0x80"),
    (
      [0x5B, 0x00, 0x5D],
      "line 1, column 1: expected UTF-8, found what looks like UTF-16 or UTF-32; send JSON in UTF-8"
    ),
    (
      [0x20, 0x5B, 0x00, 0x5D],
      "line 1, column 3: expected a JSON value or ']', found the byte 0x00"
    ),
    (
      [0xFF, 0xFE, 0x5B, 0x00],
      "line 1, column 1: expected UTF-8, found what looks like UTF-16 or UTF-32; send JSON in UTF-8"
    ),
  ]

  @Test("Bytes that are not UTF-8 are refused where they stand", arguments: byteSequences)
  func wrongBytes(bytes: [UInt8], message: String) {
    #expect(JSONDocumentTests.message(bytes) == message)
  }

  static func message(_ bytes: [UInt8], limits: JSONLimits = .default) -> String? {
    do {
      _ = try JSONDocument(parsing: bytes, limits: limits)
      return nil
    } catch {
      return error.description
    }
  }
}
