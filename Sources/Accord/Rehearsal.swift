import AccordModel
import AccordPlanning

/// The cases of a suite, played against the mock that is made from it: a contract that is sound is kept by its
/// own mock.
struct Rehearsal: Sendable {
  private let suite: ContractSuite
  private let extensions: Extensions
  private let options: PlanOptions

  /// A rehearsal of a suite.
  init(
    of suite: ContractSuite,
    with extensions: Extensions = Extensions(),
    options: PlanOptions = PlanOptions()
  ) {
    self.suite = suite
    self.extensions = extensions
    self.options = options
  }

  /// What the mock cannot keep, a promise at a time, in the order in which the cases are planned.
  ///
  /// Assumptions count like what documents state: the mock is ours.
  func problems() async throws -> [LintProblem] {
    var settings = ConformanceRun.Settings()
    settings.isStrict = true
    settings.extensions = extensions
    settings.planOptions = options
    let report = try await ConformanceRun(
      [.init(suite, against: .inProcessMock)],
      settings: settings
    ).report()
    var problems: [LintProblem] = []
    for result in report.suites.flatMap(\.results) {
      for problem in self.problems(of: result) { Self.add(problem, to: &problems) }
    }
    return problems
  }

  private func problems(of result: Report.Result) -> [LintProblem] {
    let id = result.testCase.id.description
    switch result.judgement.verdict {
    case .conforms: return []
    case .violates:
      return result.judgement.violations.map { violation in
        problem(
          .notKept(
            clause: violation.clause.id,
            sentence: violation.clause.sentence,
            LintEvidence.Rehearsed(
              place: violation.place.generalDescription,
              expected: violation.expected,
              actual: violation.actual,
              cases: 1,
              first: id
            )
          ),
          violation.clause.source,
          of: result.testCase.contract
        )
      }
    case .notChecked(let reason), .skipped(let reason), .failed(let reason), .notRun(let reason):
      let source = suite.contract(result.testCase.contract)?.source ?? suite.source
      return [
        problem(
          .notRehearsed(reason: reason, cases: 1, first: id),
          source,
          of: result.testCase.contract
        )
      ]
    }
  }

  private func problem(
    _ evidence: LintEvidence,
    _ source: SourceLine,
    of contract: Contract.ID
  ) -> LintProblem {
    LintProblem(
      check: "rehearsed",
      suite: suite.id,
      contract: contract,
      evidence: evidence,
      source: source,
      folder: suite.folder
    )
  }

  /// Adds a problem, or one more case to the one that is known.
  private static func add(_ problem: LintProblem, to problems: inout [LintProblem]) {
    for index in problems.indices {
      switch (problems[index].evidence, problem.evidence) {
      case (.notKept(let clause, let sentence, var seen), .notKept(let other, _, let more))
      where clause == other && seen.place == more.place && problems[index].source == problem.source:
        if seen.last != more.first { seen.cases += 1 }
        seen.last = more.first
        problems[index].evidence = .notKept(clause: clause, sentence: sentence, seen)
        return
      case (.notRehearsed(let reason, let cases, let first), .notRehearsed(let other, _, _))
      where reason == other && problems[index].contract == problem.contract:
        problems[index].evidence = .notRehearsed(reason: reason, cases: cases + 1, first: first)
        return
      default: continue
      }
    }
    problems.append(problem)
  }
}
