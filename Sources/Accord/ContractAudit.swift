package import AccordModel
import AccordPlanning

/// Checks contracts together with the cases that are planned from them.
package enum ContractAudit {
  /// All problems of a suite's contracts, in the order of their lines; of the contracts that a
  /// selection means, if there is one.
  package static func problems(
    in suite: ContractSuite,
    _ selection: Selection = Selection()
  ) -> [LintProblem] {
    ContractLint().problems(in: suite, cases: CasePlanner().plan(suite).cases) { contract in
      selection.includes(contract, of: suite)
    }
  }
}
