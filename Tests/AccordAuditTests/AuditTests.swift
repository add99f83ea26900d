import Accord
@testable import AccordAudit
import AccordReporting
import AccordSchema
import Testing

/// What an audit says of a suite.
@Suite struct AuditTests {
  /// No case sends a number that is out of range.
  @Test func gapIsNamed() async throws {
    // In a standard run a value beside its bound is tried.
    var settings = Audit.Settings()
    settings.planOptions = PlanOptions(depth: .quick)
    let report = await Audit(of: Gap.suite, settings: settings).report()
    let survivors = report.entries.filter { $0.outcome == .survived }
    #expect(survivors.map(\.id) == ["gap/tins.get/parameter-range-unchecked/number"])
    let entry = try #require(survivors.first)
    #expect(
      AuditReport.sentence(of: entry)
        == "No case would notice a server where GET /tins/{number} answers requests with a number that is "
        + "out of range. No case sends a request that shows it, such as GET /tins/0. "
        + "gap/tins.get/parameter-invalid/number/word comes nearest."
    )
  }

  @Test func sameAuditSaysTheSame() async {
    let first = AuditReport([await Audit(of: Garden.suite).report()])
    let second = AuditReport([await Audit(of: Garden.suite).report()])
    #expect(first.json == second.json)
    #expect(first.markdown == second.markdown)
    #expect(first.html == second.html)
  }

  @Test func figuresAddUp() async {
    for suite in await AuditedSuites.report.suites {
      let figures = AuditReport.Figures(suite.entries)
      #expect(
        figures.noticed + figures.survived + figures.accepted + figures.equivalent
          == suite.entries.count
      )
      #expect(figures.noticed <= figures.noticedStrictly)
      #expect(suite.leftOut == 0)
      #expect(Set(suite.entries.map(\.id)).count == suite.entries.count)
    }
  }

  /// A mutant that nobody could notice is not counted.
  @Test func equivalentMutantIsNotCounted() async throws {
    let report = await Audit(of: Depot.suite).report()
    let entry = try #require(report.entries.first { $0.operator == "text-outside-ascii-lost" })
    #expect(entry.outcome == .equivalent)
    #expect(entry.reached == 0)
  }

  @Test func acceptedMutantKeepsItsReason() async throws {
    let all = await Audit(of: Garden.suite).report()
    let survivor = try #require(all.entries.first { $0.outcome == .survived })
    var settings = Audit.Settings()
    settings.accepted = [survivor.id: "A proxy sees to it."]
    settings.operators = [survivor.operator]
    let report = AuditReport([await Audit(of: Garden.suite, settings: settings).report()])
    let entry = try #require(report.entries.first { $0.id == survivor.id })
    #expect(entry.outcome == .accepted)
    #expect(entry.reason == "A proxy sees to it.")
    #expect(report.figures.accepted == 1)
    #expect(report.entries.allSatisfy { $0.operator == survivor.operator })
  }

  @Test func jsonHasWhatGatesRead() async throws {
    var settings = Audit.Settings()
    settings.operators = ["statuses"]
    let report = AuditReport([await Audit(of: Garden.suite, settings: settings).report()])
    let json = report.json
    let names = (json.members ?? []).map(\.key)
    #expect(
      names == [
        "score", "strictScore", "noticed", "survived", "equivalent", "accepted", "noticedStrictly",
        "suites",
      ]
    )
    let mutant = try #require(json["/suites/0/mutants/0" as JSONPointer])
    #expect(
      mutant["/sentence" as JSONPointer]?.string == "plants.water answers 201 in the place of 200"
    )
    #expect(mutant["/outcome" as JSONPointer]?.string == "noticed")
    #expect(mutant["/noticedBy/rule" as JSONPointer]?.string == "status-is-declared")
  }

  /// What was recorded is changed and judged again, without a server.
  @Test func recordedAnswersAreChanged() async throws {
    let run = ConformanceRun([.init(Garden.suite, against: .inProcessMock)])
    let record = RunRecord(try await run.report())
    let report = await Audit(of: Garden.suite).report(on: record)
    let figures = AuditReport.Figures(report.entries)
    #expect(report.cases > 20)
    #expect(figures.noticed > 20)
    #expect(report.entries.contains { $0.operator == "member-type" && $0.outcome == .noticed })
    // Checks are left out by servers, not by answers.
    #expect(!report.entries.contains { $0.family == "checks" })
  }

  @Test(arguments: [
    (
      #"{}"#,
      """
      expected an object with the member "accepted", a list, found none. Write \
      {"accepted": [{"mutant": "ID", "reason": "why it may survive"}]}.
      """
    ),
    (
      #"{"accepted": [{"mutant": "a"}]}"#,
      """
      expected at /accepted/0 a mutant and a reason, both strings that are not empty. Give the \
      identifier that the report shows, and say why it may survive.
      """
    ),
    (
      #"{"accepted": [{"mutant": "a", "reason": "b"}, {"mutant": "a", "reason": "c"}]}"#,
      "\"a\" is accepted twice. Keep one of the two."
    ),
  ])
  func wrongListIsRefused(_ text: String, _ message: String) throws {
    let value = try JSONDocument(parsing: Array(text.utf8)).root.value
    let error = #expect(throws: Acceptance.Problem.self) { try Acceptance(value) }
    #expect(error.map { "\($0)" } == message)
  }
}
