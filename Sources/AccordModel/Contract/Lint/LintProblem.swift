/// Something wrong with a contract itself, with the line to change.
public struct LintProblem: Sendable, Hashable, CustomStringConvertible {
  /// The check that found it.
  public package(set) var check: String

  /// The suite.
  public package(set) var suite: ContractSuite.ID

  /// The contract; `nil` if what the contracts share is wrong.
  public package(set) var contract: Contract.ID?

  /// What is wrong.
  package var evidence: LintEvidence

  /// The line to change.
  public package(set) var source: SourceLine

  /// The folder of the suite's sources.
  package var folder: String?

  /// Creates a problem.
  package init(
    check: String,
    suite: ContractSuite.ID,
    contract: Contract.ID?,
    evidence: LintEvidence,
    source: SourceLine,
    folder: String?
  ) {
    self.check = check
    self.suite = suite
    self.contract = contract
    self.evidence = evidence
    self.source = source
    self.folder = folder
  }

  /// What is wrong and what to do, in words.
  public var message: String { evidence.message }

  /// The file, the line, the contract, the message and the check, as compilers write it.
  public var description: String {
    let owner = contract.map { "\(suite)/\($0)" } ?? suite
    return "\(source.path(in: folder)): \(owner): \(message) [\(check)]"
  }

  /// Whether it stands at the same line and says the same, whatever the contract.
  public static func == (left: Self, right: Self) -> Bool {
    left.check == right.check && left.suite == right.suite && left.evidence == right.evidence
      && left.source == right.source
  }

  /// Feeds what equality compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(check)
    hasher.combine(suite)
    hasher.combine(evidence)
    hasher.combine(source)
  }
}
