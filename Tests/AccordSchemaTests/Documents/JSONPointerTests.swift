import AccordSchema
import Testing

@Suite("JSON Pointer")
struct JSONPointerTests {
  /// RFC 6901, section 5.
  private static let document: JSON = [
    "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6,
    " ": 7, "m~n": 8,
  ]

  private static let rfcExamples: [(String, JSON)] = [
    ("", document), ("/foo", ["bar", "baz"]), ("/foo/0", "bar"), ("/", 0), ("/a~1b", 1),
    ("/c%d", 2), ("/e^f", 3), ("/g|h", 4), ("/i\\j", 5), ("/k\"l", 6), ("/ ", 7), ("/m~0n", 8),
  ]

  @Test("The examples of RFC 6901 lead where they say", arguments: rfcExamples)
  func examples(text: String, value: JSON) throws {
    let pointer = try #require(JSONPointer(parsing: text))
    #expect(Self.document[pointer] == value)
    #expect(pointer.description == text)
  }

  @Test("What is no pointer is refused", arguments: ["a", "a/b", "/~", "/~2", "/a~", "#/a"])
  func malformed(text: String) {
    #expect(JSONPointer(parsing: text) == nil)
  }

  @Test(
    "Indexes are digits without leading zeros",
    arguments: ["01", "-1", "-", "1.0", "", "2", "a"]
  )
  func noIndex(token: String) {
    #expect(Self.document[JSONPointer(tokens: ["foo", token])] == nil)
  }

  @Test("Pointers are continued, shortened and compared")
  func steps() {
    let pointer: JSONPointer = "/a"
    #expect(pointer.appending("b/c").appending(0).description == "/a/b~1c/0")
    #expect(pointer.appending("/b/c" as JSONPointer).tokens == ["a", "b", "c"])
    #expect(pointer.parent == .root)
    #expect(JSONPointer.root.parent == nil)
    #expect(pointer.contains("/a/b") && pointer.contains(pointer) && !pointer.contains("/ab"))
    #expect(pointer < "/a/b" && "/a/b" < "/b")
  }
}
