/// Why a text is not a pattern of ECMA-262, and where.
public struct PatternSyntaxError: Error, Sendable, Hashable {
  /// The evidence.
  public var reason: Reason

  /// The place in the pattern, in Unicode scalars from its start.
  public var offset: Int

  /// Creates an error.
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// What can be wrong with a pattern.
  public enum Reason: Sendable, Hashable {
    /// A group is not closed.
    case unclosedGroup
    /// A `)` closes nothing.
    case unopenedGroup
    /// A class is not closed.
    case unclosedClass
    /// A character that has a meaning of its own stands where it has none; it must be escaped.
    case unescaped(Unicode.Scalar)
    /// A quantifier follows nothing that can be repeated.
    case nothingToRepeat
    /// The braces of a quantifier are not `{n}`, `{n,}` or `{n,m}`.
    case invalidQuantifier
    /// The bounds of a quantifier are in the wrong order.
    case quantifierOutOfOrder
    /// The pattern ends after a backslash.
    case unfinishedEscape
    /// An escape that ECMA-262 does not have with the `u` flag.
    case invalidEscape(String)
    /// The bounds of a range in a class are in the wrong order.
    case rangeOutOfOrder
    /// A bound of a range is a class such as `\d`.
    case classInRange
    /// `(?` is followed by something that is no kind of group.
    case invalidGroup
    /// A group changes flags, `(?i:…)`, which is not supported.
    case unsupportedModifiers
    /// The name of a group is not an identifier in angle brackets.
    case invalidGroupName
    /// Two groups that can both take part in a match have the same name.
    case duplicateGroupName(String)
    /// A backreference to a number that no group has.
    case unknownGroupNumber(String)
    /// A backreference to a name that no group has.
    case unknownGroupName(String)
    /// A property of Unicode that ECMA-262 does not have.
    case unknownProperty(String)
    /// A property of ECMA-262 that this engine has no table of.
    case unsupportedProperty(String)
    /// Groups are nested deeper than the limit.
    case tooDeep(limit: Int)
  }
}
