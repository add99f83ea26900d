import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

/// Cases that were tried again, in every format.
struct TriedRunTests {
  private static let run = RunRecord(Runs.tried)

  @Test func isCounted() {
    #expect(Self.run.summary.flaky == 2)
    #expect(Self.run.summary.conforming == 1)
    #expect(
      Self.run.headline
        == "The run is incomplete: 1 of 4 cases violates its contract, 2 flaky, 1 not checked whole, 1 failed."
    )
    #expect(Self.run.suites[0].cases.map(\.isFlaky) == [true, true, false, false])
  }

  @Test func aStrictRunFails() {
    var run = Self.run
    run.suites[0].cases.removeLast(2)
    #expect(run.exitStatus == 0)
    run.settings.isStrict = true
    #expect(run.exitStatus == 1)
  }

  @Test(arguments: [
    ("terminal", "report.txt"), ("markdown", "report.md"), ("junit", "junit.xml"),
    ("junit:surefire", "junit-surefire.xml"), ("tap", "report.tap"), ("github", "github.txt"),
    ("sarif", "report.sarif"), ("json", "report.json"), ("html", "report.html"),
  ])
  func golden(_ name: String, _ file: String) throws {
    let format = try #require(ReportFormats.all.first { $0.name == name })
    try expectGolden(format.text(for: Self.run), "tried-\(file)")
  }

  @Test func oneCaseIsShownWhole() throws {
    try expectGolden(
      Self.run.suites[0].cases.prefix(3).map { TerminalFormat().text(of: $0) }.joined(
        separator: "\n"
      ),
      "tried-cases.txt"
    )
  }

  @Test func aRecordOfBeforeIsStillRead() throws {
    let text = JSONFormat().text(for: RunRecord(Runs.conforming))
    #expect(!text.contains("earlierTries"))
    #expect(!text.contains("flaky"))
    #expect(try RunRecord(parsing: Array(text.utf8)).suites[0].cases[0].earlierTries == [])
  }

  @Test func theFileOfTheRunHoldsEachTry() throws {
    let spool = try #require(ExchangeSpool())
    let stored = Self.run.suites[0].cases.map { $0.stored(in: spool) }
    #expect(stored == Self.run.suites[0].cases)
    #expect(
      stored[0].earlierTries.map(\.exchanges)
        == Self.run.suites[0].cases[0].earlierTries.map(\.exchanges)
    )
    let timed = stored[0].withoutTimings.earlierTries.flatMap(\.exchanges).map(\.timing)
    #expect(timed.allSatisfy { $0 == RunRecord.Timing() })
  }

  @Test func aTrendSaysInWhichRunsACaseWasTriedAgain() {
    var trend = RunTrend()
    trend.add(RunRecord(Runs.conforming), named: "1.json")
    trend.add(Self.run, named: "2.json")
    #expect(
      trend.flaky.map(\.id.description) == [
        "pets/pets.rename/v1/example/rename", "pets/pets.rename/v1/format/csv/suffix",
      ]
    )
    #expect(trend.text(in: .terminal).contains("  ✓≈  pets/pets.rename/v1/example/rename\n"))
    for format in RunTrend.Format.allCases {
      #expect(trend.text(in: format).contains("≈"), "\(format)")
    }
  }
}
