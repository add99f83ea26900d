/// Checks contracts themselves, before any of them is held against a server.
///
/// A contract that names an error that nobody defined, or has a path variable that nothing fills,
/// would make cases that say nothing. All problems are reported at once.
package struct ContractLint: Sendable {
  /// The checks, in the order in which problems of one line are reported.
  package static let checks: [any LintCheck] = [
    ContractsAreComplete(), IdentifiersAreWellFormed(), IdentifiersAreUnique(),
    PathsNameTheirParameters(), ParametersAreWritable(), VersionsAgree(), FormatsExist(),
    SchemasCompile(), SyntaxesReadWhatTheyWrite(), BodiesCanBeWritten(),
    EmptyFormsAreRefusedAlike(), CatalogueIsUnique(),
    GivensCanBeFound(), EffectsAgree(), ErrorNamesAreCatalogued(),
    ListedErrorsAreBorne(), ProbesAreWrong(), ExamplesNameWhatExists(),
    ExamplesFollowTheirSchemas(), CredentialsAgree(), RequiredParametersHaveValues(),
    TiesNameWhatExists(),
    RelationsNameWhatExists(), WorkflowsNameWhatExists(), LifeCyclesAreWhole(),
    NeighboursAreCalled(), ClausesSayWhy(), ResponseTimesArePositive(),
  ]

  /// Creates the lint.
  package init() {}

  /// The problems of a suite and its contracts, by file and line; of the contracts that are meant
  /// alone, if not all are.
  ///
  /// When the cases planned for the suite are given, promises that no case reaches are problems too.
  package func problems(
    in suite: ContractSuite,
    cases: [Case]? = nil,
    of isMeant: (Contract) -> Bool = { _ in true }
  ) -> [LintProblem] {
    var checks = Self.checks
    if let cases { checks.append(ClausesAreReached(cases: cases)) }
    return Self.sorted(problems(in: suite, checks, of: isMeant))
  }

  /// The schemas of a suite and its contracts that cannot be compiled; one that two contracts share
  /// is a problem of each.
  package func unusableSchemas(in suite: ContractSuite) -> [LintProblem] {
    problems(in: suite, [SchemasCompile()]) { _ in true }
  }

  private func problems(
    in suite: ContractSuite,
    _ checks: [any LintCheck],
    of isMeant: (Contract) -> Bool
  ) -> [LintProblem] {
    let meant = suite.contracts.filter(isMeant) + suite.neighbours.map(\.contract)
    return checks.mapSideBySide(inPartsOf: 1) { check in
      var found = check.findings(in: suite).map { problem($0, check, suite, nil) }
      for contract in meant {
        found += check.findings(in: contract, of: suite).map { problem($0, check, suite, contract) }
      }
      return found
    }
    .flatMap(\.self)
  }

  /// Problems by file and line; those of one line stay in the order of the checks.
  ///
  /// What two contracts share stands in one line and is one problem.
  private static func sorted(_ problems: [LintProblem]) -> [LintProblem] {
    let order = problems.enumerated().sorted { left, right in
      let (first, second) = (left.element.source, right.element.source)
      guard first.fileID == second.fileID else { return first.fileID < second.fileID }
      return (first.line, left.offset) < (second.line, right.offset)
    }
    var seen: Set<LintProblem> = []
    return order.map(\.element).filter { seen.insert($0).inserted }
  }

  private func problem(
    _ finding: LintFinding,
    _ check: any LintCheck,
    _ suite: ContractSuite,
    _ contract: Contract?
  ) -> LintProblem {
    LintProblem(
      check: check.id,
      suite: suite.id,
      contract: contract?.id,
      evidence: finding.evidence,
      source: finding.source,
      folder: suite.folder
    )
  }
}
