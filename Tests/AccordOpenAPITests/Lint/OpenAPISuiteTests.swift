import AccordSchema
import Foundation
import Testing

@testable import AccordOpenAPI

/// The documents that others published are read, held to their schemas, and told what is wrong.
@Suite(
  "Published documents",
  .enabled(if: OpenAPISuite.folder != nil, Comment(rawValue: OpenAPISuite.isAbsent))
)
struct OpenAPISuiteTests {
  /// The lines of a document without the folder in which it lies.
  private static func lines(_ path: String) throws -> [String] {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    return try Description(contentsOf: path).problems.map {
      $0.line.replacingOccurrences(of: "/\(folder)/", with: "")
    }
  }

  /// Some of them are excerpts, with references that lead out of them: the golden file lists what else is
  /// said of them.
  @Test(
    "What must pass conforms to the official schema",
    arguments: OpenAPISuite.documents(in: "documents-3.1/pass")
  )
  func pass(path: String) throws {
    let problems = try Description(contentsOf: path).problems
    #expect(problems.filter(\.isOfOfficialSchema).map(\.line) == [])
  }

  @Test("What must fail does", arguments: OpenAPISuite.documents(in: "documents-3.1/fail"))
  func fail(path: String) throws {
    let problems = try Description(contentsOf: path).problems
    #expect(problems.contains { $0.isOfOfficialSchema && $0.position.line > 0 })
  }

  @Test("What is said of them is known")
  func golden() throws {
    var text = ""
    for folder in ["documents-3.1/pass", "documents-3.1/fail", "examples", "museum"] {
      for path in OpenAPISuite.documents(in: folder) {
        text += "\(folder)/\(path.split(separator: "/").last ?? "")\n"
        for line in try Self.lines(path) { text += "  \(line)\n" }
      }
    }
    try expectGolden(text, "published.txt")
  }
}

/// Holds a text to a golden file; ACCORD_RECORD_GOLDENS writes it.
func expectGolden(_ text: String, _ name: String, source: String = #filePath) throws {
  let tests = URL(fileURLWithPath: source).deletingLastPathComponent().deletingLastPathComponent()
  let file = tests.appendingPathComponent("Goldens").appendingPathComponent(name)
  guard ProcessInfo.processInfo.environment["ACCORD_RECORD_GOLDENS"] == nil else {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)")
    return
  }
  let known = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  #expect(text == known)
}
