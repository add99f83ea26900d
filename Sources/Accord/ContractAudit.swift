package import AccordModel
import AccordPlanning

/// Checks contracts together with the cases that are planned from them.
package enum ContractAudit {
  /// All problems of a suite's contracts, in the order of their lines.
  package static func problems(in suite: ContractSuite) -> [LintProblem] {
    ContractLint().problems(in: suite, cases: CasePlanner().plan(suite).cases)
  }
}
