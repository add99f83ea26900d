import AccordModel
import AccordSchema
import Testing

@testable import AccordReporting

struct CoverageTests {
  private let clause = RunRecord.Clause(
    id: "header/x-token/missing/refused",
    sentence: "A request without the token is refused.",
    assumedBecause: nil,
    file: "Contracts/Pets/Pets.swift",
    line: 31
  )

  private func coverage(_ cases: RunRecord.Case...) -> Coverage {
    Coverage(
      of: Pets.suite,
      in: RunRecord.Suite(
        id: "pets",
        name: "Pets API",
        subject: "",
        contracts: [RunRecord.Endpoint(Pets.contract, in: Pets.suite)],
        cases: cases,
        notProvoked: [Pets.notProvoked]
      )
    )
  }

  private func makeCase(
    _ verdict: Verdict,
    clauses: [String] = [],
    exercised: [String] = [],
    violations: [RunRecord.Violation] = []
  ) -> RunRecord.Case {
    RunRecord.Case(
      id: CaseID("pets/pets.rename/case"),
      contract: "pets.rename",
      origin: .example,
      title: "A case",
      clauses: clauses,
      verdict: verdict,
      violations: violations,
      exercised: exercised,
      exchanges: [
        RunRecord.Exchange(
          request: RunRecord.Request(method: "GET", url: "/"),
          curl: "",
          response: RunRecord.Response(status: 200, fields: [Field("content-type", "a/b")])
        )
      ]
    )
  }

  private func state(_ promise: String, _ coverage: Coverage) -> PromiseState? {
    coverage.entry(promise, of: "pets.rename")?.state
  }

  @Test
  func withoutARunNothingIsPutToTheTest() {
    let coverage = Coverage(of: Pets.suite, in: nil)
    #expect(coverage.figure.exercised == 0)
    #expect(coverage.figure.promised == Pets.contract.promises(in: Pets.suite).count)
    #expect(coverage.figure.percent == "0.0 %")
    #expect(state("error/CacheFailed", coverage) == .notProvoked)
    #expect(
      coverage.entry("error/CacheFailed", of: "pets.rename")?.reason
        == "It takes an outage of the server's cache."
    )
    #expect(state("header/x-token", coverage) == .notExercised)
  }

  @Test
  func whatARuleLookedAtHolds() {
    let coverage = coverage(
      makeCase(.conforms, exercised: ["header/x-token", "route/route/PUT/v1/json"])
    )
    #expect(state("header/x-token", coverage) == .holds)
    #expect(state("route/route/PUT/v1/json", coverage) == .holds)
    #expect(state("route/route/PUT/v2/json", coverage) == .notExercised)
    #expect(coverage.figure.exercised == 2)
    #expect(coverage.figure.held == 2)
  }

  @Test(arguments: [Verdict.conforms, .violates, .notChecked(reason: "r")])
  func whatACaseWasPlannedForAndNobodySawIsNotHeld(_ verdict: Verdict) {
    let unseen = makeCase(verdict, clauses: ["relation/same-read-twice"])
    #expect(state("relation/same-read-twice", coverage(unseen)) == .notSeen)
    #expect(coverage(unseen).figure.exercised == 0)
    let seen = makeCase(.conforms, exercised: ["relation/same-read-twice"])
    #expect(state("relation/same-read-twice", coverage(unseen, seen)) == .holds)
  }

  @Test
  func whatWasSeenBeforeACaseFailedWasSeen() {
    let failed = makeCase(
      .failed(reason: "r"),
      clauses: ["header/x-token", "relation/same-read-twice"],
      exercised: ["header/x-token"]
    )
    #expect(state("header/x-token", coverage(failed)) == .holds)
    #expect(state("relation/same-read-twice", coverage(failed)) == .skipped)
  }

  @Test(arguments: [(Violation.Level.must, PromiseState.broken), (.assumption, .warned)])
  func aViolationMarksItsPromiseAndItsMembers(_ level: Violation.Level, _ expected: PromiseState) {
    let content = RunRecord.Clause(
      id: "response/success/content",
      sentence: "",
      assumedBecause: level == .must ? nil : "",
      file: "",
      line: 1
    )
    let members = ["", "/owner", "/owner/name", "/name"].map {
      "response/success/content/member\($0)"
    }
    let coverage = coverage(
      makeCase(
        level == .must ? .violates : .conforms,
        exercised: [content.id] + members,
        violations: [
          RunRecord.Violation(
            rule: "body-matches-schema",
            level: level,
            clause: content,
            place: .body(members: "/owner/name"),
            expected: "",
            actual: "",
            members: [members[2]]
          )
        ]
      )
    )
    #expect(state("response/success/content", coverage) == expected)
    #expect(state(members[2], coverage) == expected)
    #expect(state(members[1], coverage) == .holds)
    #expect(state(members[3], coverage) == .holds)
  }

  @Test
  func onlyTheContractsThatWereMeantCount() {
    let run = RunRecord(
      Report(
        suites: [
          Report.SuiteResult(
            suite: Pets.suite,
            subject: "",
            results: [],
            notProvoked: [],
            contracts: []
          )
        ],
        settings: Report.Settings(seed: 0)
      )
    )
    #expect(run.coverage == Coverage.Figure())
    #expect(Coverage(of: Pets.suite, in: run.suites[0]).entries.isEmpty)
    #expect(RunRecord(Runs.mixed).coverage.promised == Pets.contract.promises(in: Pets.suite).count)
  }

  @Test
  func aWayToAskThatGotAWrongAnswerIsBroken() {
    let violation = RunRecord.Violation(
      rule: "error-name",
      level: .must,
      clause: clause,
      place: .status,
      expected: "",
      actual: ""
    )
    let coverage = coverage(
      makeCase(.violates, exercised: ["route/route/PUT/v1/json"], violations: [violation])
    )
    #expect(state("route/route/PUT/v1/json", coverage) == .broken)
    #expect(state(clause.id, coverage) == .broken)
    #expect(coverage.figure.held == 0)
  }

  @Test(arguments: [Verdict.skipped(reason: "r"), .failed(reason: "r"), .notRun(reason: "r")])
  func aCaseThatShowedNothingLeavesItsPromisesSkippedUnlessAnotherShowsThem(_ verdict: Verdict) {
    let hindered = makeCase(verdict, clauses: ["header/x-token"])
    #expect(state("header/x-token", coverage(hindered)) == .skipped)
    #expect(coverage(hindered).entry("header/x-token", of: "pets.rename")?.reason == "r")
    let shown = makeCase(.conforms, exercised: ["header/x-token"])
    #expect(state("header/x-token", coverage(hindered, shown)) == .holds)
  }

  @Test(arguments: [(0, 0, "100.0 %"), (3, 1, "33.3 %"), (3, 2, "66.6 %"), (1_000, 999, "99.9 %")])
  func percentagesAreRoundedDown(_ promised: Int, _ exercised: Int, _ words: String) {
    let figure = Coverage.Figure(promised: promised, exercised: exercised, held: 0)
    #expect(figure.percent == words)
  }

  @Test(arguments: [
    (1, 1, "1 of 1 promise was put to the test (100.0 %), 1 of them held."),
    (2, 1, "1 of 2 promises was put to the test (50.0 %), 1 of them held."),
    (2, 0, "0 of 2 promises were put to the test (0.0 %), 0 of them held."),
  ])
  func aFigureIsASentence(_ promised: Int, _ exercised: Int, _ sentence: String) {
    let figure = Coverage.Figure(promised: promised, exercised: exercised, held: exercised)
    #expect(figure.sentence == sentence)
  }
}
