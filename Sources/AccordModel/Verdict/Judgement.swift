/// A verdict with everything that led to it.
public struct Judgement: Sendable, Hashable {
  /// The verdict.
  public var verdict: Verdict

  /// The broken promises, in the order of the steps and of the documents; in a case that
  /// conforms they are broken assumptions.
  public var violations: [Violation]

  /// The rules that looked at something, in their order.
  public var rules: [String]

  /// What was promised and could not be checked, each with its reason; in a case that violates what
  /// failed besides too.
  public var notChecked: [String]

  /// The promises of the case's contract of which a rule had something to see and looked at it,
  /// each once; those that a violation names are broken.
  public var exercised: [Promise.ID]

  /// What kept something from being judged, in its order, beside the words of the verdict and of what was
  /// not checked; there may be words without.
  public var causes: [Cause]

  /// Creates a judgement.
  public init(
    _ verdict: Verdict,
    violations: [Violation] = [],
    rules: [String] = [],
    notChecked: [String] = [],
    exercised: [Promise.ID] = [],
    causes: [Cause] = []
  ) {
    self.verdict = verdict
    self.violations = violations
    self.rules = rules
    self.notChecked = notChecked
    self.exercised = exercised
    self.causes = causes
  }
}
