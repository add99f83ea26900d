/// What came of looking for a pattern in a text.
public enum PatternVerdict: Sendable, Hashable {
  /// The pattern is found.
  case matches
  /// The pattern is not found.
  case doesNotMatch
  /// The search took more steps than are allowed, and its result is not known.
  case gaveUp
}
