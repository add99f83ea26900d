import AccordModel
import Testing

@testable import AccordReporting

struct ReportFormatTests {
  @Test
  func names() {
    #expect(
      ReportFormats.all.map { "\($0.name) \($0.fileName)" } == [
        "junit junit.xml", "markdown report.md", "json report.json", "html report.html",
        "terminal report.txt",
        "junit:gitlab junit-gitlab.xml", "junit:surefire surefire", "github -",
        "codequality gl-code-quality-report.json", "sarif report.sarif", "tap report.tap",
        "events events.jsonl", "har run.har",
      ]
    )
    #expect(ReportFormats.usual.map(\.name) == ["junit", "markdown", "json"])
    #expect(ReportFormats.named("json") is JSONFormat)
    #expect(ReportFormats.named("pdf") == nil)
  }

  @Test(arguments: ReportFormats.all.map(\.name))
  func theSameReportGivesTheSameBytes(_ name: String) throws {
    let format = try #require(ReportFormats.named(name))
    for (name, run) in Runs.all {
      let text = format.text(for: run)
      #expect(text == format.text(for: run), "\(name)")
      #expect(text.isEmpty && format.name == "github" || text.hasSuffix("\n"), "\(name)")
      #expect(format.files(for: run, at: "out") == format.files(for: run, at: "out"), "\(name)")
    }
  }

  @Test(
    arguments: ["markdown", "json", "terminal", "github", "codequality", "sarif", "tap", "events"]
  )
  func timingsChangeNothing(_ name: String) throws {
    let format = try #require(ReportFormats.named(name))
    var report = Runs.mixed
    let text = format.text(for: report)
    for index in report.suites[0].results.indices {
      for exchange in report.suites[0].results[index].exchanges.indices {
        report.suites[0].results[index].exchanges[exchange].timing.total += 17
        report.suites[0].results[index].exchanges[exchange].timing.connect += 3
      }
    }
    #expect(format.text(for: report) == text)
  }

  @Test(
    arguments: ReportFormats.all.map(\.name).filter {
      !["json", "events", "sarif", "har"].contains($0)
    }
  )
  func noControlCharacterIsWritten(_ name: String) throws {
    let format = try #require(ReportFormats.named(name))
    let text = format.text(for: Hostile.report) + format.text(for: Runs.hostileAndKnown)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !VisibleText.isInvisible($0) })
  }
}
