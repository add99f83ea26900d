package import AccordModel
import AccordPlanning

/// Checks contracts together with the cases that are planned from them.
package enum ContractAudit {
  /// All problems of a suite's contracts, in the order of their lines.
  package static func problems(in suite: ContractSuite) -> [LintProblem] {
    problems(in: CasePlanner().plan(suite), Selection())
  }

  /// The problems of the contracts that a selection means; `plan` is the whole plan of their suite.
  static func problems(in plan: Plan, _ selection: Selection) -> [LintProblem] {
    ContractLint().problems(in: plan.suite, cases: plan.cases) { contract in
      selection.includes(contract, of: plan.suite)
    }
  }
}
