import AccordSchema
import Testing

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test("Each line is a document with positions in the whole text")
  func lines() throws {
    let lines = try JSONLines(parsing: Array("{\"a\":1}\r\n\n[2,\"é\"]\n \t\r\n3".utf8))
    #expect(lines.values == [["a": 1], [2, "é"], 3])
    #expect(lines.emptyLines == [2, 4])
    let text = try #require(lines.documents[1].root[1])
    #expect(text.position == SourcePosition(byte: 13, line: 3, column: 4))
    #expect(text.byteRange == 13..<17)
    #expect(lines.documents[2].root.position == SourcePosition(byte: 23, line: 5, column: 1))
  }

  @Test("Nothing is no line")
  func empty() throws {
    #expect(try JSONLines(parsing: []).documents.isEmpty)
    #expect(try JSONLines(parsing: Array("\n".utf8)).emptyLines == [1])
  }

  @Test("An error names the line in the whole text")
  func errors() {
    #expect(
      message("1\n2\n{\"a\":tru}\n") == "line 3, column 9: expected the literal true, found '}'"
    )
    #expect(
      message("[1,\n2]\n") == "line 1, column 4: expected a JSON value, found the end of the text"
    )
    #expect(
      message("1 2\n")
        == "line 1, column 3: expected the end of the text after the value, found '2'"
    )
  }

  @Test("Notices name both places in the whole text")
  func notices() throws {
    let lines = try JSONLines(parsing: Array("1\n{\"a\":1,\"a\":2}\n".utf8))
    #expect(
      lines.notices.map(\.description) == [
        #"line 2, column 8: the member name "a" stands twice in one object, first at line 2, column 2"#
      ]
    )
  }

  private func message(_ text: String) -> String? {
    do {
      _ = try JSONLines(parsing: Array(text.utf8))
      return nil
    } catch {
      return error.description
    }
  }
}
