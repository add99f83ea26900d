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

  /// What another answer of the same case has in the place.
  public struct Reference: Sendable, Hashable {
    /// The step with that answer, counted from zero.
    public var step: Int

    /// Its value in words; JSON where it is a list or an object.
    public var value: String

    /// Creates a reference.
    public init(step: Int, value: String) {
      self.step = step
      self.value = value
    }
  }

  /// The rule that found it, such as `error-name`.
  public var rule: String

  /// The promise.
  public var clause: Clause

  /// The step of the case, counted from zero.
  public var step: Int

  /// The place, such as `response body /errorCode`.
  public var place: Place

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

  /// The keyword of the schema that does not hold, if it is a schema that is broken.
  public var keyword: String?

  /// The answer with which this one should agree, if what is expected was read from one.
  public var reference: Reference?

  /// Creates a violation.
  public init(
    rule: String,
    clause: Clause,
    step: Int = 0,
    place: Place,
    expected: String,
    actual: String,
    hint: String? = nil,
    position: SourcePosition? = nil,
    members: [Promise.ID] = [],
    keyword: String? = nil,
    reference: Reference? = nil
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
    self.keyword = keyword
    self.reference = reference
  }

  /// How much it weighs.
  public var level: Level { clause.basis.isStated ? .must : .assumption }
}
