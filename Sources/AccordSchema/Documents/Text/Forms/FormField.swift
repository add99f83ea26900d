/// One name with its value in a form or a query string.
public struct FormField: Sendable, Hashable {
  /// The name, decoded.
  public var name: String

  /// The value, decoded; empty if there was no `=`.
  public var value: String

  /// Whether there was a `=`.
  public var hasValue: Bool

  /// The bytes of name and value.
  public var byteRange: Range<Int>
}
