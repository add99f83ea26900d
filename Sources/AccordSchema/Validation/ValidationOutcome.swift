/// What came of holding a document to a schema.
public struct ValidationOutcome: Sendable, Hashable {
  /// What can be said of the document.
  public enum Verdict: Sendable, Hashable {
    /// Every keyword holds.
    case conforms
    /// A keyword is broken for certain.
    case violates
    /// No keyword is broken for certain, and a limit was reached before all of them were seen to
    /// hold.
    case undecided
  }

  /// The violations in document order, and among them what could not be decided.
  public let violations: [SchemaViolation]

  /// Whether the document has more violations than were collected.
  public let isCut: Bool

  /// The verdict; what could not be decided does not make a document break its schema.
  public let verdict: Verdict

  /// Keeps as many violations as the limits allow, of one more than that.
  init(_ found: [SchemaViolation], _ limits: ValidationLimits) {
    violations = Array(found.prefix(limits.violations))
    isCut = found.count > limits.violations
    verdict =
      found.isEmpty ? .conforms : found.allSatisfy(\.isUndecided) ? .undecided : .violates
  }
}
