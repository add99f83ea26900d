import AccordSchema
import Testing

@testable import AccordComparing

/// How comparisons are written, what is accepted of them, and which version is due.
@Suite struct ComparisonOutputTests {
  static let old = OperationChangeTests.base
  static let broken = old.replacing("    post:\n", with: "    put:\n")

  @Test("JSON has the level and the changes, and nothing else")
  func json() throws {
    let comparison = try Documents.comparison(Self.old, Self.broken)
    let json = try Documents.json(ChangeFormat.json.text(of: comparison, failingOn: .breaking))
    #expect(json.members?.map(\.key) == ["level", "changes"])
    #expect(json["level"] == "breaking")
    let first = json["changes"]?.elements?.first
    #expect(first?["id"] == "api-removed-without-deprecation")
    #expect(first?["level"] == "breaking")
    #expect(first?["pointer"] == "/paths/~1pets/post")
    #expect(first?["document"] == "old")
    #expect(first?["sentence"]?.string?.hasPrefix("POST /pets: the operation") == true)
    let same = try Documents.comparison(Self.old, Self.old)
    #expect(
      try Documents.json(ChangeFormat.json.text(of: same, failingOn: .breaking))
        == ["level": "none", "changes": []]
    )
  }

  @Test("what an author of a document writes becomes no markup", arguments: ChangeFormat.allCases)
  func hostile(_ format: ChangeFormat) throws {
    let name = "<script>|`]]>\\u001b[31m@team"
    let old = """
      {"openapi":"3.1.0","info":{"title":"A","version":"1"},"paths":{"/\(name)":{"get":{}}}}
      """
    let new = #"{"openapi":"3.1.0","info":{"title":"A","version":"1"},"paths":{}}"#
    let comparison = try Documents.comparison(old, new)
    let text = format.text(of: comparison, failingOn: .breaking)
    #expect(!text.unicodeScalars.contains("\u{1B}"))
    #expect(text.hasSuffix("\n"))
    switch format {
    case .markdown:
      #expect(!text.contains("<script>"))
      #expect(!text.contains("@team"))
    case .junit: _ = try XMLDocument(parsing: Array(text.utf8))
    case .json, .sarif: _ = try JSONDocument(parsing: Array(text.utf8))
    case .terminal: break
    }
  }

  @Test("JUnit fails on what is at least of the level that is asked for")
  func junit() throws {
    let dangerous = Self.old.replacing("https://a.example", with: "https://b.example")
    let comparison = try Documents.comparison(Self.old, dangerous)
    #expect(
      ChangeFormat.junit.text(of: comparison, failingOn: .breaking).contains("failures=\"0\"")
    )
    #expect(
      ChangeFormat.junit.text(of: comparison, failingOn: .dangerous).contains("failures=\"1\"")
    )
  }

  @Test("what is accepted does not count, and what is out of date is told")
  func baseline() throws {
    let comparison = try Documents.comparison(Self.old, Self.broken)
    let written = AcceptedChanges(comparison, reason: "nobody calls it")
    let read = try AcceptedChanges(parsing: Array(written.text.utf8))
    let accepted = comparison.accepting(read)
    #expect(comparison.level == .breaking)
    #expect(accepted.level == .harmless)
    #expect(accepted.outdated.isEmpty)
    #expect(accepted.changes.first?.acceptance == "nobody calls it")
    let same = try Documents.comparison(Self.old, Self.old).accepting(read)
    #expect(same.outdated.map(\.id) == ["api-removed-without-deprecation"])
    #expect(
      ChangeFormat.terminal.text(of: same, failingOn: .breaking).hasPrefix(
        "out of date: the baseline lists"
      )
    )
  }

  @Test(
    "a file that is none is refused with its place",
    arguments: [
      ("[]", "Not a file of accepted changes: expected an object at the root."),
      ("{}", "Not a file of accepted changes: expected the version 1 at \"/schemaVersion\"."),
      (
        #"{"schemaVersion":1,"changes":[{"id":"a","fingerprint":"b","sentence":"c","reason":" "}]}"#,
        "Not a file of accepted changes: expected a text at \"/changes/0/reason\"."
      ),
    ]
  )
  func wrongBaseline(_ text: String, _ message: String) {
    let error = #expect(throws: AcceptedChanges.Failure.self) {
      try AcceptedChanges(parsing: Array(text.utf8))
    }
    #expect(error?.description == message + " `accord compare --write-baseline FILE` writes one.")
  }

  @Test(
    "the version that is due",
    arguments: [
      (
        "1.2.0", "2.0.0", true,
        "A new major version is due. The contracts state 1.2.0 and 2.0.0, which is enough."
      ),
      (
        "1.2.0", "1.3.0", true,
        "A new major version is due. The contracts state 1.2.0 and 1.3.0, which is too little."
      ),
      (
        "0.2.0", "0.3.0", true,
        "A new minor version is due. In 0.x a minor version may break what was there. The contracts state 0.2.0 and 0.3.0, which is enough."
      ),
      (
        "1.2.0", "1.2.0", false,
        "No new version is due: nothing changed. The contracts state 1.2.0 and 1.2.0, which is enough."
      ),
      ("a", "b", true, "A new major version is due."),
    ]
  )
  func version(_ old: String, _ new: String, _ breaks: Bool, _ sentence: String) throws {
    let from = Self.old.replacing("version: 1.2.0", with: "version: \(old)")
    let to = (breaks ? Self.broken : Self.old).replacing("version: 1.2.0", with: "version: \(new)")
    let comparison = try Documents.comparison(from, to)
    #expect(DueVersion(after: comparison).sentence(of: comparison) == sentence)
  }
}
