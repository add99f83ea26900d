import Accord
import AccordMocking
import AccordModel
import AccordRunning

/// The right requests of a contract's plan, sent to the mock of another contract of the same API.
struct ReplayedPlan {
  /// What came of a case: what was broken that is stated; nothing where all held.
  private(set) var broken: [CaseID: [Violation]] = [:]
  /// The cases that were answered, in the order of the plan.
  private(set) var cases: [Case] = []

  /// Runs the plan of `suite` against the mock of `other`.
  static func run(_ suite: ContractSuite, against other: ContractSuite) async throws -> ReplayedPlan
  {
    var served = other
    // A mock finds the suite of a request's live data by its name.
    served.id = suite.id
    let mock = Mock([served], seed: 0, now: { 0 })
    var settings = ConformanceRun.Settings()
    settings.jobs = 4
    // The mock knows its own callers; the plan's may be called otherwise.
    var environment = EnvironmentVariables([:])
    for (variable, value) in Mock([suite]).environment(of: suite) {
      environment = environment.setting(variable, value)
    }
    settings.environment = environment
    let run = ConformanceRun(
      [.init(suite, against: .inProcessMock)],
      settings: settings,
      mock: mock
    )
    let report = try await run.report(keepingExchanges: false)
    var replayed = ReplayedPlan()
    for result in report.suites.flatMap(\.results) where result.testCase.isRight {
      switch result.judgement.verdict {
      case .conforms, .notChecked: break
      case .violates:
        replayed.broken[result.testCase.id] = result.judgement.violations.filter {
          $0.level == .must
        }
      case .skipped, .failed, .notRun: continue
      }
      replayed.cases.append(result.testCase)
    }
    return replayed
  }
}

extension Case {
  /// Whether all its requests are right: what a wrong one gets may change without harm.
  fileprivate var isRight: Bool {
    steps.allSatisfy { step in
      if case .success = step.expectation.outcome { true } else { false }
    }
  }
}
