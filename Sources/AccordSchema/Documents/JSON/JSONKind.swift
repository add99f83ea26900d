/// The kinds of JSON values; the raw values are the names that JSON Schema's `type` uses.
public enum JSONKind: String, Sendable, Hashable, CaseIterable {
  /// The literal `null`.
  case null
  /// The literals `true` and `false`.
  case boolean
  /// Every number, with a fraction or without.
  case number
  /// A string.
  case string
  /// An array.
  case array
  /// An object.
  case object
}
