/// A name with a text: a path variable, a query parameter, a form field.
public struct NamedText: Sendable, Hashable {
  /// The name.
  public var name: String

  /// The text, decoded.
  public var value: String

  /// Creates a named text.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  package func isNamed(_ other: String, ignoringCase: Bool) -> Bool {
    ignoringCase ? name.lowercased() == other.lowercased() : name == other
  }
}
