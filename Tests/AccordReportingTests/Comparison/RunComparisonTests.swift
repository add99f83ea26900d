import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

struct RunComparisonTests {
  private static let before = Differences.run(
    [Differences.inJSON, Differences.inXML, Differences.inText]
      + RunRecord(Runs.mixed).suites[0].cases
  )

  /// One case is fixed, one is newly broken, one is new, one is gone, one was not judged.
  private static let after: RunRecord = {
    var fixed = Differences.inJSON
    fixed.verdict = .conforms
    fixed.violations = []
    var unjudged = Differences.inXML
    unjudged.verdict = .failed(reason: "The server refused the connection.")
    unjudged.violations = []
    var cases = RunRecord(Runs.mixed).suites[0].cases
    cases[0].verdict = .violates
    cases[0].violations = Differences.inJSON.violations
    cases[0].exchanges = Differences.inJSON.exchanges
    // What was found is another thing, and it is the same violation.
    cases[2].violations[0].actual = "1002 (InvalidParameter)"
    return Differences.run([fixed, unjudged, Differences.twoReads] + cases)
  }()

  private let comparison = RunComparison(from: before, to: after)

  private func names(_ change: RunComparison.Change) -> [String] {
    comparison.entries.filter { $0.change == change }.map(\.id.description)
  }

  @Test
  func whatChanged() {
    #expect(
      names(.newlyBroken) == ["pets/pets.rename/two-reads", "pets/pets.rename/v1/example/rename"]
    )
    #expect(
      names(.stillBroken) == [
        "pets/pets.rename/v1/header-missing/x-token", "pets/pets.rename/v2/header-missing/x-token",
        "pets/pets.rename/relation/same-read-twice",
      ]
    )
    #expect(names(.fixed) == ["pets/pets.rename/json"])
    #expect(names(.notChecked) == ["pets/pets.rename/xml", "pets/pets.rename/text"])
    #expect(comparison.newCases.map(\.description) == ["pets/pets.rename/two-reads"])
    #expect(comparison.goneCases.map(\.description) == ["pets/pets.rename/text"])
    #expect(comparison.unjudgedCases.map(\.description) == ["pets/pets.rename/xml"])
    #expect(comparison.exitStatus == 1)
    #expect(
      comparison.headline == """
        2 violations are new, 3 still broken, 1 fixed, 2 no longer checked, 1 new case, 1 case \
        gone, 1 case no longer judged.
        """
    )
  }

  @Test
  func aRunComparedWithItself() {
    let same = RunComparison(from: Self.before, to: Self.before)
    #expect(same.headline == "Nothing is newly broken, 6 still broken.")
    #expect(same.exitStatus == 0)
    #expect(same.entries.allSatisfy { $0.change == .stillBroken })
    let other = RunComparison(from: Self.before, to: RunRecord(Runs.conforming))
    #expect(other.exitStatus == 0)
    #expect(other.count(.fixed) == 0)
  }

  @Test
  func aWarningCountsOnlyInAStrictRun() {
    let plain = RunRecord(Runs.mixed)
    var strict = plain
    strict.settings.isStrict = true
    var quiet = plain
    for index in quiet.suites[0].cases.indices {
      quiet.suites[0].cases[index].violations.removeAll { $0.level == .assumption }
    }
    #expect(RunComparison(from: quiet, to: plain).count(.newlyBroken) == 0)
    var strictly = RunComparison(from: quiet, to: strict)
    #expect(strictly.count(.newlyBroken) == 2)
    // What was there as a warning is not new.
    strictly = RunComparison(from: plain, to: strict)
    #expect(strictly.count(.newlyBroken) == 0)
    #expect(strictly.count(.stillBroken) == 5)
  }

  @Test(arguments: [
    (ComparisonFormat.markdown, "comparison.md"), (.terminal, "comparison.txt"),
    (.json, "comparison.json"),
  ])
  func golden(_ format: ComparisonFormat, _ name: String) throws {
    let text = format.text(for: comparison, in: TerminalFormat(width: 80))
    try expectGolden(text, name)
  }

  @Test
  func theReportsOfARunTellWhatChanged() throws {
    let markdown = MarkdownFormat(comparison: comparison).text(for: Self.after)
    #expect(markdown.contains("\n**Since the run before:** 2 violations are new, 3 still broken"))
    #expect(markdown.contains("\n## Since the run before\n"))
    let terminal = TerminalFormat(comparison: comparison).text(for: Self.after)
    #expect(terminal.contains("\nSince the run before:\n2 violations are new, 3 still broken"))
    #expect(terminal.hasSuffix(Self.after.headline + "\n"))
    #expect(
      TerminalFormat(detail: .closing).text(for: comparison) == comparison.headline + "\n"
    )
  }

  @Test
  func thePageIsBounded() {
    let many = RunRecord(Runs.many(3_000, alike: true))
    let none = Differences.run([])
    for (before, after) in [(none, many), (many, none), (many, many)] {
      let page = MarkdownFormat().text(for: RunComparison(from: before, to: after))
      #expect(page.utf8.count <= 60_000)
      // What is one entry needs no more.
      #expect(page.contains(" more") == (before.summary.cases != after.summary.cases))
    }
    let different = RunRecord(Runs.many(3_000, alike: false))
    for (before, after) in [(none, different), (different, none), (different, different)] {
      let page = MarkdownFormat().text(for: RunComparison(from: before, to: after))
      #expect(page.utf8.count <= 60_000)
    }
    let fixed = RunComparison(from: many, to: RunRecord(Runs.conforming))
    #expect(fixed.goneCases.count == 3_000)
    #expect(fixed.exitStatus == 0)
  }
}
