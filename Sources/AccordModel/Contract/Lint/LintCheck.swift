/// One thing that must be right in every suite or contract.
package protocol LintCheck: Sendable {
  /// The identifier: lower case, hyphens.
  var id: String { get }

  /// What is wrong with what the contracts of a suite share.
  func findings(in suite: ContractSuite) -> [LintFinding]

  /// What is wrong with a contract.
  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding]
}

extension LintCheck {
  /// Nothing: the check looks at contracts only.
  package func findings(in suite: ContractSuite) -> [LintFinding] { [] }

  /// Nothing: the check looks at suites only.
  package func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] { [] }
}

/// What a check found, and at which line.
package struct LintFinding: Sendable, Hashable {
  /// What is wrong.
  package var evidence: LintEvidence

  /// The line to change.
  package var source: SourceLine

  /// Creates a finding.
  package init(_ evidence: LintEvidence, at source: SourceLine) {
    self.evidence = evidence
    self.source = source
  }
}
