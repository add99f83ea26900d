public import AccordModel
import AccordPlanning

extension ContractSuite {
  /// The cases that follow from the contracts of the suite, with those that extensions add.
  ///
  /// The same suite always gives the same cases in the same order.
  ///
  /// ```swift
  /// for testCase in PetStore.suite.plan().cases { print(testCase.id, testCase.title) }
  /// ```
  public func plan(with extensions: Extensions = Extensions()) -> Plan {
    CasePlanner(origins: extensions.origins, written: extensions.cases).plan(self)
  }

  /// What is not sound in the contracts, in the order of their lines: what names something that is
  /// not there, a schema that means nothing, a promise that no case looks at.
  ///
  /// ```swift
  /// for problem in PetStore.suite.lint() { print(problem) }
  /// ```
  public func lint(with extensions: Extensions = Extensions()) -> [LintProblem] {
    lintProblems(of: plan(with: extensions), Selection())
  }

  /// The problems of the contracts that a selection means; `plan` is the whole plan of the suite.
  func lintProblems(of plan: Plan, _ selection: Selection) -> [LintProblem] {
    ContractLint().problems(in: self, cases: plan.cases) { selection.includes($0, of: self) }
  }
}
