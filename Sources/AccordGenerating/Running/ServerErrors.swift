import AccordModel
import AccordReporting

/// That no generated request is answered with an error of the server, whatever its contract admits.
enum ServerErrors {
  /// The rule, as reports name it.
  static let rule = "no-server-error"

  /// The promise, of a contract.
  private static func clause(_ contract: Contract?) -> Clause {
    Clause(
      "generated/no-server-error",
      "A generated request is not answered with an error of the server.",
      basis: .stated,
      source: contract?.source ?? SourceLine(fileID: #fileID, line: #line)
    )
  }

  /// A result with what is wrong with its statuses, unless that is said already, or the contract names the
  /// status for what was asked.
  static func marking(
    _ result: RunRecord.Case,
    of testCase: Case?,
    in suite: ContractSuite
  ) -> RunRecord.Case {
    guard let testCase, result.origin == .generated else { return result }
    switch result.verdict {
    case .conforms, .notChecked: break
    case .violates, .skipped, .failed, .notRun: return result
    }
    var violations: [RunRecord.Violation] = []
    for (number, exchange) in result.exchanges.enumerated() {
      guard let status = exchange.response?.status, status >= 500,
        number < testCase.steps.count,
        !testCase.steps[number].expectation.lists(status, in: suite.errors)
      else { continue }
      violations.append(
        RunRecord.Violation(
          rule: rule,
          level: .must,
          clause: RunRecord.Clause(clause(suite.contract(testCase.contract)), in: suite),
          step: number,
          place: .status,
          expected: "a status below 500",
          actual: "\(status)"
        )
      )
    }
    guard !violations.isEmpty else { return result }
    var marked = result
    marked.verdict = .violates
    marked.violations = violations + result.violations
    return marked
  }
}
