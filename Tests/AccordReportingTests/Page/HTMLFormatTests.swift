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
  func everyCellCountsPromises() {
    let suite = RunRecord(Runs.mixed).suites[0]
    let matrix = PromiseMatrix(suite)
    #expect(matrix.rows.map(\.contract) == ["pets.rename"])
    // Each promise is in one cell, and all cells together are what coverage is measured by.
    let promises = Pets.contract.promises(in: Pets.suite)
    #expect(matrix.rows[0].cells.reduce(0) { $0 + $1.total } == promises.count)
    for (kind, cell) in zip(matrix.kinds, matrix.rows[0].cells) {
      #expect(cell.total == promises.count { $0.kind == kind }, "\(kind)")
    }
    func cell(_ kind: Promise.Kind) -> PromiseMatrix.Cell? {
      matrix.kinds.firstIndex(of: kind).map { matrix.rows[0].cells[$0] }
    }
    #expect(cell(.header)?.state == .broken)
    #expect(cell(.header)?.count == 1)
    #expect(cell(.status)?.state == .holds)
    #expect(cell(.status)?.count == 1)
    #expect(cell(.relation)?.state == .notExercised)
    #expect(cell(.error)?.state == .notExercised)
  }

  @Test
  func aRelationThatNobodyLookedAtIsNotGreen() {
    var run = RunRecord(Runs.mixed)
    for index in run.suites[0].cases.indices {
      run.suites[0].cases[index].clauses.append("relation/same-read-twice")
    }
    let matrix = PromiseMatrix(run.suites[0])
    let column = matrix.kinds.firstIndex(of: .relation) ?? 0
    #expect(matrix.rows[0].cells[column].state == .notSeen)
    #expect(
      HTMLFormat().text(for: run).contains(
        """
        data-kind="relation" title="not seen: 1"><span aria-hidden="true">? 1/1</span>
        """
      )
    )
  }

  @Test
  func whenAndByWhatARunWasMadeIsSaid() {
    #expect(mixed.contains("Accord 1.2.3, begun 2026-01-31T23:59:59Z. Seed "))
    #expect(HTMLFormat().text(for: Runs.conforming).contains(">Accord 1.2.3. Seed 1."))
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
    run.suites[0].contracts[0].promises = ["a", "b", "c"].map {
      RunRecord.Promise(id: $0, kind: .header)
    }
    run.suites[0].cases[0].exercised = ["a", "c"]
    #expect(HTMLFormat().text(for: run).contains("66.6 % of 3 promises exercised, 2 held"))
    run.suites[0].contracts[0].promises = []
    #expect(!HTMLFormat().text(for: run).contains(" exercised, "))
  }

  @Test
  func anEmptyRunIsAPage() {
    let run = RunRecord(suites: [], settings: Report.Settings(seed: 1))
    let text = HTMLFormat().text(for: run)
    #expect(text.contains("<h1>No case was selected.</h1>"))
    #expect(text.hasSuffix("</body>\n</html>\n"))
  }
}
