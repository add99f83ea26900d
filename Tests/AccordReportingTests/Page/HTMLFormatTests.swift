import AccordModel
import Testing

@testable import AccordReporting

struct HTMLFormatTests {
  private let mixed = HTMLFormat().text(for: Runs.mixed)

  @Test
  func golden() throws { try expectGolden(mixed, "report.html") }

  @Test
  func theSameRunGivesTheSameBytes() {
    for report in [Runs.mixed, Hostile.report, Runs.many(50, alike: false)] {
      #expect(HTMLFormat().text(for: report) == HTMLFormat().text(for: report))
    }
  }

  @Test
  func whatIsForeignIsNoMarkup() {
    let text = HTMLFormat().text(for: Hostile.report)
    #expect(!text.contains("<script>alert"))
    #expect(!text.contains("</details>\\n'; rm"))
    #expect(text.ranges(of: "<script>").count == 1)
    #expect(text.ranges(of: "<style>").count == 1)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !VisibleText.isInvisible($0) })
  }

  @Test
  func aCellShowsTheWorstOfItsPromises() {
    let run = RunRecord(Runs.mixed)
    let page = RunPage(run)
    let kinds = PromiseKind.kinds(of: run.suites)
    #expect(kinds.map(\.name) == ["header", "error"])
    let rows = page.suites.flatMap { PromiseMatrix($0, $1, kinds: kinds, in: run).rows }
    #expect(rows.map(\.contract) == ["pets.rename"])
    #expect(rows[0].cells.map(\.state) == [.broken, .notProvoked])
    #expect(rows[0].cells.map(\.worst) == [3, 1])
    #expect(rows[0].cells.map(\.total) == [10, 1])
  }

  @Test
  func aBrokenPromiseDoesNotColourTheOthers() {
    var run = RunRecord(Runs.mixed)
    run.suites[0].cases[1].clauses = ["parameter/petid/invalid"]
    let kinds = PromiseKind.kinds(of: run.suites)
    let endpoints = EndpointResults.endpoints(of: run.suites[0])
    let row = PromiseMatrix(run.suites[0], endpoints, kinds: kinds, in: run).rows[0]
    #expect(kinds.map(\.name) == ["header", "parameter", "error"])
    #expect(row.cells.map(\.state) == [.broken, .holds, .notProvoked])
  }

  @Test
  func aLargeRunIsHeldBack() {
    let small = HTMLFormat().text(for: Runs.many(1_000, alike: true))
    #expect(!small.contains("<noscript>"))
    let large = HTMLFormat().text(for: Runs.many(1_001, alike: true))
    #expect(large.ranges(of: "<noscript>").count == 1_001)
    #expect(large.ranges(of: "</noscript>").count == 1_001)
    #expect(large.ranges(of: "class=\"card cause lazy\"").count == 1)
  }

  @Test
  func timingsAreShownWhereThereAreAny() {
    #expect(mixed.contains("<span>1234.5 ms</span>"))
    var run = RunRecord(Runs.mixed)
    run = run.withoutTimings
    #expect(!HTMLFormat().text(for: run).contains(" ms</span>"))
  }

  @Test
  func everyLinkLeadsSomewhere() {
    for report in [Runs.mixed, Hostile.report, Runs.conforming, Runs.many(20, alike: false)] {
      let text = HTMLFormat().text(for: report)
      let targets = Set(
        text.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
      )
      let links = text.split(separator: " href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
      #expect(links.count > 2)
      #expect(links.filter { !targets.contains($0) } == [])
    }
  }

  @Test
  func coverageIsSaidWhereItIsKnown() {
    var run = RunRecord(Runs.conforming)
    run.suites[0].coverage = Coverage.Figure(promised: 8, exercised: 7, held: 6)
    #expect(HTMLFormat().text(for: run).contains("87.5 % of 8 promises exercised, 6 held"))
    run.suites[0].coverage = Coverage.Figure()
    #expect(!HTMLFormat().text(for: run).contains("exercised"))
  }

  @Test
  func anEmptyRunIsAPage() {
    let run = RunRecord(suites: [], settings: Report.Settings(seed: 1))
    let text = HTMLFormat().text(for: run)
    #expect(text.contains("<h1>No case was selected.</h1>"))
    #expect(text.hasSuffix("</body>\n</html>\n"))
  }
}
