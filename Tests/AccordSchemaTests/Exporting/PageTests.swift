import AccordSchema
import Foundation
import Testing

/// The documentation shows what compiles and what comes out of it.
@Suite("The pages of the documentation")
struct PageTests {
  private static func text(_ path: String) throws -> String {
    let source = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    // Tests/AccordSchemaTests/Exporting/PageTests.swift
    let root = (0..<4).reduce(source) { url, _ in url.deletingLastPathComponent() }
    return String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
  }

  private static func page(_ name: String) throws -> String {
    try text("Sources/AccordSchema/AccordSchema.docc/\(name).md")
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.split(separator: "\n").map { line in String(line.drop { $0 == " " }) }
      .joined(separator: "\n")
  }

  @Test("Every snippet of the page is compiled")
  func snippets() throws {
    let compiled = Self.trimmed(
      try Self.text("Tests/AccordSchemaTests/Exporting/PageSnippets.swift")
    )
    let blocks = try Self.page("AccordSchema").components(separatedBy: "```swift\n").dropFirst()
    #expect(blocks.count == 6)
    for block in blocks {
      let snippet = Self.trimmed(block.components(separatedBy: "```")[0])
      #expect(compiled.contains(snippet), "\(snippet)")
    }
  }

  @Test("The snippets print what the page says")
  func output() throws {
    let output = try PageSnippets.run()
    let first = "At /id (line 1, column 8): expected string, found integer 7."
    #expect(output[0] == first)
    #expect(try Self.page("AccordSchema").contains("```\n\(first)\n```"))
    #expect(output[1] == "1:8 type string integer 7")
    #expect(
      output[2] == "At /Contact/Id (line 1, column 31): expected a GUID, found string \"7\"."
    )
    #expect(output[3] == "false true")
    #expect(output[4] == "1 2 2")
  }

  @Test("The page of the keywords has each of them")
  func keywords() throws {
    let page = try Self.page("Keywords")
    let rows = KeywordTests.validation + KeywordTests.applicators + KeywordTests.annotations
    for keyword in rows.map(\.keyword) + KeywordTests.ofDocuments {
      #expect(page.contains("`\(keyword)`"), "\(keyword)")
    }
  }

  @Test("The decisions about JSON are those of the reader")
  func decisions() throws {
    let rows = try Self.page("JSONDecisions").split(separator: "\n").filter {
      $0.hasPrefix("| `i_")
    }
    #expect(rows.count == 35)
    for row in rows {
      let name = row.split(separator: "`")[1] + ".json"
      let isAccepted = JSONParsingSuiteTests.accepted.contains(String(name))
      #expect(row.contains(isAccepted ? "| accepted |" : "| rejected |"), "\(row)")
    }
  }
}
