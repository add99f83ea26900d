import Foundation
import Testing

/// What articles show in Swift is compiled: each block stands in a source of this target, or in a package
/// that CI builds and runs.
@Suite struct ArticleTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let articles = ["Accord", "Cookbook", "Vocabulary"]

  static let folders = [
    "Tests/CookbookTests/Recipes", "Tests/CookbookTests/Vocabulary", "Tests/CookbookTests/Readme",
    "Tests/Consumer/Sources",
  ]

  private static func sources() throws -> [SwiftSource] {
    try folders.flatMap { folder -> [SwiftSource] in
      let files = FileManager.default.enumerator(
        at: package.appending(path: folder),
        includingPropertiesForKeys: nil
      )
      return try #require(files).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
        .sorted { $0.path < $1.path }
        .map { SwiftSource(try String(contentsOf: $0, encoding: .utf8)) }
    }
  }

  @Test(arguments: articles)
  func snippetsAreCompiled(_ article: String) throws {
    let path = "Sources/Accord/Accord.docc/\(article).md"
    let text = try String(contentsOf: Self.package.appending(path: path), encoding: .utf8)
    let snippets = Snippet.snippets(of: text, in: path)
    let sources = try Self.sources()
    #expect(!snippets.isEmpty)
    for snippet in snippets + Snippet.namedInPassing(in: text, path) {
      guard let line = snippet.lineThatStandsNowhere(in: sources) else { continue }
      Issue.record(
        """
        \(snippet.file):\(line): the block of line \(snippet.line) stands in no source below \
        \(Self.folders.joined(separator: ", ")) from this line on.
        """
      )
    }
  }

  /// The README too; what it says of packages stands in manifests, which are none of these sources.
  @Test func readmeIsCompiled() throws {
    let text = try String(
      contentsOf: Self.package.appending(path: "README.md"),
      encoding: .utf8
    )
    // The pet store of the first block has no mock of its own yet.
    let petStore = try String(
      contentsOf: Self.package.appending(path: "Tests/Consumer/Sources/petstore/PetStore.swift"),
      encoding: .utf8
    )
    let sources =
      try Self.sources()
      + [SwiftSource(petStore.replacing("\n  .mocked(by: PetStoreMock())", with: ""))]
    let snippets = Snippet.snippets(of: text, in: "README.md")
      .filter { !($0.lines.first ?? "").hasPrefix(".package(") }
    #expect(!snippets.isEmpty)
    for snippet in snippets {
      guard let line = snippet.lineThatStandsNowhere(in: sources) else { continue }
      Issue.record("README.md:\(line): the block of line \(snippet.line) stands in no source.")
    }
  }

  /// Links from one article to another lead somewhere.
  @Test(arguments: articles)
  func linksLeadToArticles(_ article: String) throws {
    let path = "Sources/Accord/Accord.docc/\(article).md"
    let text = try String(contentsOf: Self.package.appending(path: path), encoding: .utf8)
    let links = text.matches(of: /<doc:([A-Za-z]+)>/).map { String($0.output.1) }
    let folder = Self.package.appending(path: "Sources/Accord/Accord.docc")
    let lost = links.filter { link in
      !FileManager.default.fileExists(atPath: folder.appending(path: "\(link).md").path)
    }
    #expect(lost == [])
  }

  private static let source = SwiftSource(
    """
    enum Shop {
      /// Keeps lamps.
      static let suite = make("A shop", [
        1, 2,
      ])
      // static let hidden = 1
      static let other = 3 // and no more
    }
    """
  )

  static let blocks: [(String, Int?)] = [
    ("static let suite = make(\"A shop\", [1, 2,])", nil),
    ("static let suite = make(\"A shop\",\n[\n  1,\n  2,\n])\nstatic let other = 3", nil),
    ("static let suite\n…\nstatic let other = 3  // one more", nil),
    ("static let suite = make(\"Ashop\", [1, 2,])", 4),
    ("static let suite = make(\n  \"A shop\", [\n1, 3,\n])", 6),
    ("static let other = 3\n…\nstatic let suite", 6),
    ("static let suite = make(…)\nstatic let other", nil),
    ("static let suite = make(…, 3", 4),
    ("static let hidden = 1", 4),
    ("// nothing", 4),
    ("", 4),
  ]

  @Test func whatIsNamedInPassingIsFound() throws {
    let text =
      "Either `.one(1)`, `two`, `.1,2`,\n```\n`.three`\n```\n| `.four`, `.five` | `.six(…)` |"
    let found = Snippet.namedInPassing(in: text, "A.md")
    #expect(found.map(\.line) == [1, 5, 5, 5])
    #expect(found.flatMap(\.lines) == [".one(1)", ".four", ".five", ".six(…)"])
  }

  @Test(arguments: blocks)
  func blockIsFound(_ block: String, _ line: Int?) throws {
    let text = "# Title\n\n```swift\n\(block)\n```\n\n```\nno Swift\n```\n"
    let snippets = Snippet.snippets(of: text, in: "A.md")
    #expect(snippets.count == 1)
    #expect(try #require(snippets.first).lineThatStandsNowhere(in: [Self.source]) == line)
  }
}
