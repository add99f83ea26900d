import AccordModel
import AccordSchema
import Foundation
import Testing

@testable import AccordReporting

/// The reports as the renderer of GitHub Flavored Markdown shows them.
struct RenderedMarkdownTests {
  private static let renderer = "/usr/bin/cmark-gfm"

  static var hasRenderer: Bool { FileManager.default.isExecutableFile(atPath: renderer) }

  /// The page as HTML; `--unsafe` keeps raw HTML, as GitHub does.
  private static func html(_ markdown: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).md")
    try Data(markdown.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: renderer)
    process.arguments = [
      "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist",
      file.path(percentEncoded: false),
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  /// The names of the elements, in order, without their attributes.
  private func elements(_ html: String) -> [String] {
    html.split(separator: "<", omittingEmptySubsequences: false).dropFirst()
      .map { $0.prefix { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "!" } }
      .map(String.init).filter { !$0.hasPrefix("/") }
  }

  /// What stands between the tags of an element.
  private func contents(_ html: String, of element: String) -> [String] {
    html.components(separatedBy: "<\(element)>").dropFirst()
      .compactMap { $0.components(separatedBy: "</\(element)>").first }
  }

  /// The text outside of code, in which GitHub looks for mentions, links and issues.
  private func prose(_ html: String) -> String {
    var result = ""
    var rest = html[...]
    while let start = rest.range(of: "<code") {
      result += rest[..<start.lowerBound] + "CODE"
      guard let end = rest[start.upperBound...].range(of: "</code>") else { return result }
      rest = rest[end.upperBound...]
    }
    return result + rest
  }

  private static let pages: [String] = {
    let hostile = RunRecord(Hostile.report)
    let comparison = RunComparison(from: Differences.run([]), to: hostile)
    return [
      MarkdownFormat().text(for: hostile),
      MarkdownFormat(comparison: comparison).text(for: hostile),
      MarkdownFormat().text(for: comparison),
      MarkdownFormat().text(for: RunComparison(from: hostile, to: Differences.run([]))),
    ]
  }()

  @Test(
    "A hostile server adds no element, heading, link or mention",
    .enabled(if: hasRenderer, "cmark-gfm is needed to render Markdown"),
    arguments: pages.indices
  )
  func hostile(_ index: Int) throws {
    let html = try Self.html(Self.pages[index])
    let known: Set<String> = [
      "h1", "h2", "h3", "p", "strong", "code", "pre", "blockquote", "table", "thead", "tbody", "tr",
      "th", "td", "ul", "li", "details", "summary", "!",
    ]
    let found = elements(html)
    #expect(found.allSatisfy { known.contains($0) }, "\(Set(found).subtracting(known))")
    #expect(found.count { $0 == "h1" } == 1)
    let headings = contents(html, of: "h2")
    let ours: Set<String> = [
      "Pets API", "Violations", "Failed", "Warnings", "Skipped and not run", "Not checked",
      "Not provoked", "Since the run before", "Newly broken", "Fixed", "Still broken",
      "No longer checked", "New cases", "Cases that are gone", "Cases that are no longer judged",
    ]
    #expect(headings.allSatisfy(ours.contains), "\(headings)")
    #expect(contents(html, of: "h3").allSatisfy { $0.hasPrefix("1. pets.rename: ") })
    let prose = prose(html)
    for trap in ["@everyone", "http://", "://evil", "alert(1)</script>", "#12"] {
      #expect(!prose.contains(trap))
    }
    #expect(found.count { $0 == "details" } == contents(html, of: "details").count)
  }

  @Test(
    "Every row of a table has as many cells as its head",
    .enabled(if: hasRenderer, "cmark-gfm is needed to render Markdown"),
    arguments: pages.indices
  )
  func tables(_ index: Int) throws {
    let html = try Self.html(Self.pages[index])
    let tables = contents(html, of: "table")
    #expect(!tables.isEmpty)
    for table in tables {
      let rows = contents(table, of: "tr")
      let columns = elements(rows[0]).count { $0 == "th" }
      #expect(columns > 1)
      for row in rows.dropFirst() { #expect(elements(row).count { $0 == "td" } == columns) }
    }
  }

  @Test(
    "The evidence is a block of the language diff",
    .enabled(if: hasRenderer, "cmark-gfm is needed to render Markdown")
  )
  func differences() throws {
    let html = try Self.html(MarkdownFormat().text(for: Differences.run(Differences.all)))
    let blocks = html.components(separatedBy: "<code class=\"language-diff\">").dropFirst()
    #expect(blocks.count == Differences.all.count)
    #expect(blocks.allSatisfy { $0.hasPrefix("--- expected\n+++ actual\n") })
    #expect(contents(html, of: "h3").count == Differences.all.count)
  }

  @Test("Ten thousand cases, of which a thousand are wrong, each in its own way")
  func large() throws {
    var cases: [RunRecord.Case] = []
    for number in 0..<10_000 {
      var result = Differences.all[number % 4]
      result.id = CaseID(["pets", "pets.rename", "case-\(number)"])
      if number % 10 == 0 {
        result.violations[0].place = .body(InstancePath([.member("m\(number)")]))
      } else {
        result.violations = []
        result.verdict = .conforms
      }
      cases.append(result)
    }
    let run = Differences.run(cases)
    let page = MarkdownFormat().text(for: run)
    #expect(page.utf8.count <= 60_000)
    let text = TerminalFormat(width: 80).text(for: run)
    #expect(text.components(separatedBy: " · body-matches-schema\n").count == 1_001)
    let comparison = RunComparison(from: Differences.run([]), to: run)
    #expect(comparison.count(.newlyBroken) == 1_000)
    #expect(MarkdownFormat().text(for: comparison).utf8.count <= 60_000)
    #expect(TerminalFormat(width: 80).text(for: comparison).hasPrefix("pets/pets.rename/case-0 · "))
  }
}
