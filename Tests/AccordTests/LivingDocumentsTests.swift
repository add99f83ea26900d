import Accord
import AccordModel
import AccordReporting
import Foundation
import ShippedContracts
import Testing

/// The documents of the shipped suites, as people read them.
struct LivingDocumentsTests {
  private static let plans = ConformanceRun(
    ShippedContracts.suites.map { .init($0, against: .inProcessMock) }
  ).plans

  @Test("Every clause of every contract stands in the Markdown and in the site")
  func everyClauseIsThere() {
    let documents = Self.plans.map { plan in
      (suite: plan.suite, markdown: LivingDocument(of: plan).markdown)
    }
    let files = DocumentSite(documents).files
    #expect(files.map(\.name) == ["index.html", "interact.html", "platform.html"])
    for ((suite, markdown), file) in zip(documents, files.dropFirst()) {
      var clauses = 0
      for contract in suite.contracts {
        for clause in contract.clauses(in: suite) {
          clauses += 1
          #expect(markdown.contains(MarkdownText.inline(clause.sentence)), "\(clause.id)")
          #expect(file.text.contains(HTMLText.line(clause.sentence)), "\(clause.id)")
          guard let reason = clause.basis.reason else { continue }
          #expect(markdown.contains(MarkdownText.inline(reason)), "\(clause.id)")
          #expect(file.text.contains(HTMLText.line(reason)), "\(clause.id)")
        }
        for error in contract.errors {
          #expect(file.text.contains("<code>\(error.name)</code>"), "\(error.name)")
        }
      }
      #expect(clauses > 100)
      for entry in suite.errors.entries {
        #expect(file.text.contains("<td>\(entry.statuses)"), "\(entry.name)")
      }
    }
  }

  @Test("With a run, every promise says what was last seen of it")
  func withARun() async throws {
    for (plan, report) in zip(Self.plans, try await WholeRun.all) {
      let record = RunRecord(report)
      #expect(record.suites[0].id == plan.suite.id)
      let markdown = LivingDocument(of: plan, run: record.suites[0]).markdown
      let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("| ✓ holds | ") }
      let clauses = plan.suite.contracts.flatMap { $0.clauses(in: plan.suite) }
      #expect(rows.count * 10 > clauses.count * 8)
      #expect(!markdown.contains("✗ broken"))
      #expect(markdown.contains("promises were put to the test"))
      let site = DocumentSite([(plan.suite, markdown)]).files
      #expect(site[1].text.contains("<span class=\"badge holds\">holds</span>"))
    }
  }

  @Test(
    "A renderer of GitHub Flavored Markdown reads the documents as the site does",
    .enabled(if: cmark != nil, "cmark-gfm is not installed.")
  )
  func aRendererAgrees() throws {
    for plan in Self.plans {
      let markdown = LivingDocument(of: plan).markdown
      let rendered = try Self.rendered(markdown)
      let site = DocumentSite([(plan.suite, markdown)]).files[1].text
      for tag in ["h1", "h2", "h3", "table", "tr", "details"] {
        let theirs = rendered.ranges(of: "<\(tag)>").count + rendered.ranges(of: "<\(tag) ").count
        let main = site[(site.range(of: "<h1")?.lowerBound ?? site.startIndex)...]
        let ours = main.ranges(of: "<\(tag)>").count + main.ranges(of: "<\(tag) ").count
        #expect(theirs == ours, "\(plan.suite.id) \(tag)")
      }
      // A diagram is code to the one, a list to the other.
      let blocks = site.ranges(of: "<pre ").count + site.ranges(of: "<ul class=\"diagram\">").count
      #expect(rendered.ranges(of: "<pre").count == blocks, "\(plan.suite.id)")
      #expect(!rendered.contains("<p>|"))
      #expect(!rendered.contains("**"))
    }
  }

  private static let cmark = ["/usr/bin/cmark-gfm", "/usr/local/bin/cmark-gfm"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static func rendered(_ markdown: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "accord-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "in.md"), folder.appending(path: "out.html"))
    try Data(markdown.utf8).write(to: input)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: cmark ?? "")
    process.arguments = ["--unsafe", "-e", "table", input.path()]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }
}
