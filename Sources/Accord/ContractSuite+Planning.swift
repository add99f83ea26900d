public import AccordModel
public import AccordPlanning

extension ContractSuite {
  /// The cases that follow from the contracts of the suite, with those that extensions add.
  ///
  /// The same suite always gives the same cases in the same order, in one depth.
  ///
  /// ```swift
  /// for testCase in PetStore.suite.plan().cases { print(testCase.id, testCase.title) }
  /// ```
  public func plan(
    with extensions: Extensions = Extensions(),
    options: PlanOptions = PlanOptions()
  ) -> Plan {
    CasePlanner(options: options, origins: extensions.origins, written: extensions.cases).plan(self)
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

  /// What the mock of the suite cannot keep when the cases are played against it: a contract that is
  /// sound is kept by its own mock.
  ///
  /// Assumptions count like what documents state. Without a behaviour of its own the mock is made from the
  /// contracts alone.
  ///
  /// ```swift
  /// for problem in try await PetStore.suite.rehearse() { print(problem) }
  /// ```
  public func rehearse(
    with extensions: Extensions = Extensions(),
    options: PlanOptions = PlanOptions()
  ) async throws -> [LintProblem] {
    try await Rehearsal(of: self, with: extensions, options: options).problems()
  }

  /// The problems of the contracts that a selection means; `plan` is the whole plan of the suite.
  func lintProblems(of plan: Plan, _ selection: Selection) -> [LintProblem] {
    ContractLint().problems(in: self, cases: plan.cases) { selection.includes($0, of: self) }
  }
}
