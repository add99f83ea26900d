import AccordModel
import Testing

@testable import AccordReporting

struct ReportFormatTests {
  @Test
  func names() {
    #expect(ReportFormats.all.map(\.name) == ["junit", "markdown", "json", "html", "terminal"])
    #expect(
      ReportFormats.all.map(\.fileName) == [
        "junit.xml", "report.md", "report.json", "report.html", "report.txt",
      ]
    )
    #expect(ReportFormats.named("json") is JSONFormat)
    #expect(ReportFormats.named("pdf") == nil)
  }

  @Test(arguments: ["junit", "markdown", "json", "html", "terminal"])
  func theSameReportGivesTheSameBytes(_ name: String) throws {
    let format = try #require(ReportFormats.named(name))
    for report in [Runs.mixed, Hostile.report, Runs.many(50, alike: false)] {
      let text = format.text(for: report)
      #expect(text == format.text(for: report))
      #expect(text.hasSuffix("\n"))
    }
  }

  @Test(arguments: ["markdown", "json", "terminal"])
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

  @Test(arguments: ["junit", "markdown", "terminal"])
  func noControlCharacterIsWritten(_ name: String) throws {
    let format = try #require(ReportFormats.named(name))
    let text = format.text(for: Hostile.report)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !VisibleText.isInvisible($0) })
  }
}
