import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

@Suite("Merging parts") struct RunMergeTests {
  private static let whole: RunRecord = {
    var run = Runs.known
    run.interruption = nil
    return run
  }()

  /// A part of the known run: the cases at every `count`th place.
  private static func part(_ number: Int, of count: Int) -> RunRecord {
    var run = whole
    let places = whole.suites.map { suite in
      suite.cases.indices.filter { $0 % count == number - 1 }
    }
    for (index, places) in places.enumerated() {
      run.suites[index].cases = places.map { whole.suites[index].cases[$0] }
    }
    run.part = RunRecord.Part(
      number: number,
      count: count,
      plan: String(repeating: "a", count: 64),
      places: places,
      sizes: whole.suites.map(\.cases.count)
    )
    // What each part finds out of the baseline by itself.
    let own = Set(run.suites.flatMap(\.cases).map(\.id))
    let all = Set(whole.suites.flatMap(\.cases).map(\.id))
    run.baseline = whole.baseline.map { finding in
      let testCase = finding.entry.testCase
      return own.contains(testCase) || !all.contains(testCase)
        ? finding : Baseline.Finding(finding.entry, .notObserved)
    }
    return run
  }

  private static func merge(_ runs: [RunRecord]) throws(RunMerge.Problem) -> RunMerge {
    try RunMerge(runs.enumerated().map { RunMerge.Source("\($0).json", $1) })
  }

  @Test("Parts make the whole run, in whatever order they come", arguments: [1, 2, 3, 7])
  func makesTheWhole(_ count: Int) throws {
    let parts = (1...count).map { Self.part($0, of: count) }
    #expect(try Self.merge(parts.reversed()).run == Self.whole)
    #expect(try Self.merge(parts).missing == [])
  }

  @Test("A part is read as it was written", arguments: [1, 2])
  func isRead(_ number: Int) throws {
    let part = Self.part(number, of: 2)
    let document = JSONFormat().text(for: part)
    #expect(try RunRecord(reading: Array(document.utf8)) == part)
    let events = EventsFormat().text(for: part)
    #expect(try RunRecord(reading: Array(events.utf8)).part == part.part)
    #expect(part.headline.hasPrefix("Part \(number) of 2: "))
  }

  @Test("Parts and their events are held by the published schemas")
  func isPublished() throws {
    let part = Self.part(1, of: 2)
    let report = try JSONDocument(parsing: Array(JSONFormat().text(for: part).utf8))
    let reports = try PublishedSchemaTests.validator("report.schema.json")
    #expect(reports.validate(report).map(\.message) == [])
    let events = try JSONLines(parsing: Array(EventsFormat().text(for: part).utf8))
    let event = try PublishedSchemaTests.validator("event.schema.json")
    #expect(event.validate(events).map(\.message) == [])
  }

  @Test("What is missing is named, and the run is incomplete")
  func namesTheMissing() throws {
    let merged = try Self.merge([Self.part(2, of: 4)])
    #expect(merged.missing == [1, 3, 4])
    #expect(merged.run.interruption == "Parts 1, 3, 4 of 4 are missing.")
    #expect(
      try Self.merge([1, 2].map { Self.part($0, of: 3) }).run.interruption
        == "Part 3 of 3 is missing."
    )
  }

  @Test("Why a part ended early is said with its number")
  func keepsInterruptions() throws {
    var part = Self.part(1, of: 2)
    part.interruption = "The run was interrupted by SIGTERM."
    #expect(
      try Self.merge([part, Self.part(2, of: 2)]).run.interruption
        == "Part 1 of 2: The run was interrupted by SIGTERM."
    )
  }

  @Test("What several parts warn of is said once, in their order")
  func joinsWarnings() throws {
    var (first, second) = (Self.part(1, of: 2), Self.part(2, of: 2))
    first.settings.warnings = ["a", "c", "d"]
    second.settings.warnings = ["a", "b", "c"]
    #expect(try Self.merge([first, second]).run.settings.warnings == ["a", "b", "c", "d"])
  }

  private static func changed(_ number: Int, _ change: (inout RunRecord) -> Void) -> RunRecord {
    var part = part(number, of: 2)
    change(&part)
    return part
  }

  private static let wrong: [(second: RunRecord, sentence: String)] = [
    (
      whole,
      """
      "1.json" is the run of a whole plan, and no part. Give what `verify --shard I/N --report json` wrote.
      """
    ),
    (
      changed(2) { $0.part?.places[0] = [] },
      """
      "1.json" does not say of each of its cases where it stands in the plan. Run this part again.
      """
    ),
    (
      changed(2) { $0.version = "0.1" },
      """
      "0.json" was made by Accord \(whole.version), and "1.json" by Accord 0.1. Run all parts with \
      one version.
      """
    ),
    (
      changed(2) { $0.part?.plan = String(repeating: "b", count: 64) },
      """
      "0.json" and "1.json" are parts of different plans: other contracts, another selection or other options \
      that choose cases. Run all parts from one revision with the same options.
      """
    ),
    (
      changed(2) { $0.part?.count = 3 },
      """
      "0.json" is one of 2 parts, and "1.json" one of 3. Give the parts of one run.
      """
    ),
    (
      changed(2) { $0.settings.seed ^= 1 },
      """
      "0.json" and "1.json" were run with different seeds, or one of them with --strict. Give all parts the \
      same --seed, and --strict to all or to none.
      """
    ),
    (
      part(1, of: 2),
      """
      "0.json" and "1.json" are both part 1. Give each part once.
      """
    ),
  ]

  @Test("What does not belong together is refused", arguments: wrong.indices)
  func refuses(_ index: Int) {
    let (second, sentence) = Self.wrong[index]
    do throws(RunMerge.Problem) {
      _ = try Self.merge([Self.part(1, of: 2), second])
      Issue.record("It was merged.")
    } catch {
      #expect("\(error)" == sentence)
    }
    #expect(throws: RunMerge.Problem.noPart) { try Self.merge([]) }
  }
}
