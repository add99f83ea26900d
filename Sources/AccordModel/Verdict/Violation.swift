public import AccordSchema

/// A promise that a server broke, with the evidence.
public struct Violation: Sendable, Hashable {
  /// How much it weighs.
  public enum Level: String, Sendable, Hashable {
    /// The document states the promise.
    case must
    /// The promise is an assumption.
    case assumption
  }

  /// The rule that found it, such as `error-name`.
  public var rule: String

  /// The promise.
  public var clause: Clause

  /// The step of the case, counted from zero.
  public var step: Int

  /// The place, such as `response body /errorCode`.
  public var place: String

  /// What was promised.
  public var expected: String

  /// What was found.
  public var actual: String

  /// What to do or to know, if there is something.
  public var hint: String?

  /// The place in the body's text.
  public var position: SourcePosition?

  /// The promises that it breaks besides its clause: those of members of a payload.
  public var members: [Promise.ID]

  /// Creates a violation.
  public init(
    rule: String,
    clause: Clause,
    step: Int = 0,
    place: String,
    expected: String,
    actual: String,
    hint: String? = nil,
    position: SourcePosition? = nil,
    members: [Promise.ID] = []
  ) {
    self.rule = rule
    self.clause = clause
    self.step = step
    self.place = place
    self.expected = expected
    self.actual = actual
    self.hint = hint
    self.position = position
    self.members = members
  }

  /// How much it weighs.
  public var level: Level { clause.basis.isStated ? .must : .assumption }
}
