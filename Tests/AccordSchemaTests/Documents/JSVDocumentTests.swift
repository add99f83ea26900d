import AccordSchema
import Testing

@Suite("JSV")
struct JSVDocumentTests {
  private static let texts: [(String, JSON)] = [
    ("", nil),
    ("abc", "abc"),
    ("{}", [:]),
    ("[]", []),
    ("{A:1,B:[x,y]}", ["A": "1", "B": ["x", "y"]]),
    ("{A:,B:\"\",C: c }", ["A": nil, "B": "", "C": " c "]),
    ("[a,,\"b,c\",]", ["a", nil, "b,c", nil]),
    ("[\"say \"\"hi\"\"\",[[]],{a:{}}]", ["say \"hi\"", [[]], ["a": [:]]]),
    ("{\"a:b\":\"x\r\ny\"}\r\n", ["a:b": "x\r\ny"]),
    ("{Date:\"2024-01-02T03:04:05Z\"}", ["Date": "2024-01-02T03:04:05Z"]),
    // A scalar without quotes ends at a comma or at the bracket that closes what holds it.
    (
      "{FromDate:2021-03-05T11:11:13Z,AllowCancel:False}",
      ["FromDate": "2021-03-05T11:11:13Z", "AllowCancel": "False"]
    ),
    ("[2021-03-05T11:11:13Z,x]", ["2021-03-05T11:11:13Z", "x"]),
    ("{A:{B::,C:::}}", ["A": ["B": ":", "C": "::"]]),
    ("[a\nb,c:\r\n]", ["a\nb", "c:\r\n"]),
    ("2021-03-05T11:11:13Z\r\n", "2021-03-05T11:11:13Z"),
    ("a\nb\n", "a\nb"),
  ]

  @Test("Scalars, lists and maps are read", arguments: texts)
  func reading(text: String, value: JSON) throws {
    #expect(try JSVDocument(parsing: Array(text.utf8)).root.value == value)
  }

  @Test("Values have their places")
  func places() throws {
    let document = try JSVDocument(parsing: Array("{é:[1,\"2\"]}".utf8))
    let list = try #require(document.root["é"])
    #expect(list.kind == .list)
    #expect(list.byteRange == 4..<11)
    #expect(list.elements.map(\.isQuoted) == [false, true])
    #expect(document.position(ofByte: 7) == SourcePosition(byte: 7, line: 1, column: 7))
    #expect(document.root.members.map(\.key) == ["é"])
    #expect(document.root.elements.isEmpty && document.root.text == nil)
  }

  private static let wrong: [(String, String)] = [
    ("{A:1", "line 1, column 5: expected ',' or '}', found the end of the text"),
    ("[a", "line 1, column 3: expected ',' or ']', found the end of the text"),
    ("[a}", "line 1, column 3: expected a comma or a closing bracket after the value, found '}'"),
    (
      "{A:b]}",
      "line 1, column 5: expected a comma or a closing bracket after the value, found ']'"
    ),
    (
      "{A:b{}}",
      "line 1, column 5: expected a comma or a closing bracket after the value, found '{'"
    ),
    (
      "{A:b\"c\"}",
      "line 1, column 5: expected a comma or a closing bracket after the value, found '\"'"
    ),
    ("{A\n:b}", "line 1, column 2: expected a name and a colon"),
    ("{A}", "line 1, column 2: expected a name and a colon"),
    ("{:1}", "line 1, column 2: expected a name and a colon"),
    ("{A:1,}", "line 1, column 6: expected a name and a colon"),
    ("[\"a", "line 1, column 2: expected a closing quote, found the end of the text"),
    ("a,b", "line 1, column 2: expected the end of the text after the value, found more"),
    ("{}x", "line 1, column 3: expected the end of the text after the value, found more"),
    (
      String(repeating: "[", count: 100_000),
      "line 1, column 513: expected at most 512 nested lists and maps, found one more"
    ),
  ]

  @Test("Each error says what was expected", arguments: wrong)
  func errors(text: String, message: String) {
    #expect(throws: JSVSyntaxError.self) { try JSVDocument(parsing: Array(text.utf8)) }
    do {
      _ = try JSVDocument(parsing: Array(text.utf8))
    } catch {
      #expect(error.description == message)
    }
  }
}
