/// What a rule of a user's own found.
public enum RuleFinding: Sendable, Hashable {
  /// The rule has nothing to say about the exchange.
  case notApplicable
  /// The rule looked, and all is well.
  case satisfied
  /// The rule looked, and this is wrong.
  case objections([Objection])
  /// The rule has something to say and could not look, with the reason as a sentence; the case counts
  /// as not checked in this.
  case notChecked(String)

  /// What is wrong at a place.
  public struct Objection: Sendable, Hashable {
    /// Where it is wrong, such as `.status`, `.header("Traceparent")`, `.body(at: "/items/0")`.
    public var place: Violation.Place
    /// What was expected there, as a phrase.
    public var expected: String
    /// What was found, as a phrase; it is cut where it is long, and secrets in it are redacted.
    public var actual: String
    /// What to do, as a sentence.
    public var hint: String?

    /// Creates an objection.
    public init(at place: Violation.Place, expected: String, actual: String, hint: String? = nil) {
      self.place = place
      self.expected = expected
      self.actual = actual
      self.hint = hint
    }
  }

  /// One thing is wrong.
  public static func broken(
    at place: Violation.Place,
    expected: String,
    actual: String,
    hint: String? = nil
  ) -> RuleFinding {
    .objections([Objection(at: place, expected: expected, actual: actual, hint: hint)])
  }
}
