import AccordSchema
import Testing

@testable import AccordOpenAPI

/// What a document says ends neither a literal nor a comment.
@Suite struct SwiftTextTests {
  @Test(
    arguments: [
      ("plain", "plain"),
      ("\"quoted\"", #"\"quoted\""#),
      (#"\(secret)"#, #"\\(secret)"#),
      (#"a\"#, #"a\\"#),
      ("two\nlines\r\n", #"two\nlines\r\n"#),
      ("tab\tnul\0", #"tab\tnul\u{0}"#),
      ("*/ // /*", "*/ // /*"),
      (#"""""#, #"\"\"\""#),
      ("München €", "München €"),
      ("right\u{202E}left", #"right\u{202E}left"#),
      ("e\u{301}", #"e\u{301}"#),
    ]
  )
  func escapes(_ text: String, _ literal: String) {
    #expect(SwiftText.escaped(text) == literal)
  }

  /// A literal of many lines has lines that fit, and nothing of the text is lost.
  @Test(
    arguments: [
      String(repeating: "a few words ", count: 30),
      String(repeating: "x", count: 300),
      String(repeating: "\"\"\"\\(", count: 60),
      String(repeating: "line\n", count: 30),
      String(repeating: "\u{202E}", count: 60),
    ]
  )
  func breaks(_ text: String) {
    let lines = SwiftText.lines(of: text, width: 80)
    #expect(lines.count > 1)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.dropLast().allSatisfy { $0.hasSuffix("\\") })
    let joined = lines.dropLast().map { $0.dropLast() }.joined() + (lines.last ?? "")
    #expect(joined == SwiftText.escaped(text))
  }

  @Test func commentsHaveOneMarkInEachLine() {
    let lines = SwiftText.comment("One */ two.\n\n\u{2028}Three\r\nfour", mark: "///", indent: 2)
    #expect(lines == ["  /// One */ two.", "  /// Three", "  /// four"])
  }

  @Test(
    arguments: [
      ("list-pets", "listPets"), ("Pet", "pet"), ("APIKey", "apiKey"), ("URL", "url"),
      ("pets.get", "petsGet"), ("default", "`default`"), ("2fa", "_2fa"), ("", "value"),
      ("日本", "value"), ("a b\"c", "aBC"),
    ]
  )
  func namesAreIdentifiers(_ text: String, _ name: String) {
    var names = SwiftNames()
    #expect(names.value(text) == name)
  }

  @Test func namesAreUnique() {
    var names = SwiftNames(besides: ["suite"])
    #expect(
      ["suite", "Suite", "a b", "a-b"].map { names.value($0) } == ["suite2", "suite3", "aB", "aB2"]
    )
  }

  @Test(
    arguments: [
      ("1.50", "1.5"), ("7", "7"), ("-3", "-3"), ("1e400", #".number(JSONNumber("1e400") ?? 0)"#),
      ("0.1234567890123456789", #".number(JSONNumber("0.1234567890123456789") ?? 0)"#),
    ]
  )
  func numbersAreExact(_ text: String, _ literal: String) throws {
    let number = try #require(JSONNumber(text))
    #expect(SwiftLayout.flat(SwiftExpression(.number(number))) == literal)
  }
}
