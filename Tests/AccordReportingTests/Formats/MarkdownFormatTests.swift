import AccordModel
import Testing

@testable import AccordReporting

struct MarkdownFormatTests {
  private func text(_ report: Report) -> String { MarkdownFormat().text(for: report) }

  private func entries(of page: String) -> Int {
    page.split(separator: "\n").count { $0.hasPrefix("### ") }
  }

  @Test
  func golden() throws { try expectGolden(text(Runs.mixed), "report.md") }

  @Test
  func goldenOfAHostileServer() throws { try expectGolden(text(Hostile.report), "hostile.md") }

  @Test
  func theVerdictComesFirst() {
    #expect(text(Runs.conforming).hasPrefix("# The only case conforms.\n"))
    #expect(!text(Runs.conforming).contains("## Violations"))
    #expect(
      text(Runs.mixed).hasPrefix(
        """
        # The run is incomplete: 3 of 10 cases violate their contracts, 1 warning, \
        1 not checked whole, 2 skipped, 1 failed, 1 not run.
        """
      )
    )
  }

  @Test
  func violationsAlikeAreOneEntry() {
    let page = text(Runs.many(40, alike: true))
    #expect(entries(of: page) == 1)
    #expect(page.contains("· 40 cases\n"))
    #expect(page.contains("<details><summary>39 more cases</summary>"))
    #expect(page.contains("`pets/pets.rename/v1/parameter-invalid/petid/probe-39`"))
  }

  @Test
  func longListsOfCasesAreCounted() {
    let page = text(Runs.many(200, alike: true))
    #expect(page.contains("<summary>199 more cases</summary>"))
    #expect(page.contains("- 149 more\n"))
  }

  /// How many lines the table of causes has.
  private func rows(of page: String) -> Int {
    page.split(separator: "\n").count { $0.contains(" | `error-name` | 1 case |") }
  }

  @Test
  func theTableHasEverythingThatIsWrong() {
    let page = text(Runs.many(377, alike: false))
    #expect(page.unicodeScalars.count <= 60_000)
    #expect(rows(of: page) == 377)
    let shown = entries(of: page)
    #expect(shown > 0 && shown < 377)
    #expect(
      page.contains(
        """
        The evidence of **\(377 - shown) more** of 377 entries is left out here; report.json has it.
        """
      )
    )
    #expect(page.contains("## Not provoked"))
  }

  @Test(arguments: [1_000, 3_000])
  func neverLongerThanItsLimit(_ count: Int) throws {
    let page = text(Runs.many(count, alike: false))
    #expect(page.unicodeScalars.count <= 60_000)
    let shown = rows(of: page)
    #expect(shown > 400 && shown < count)
    #expect(
      page.contains(
        "**\(count - shown) more** of \(count) entries are left out here; report.json has them all."
      )
    )
  }

  @Test
  func longEvidenceIsCut() {
    var report = Runs.many(1, alike: true)
    let long = String(repeating: "é😀", count: 500_000)
    report.suites[0].results[0].judgement.violations[0].actual = long
    report.suites[0].results[0].judgement.violations[0].place = .header(long)
    report.suites[0].results[0].exchanges[0].request.target = long
    report.suites[0].subject = long
    report.settings.warnings = [long]
    report.interruption = long
    let page = text(report)
    #expect(page.unicodeScalars.count < 10_000)
    #expect(page.contains("… (999000 more characters)"))
    #expect(page.contains("The request is too long to be shown; report.json has it."))
  }

  @Test
  func oneEntryThatIsTooLongHidesNoOther() {
    var report = Runs.many(3, alike: false)
    let invisible = String(repeating: "\u{E0001}", count: 2_000)
    report.suites[0].results[0].judgement.violations[0].hint = invisible
    report.suites[0].results[0].judgement.violations[0].expected = invisible
    report.suites[0].results[0].judgement.violations[0].actual = invisible
    report.suites[0].results[0].judgement.violations[0].place = .header(invisible)
    report.suites[0].results[0].exchanges[0].request.target = "/" + invisible.prefix(90)
    let page = text(report)
    #expect(page.utf8.count <= 60_000)
    #expect(entries(of: page) == 3)
  }

  @Test
  func manySuitesAndEndpointsAreCounted() {
    var report = Runs.many(2_000, alike: true)
    for index in report.suites[0].results.indices {
      report.suites[0].results[index].testCase.contract = "pets.endpoint-\(index)"
    }
    report.suites = [report.suites[0], report.suites[0]]
    let page = text(report)
    #expect(page.utf8.count <= 60_000)
    #expect(page.contains(" more endpoints.\n"))
    #expect(page.contains("\n1 more suite.\n"))
    #expect(page.contains("\n## Violations\n"))
  }

  @Test
  func goldenOfDifferences() throws {
    try expectGolden(MarkdownFormat().text(for: Differences.run(Differences.all)), "differences.md")
  }

  @Test
  func warningsCountOnlyInAStrictRun() {
    var report = Runs.mixed
    #expect(text(report).contains("\n## Warnings\n"))
    report.settings.isStrict = true
    #expect(!text(report).contains("\n## Warnings\n"))
  }

  @Test
  func aHostileServerOpensNoMarkup() {
    var isCode = false
    var fence = ""
    for line in text(Hostile.report).split(separator: "\n", omittingEmptySubsequences: false) {
      if isCode {
        if line == fence { isCode = false }
        continue
      }
      if line.hasPrefix("```") {
        fence = String(line.prefix { $0 == "`" })
        isCode = true
        continue
      }
      let prose = line.withoutCode
      #expect(!prose.contains("<script"))
      #expect(!prose.contains("@everyone"))
      #expect(!prose.contains("http://"))
      #expect(!prose.replacing("\\]", with: "").contains("]("))
      #expect(!line.hasPrefix("# heading"))
      #expect(line == "</details>" || !prose.contains("</details"))
    }
    #expect(!isCode)
  }
}

extension Substring {
  /// The line without its code spans.
  fileprivate var withoutCode: String {
    var result = ""
    var rest = self
    while let start = rest.firstIndex(of: "`") {
      let isEscaped = start > rest.startIndex && rest[rest.index(before: start)] == "\\"
      result += rest[..<start]
      if isEscaped {
        rest = rest[rest.index(after: start)...]
        continue
      }
      let fence = rest[start...].prefix { $0 == "`" }
      let inside = rest[fence.endIndex...]
      var end = inside.startIndex
      while end < inside.endIndex {
        guard inside[end] == "`" else {
          end = inside.index(after: end)
          continue
        }
        let run = inside[end...].prefix { $0 == "`" }
        end = run.endIndex
        if run.count == fence.count { break }
      }
      rest = inside[end...]
    }
    return result + rest
  }
}
