/// Named values in order.
///
/// Written as a dictionary literal, but order and repeats are kept.
public struct Arguments: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  /// A named value of a request: a path variable, a query parameter, a form field, a header.
  public struct Argument: Sendable, Hashable {
    /// The name.
    public var name: String

    /// The value.
    public var value: Operand

    /// How a list or an object is written.
    public var serialization: Parameter.Serialization

    /// Creates an argument.
    public init(
      _ name: String,
      _ value: Operand,
      as serialization: Parameter.Serialization = Parameter.Serialization(.form)
    ) {
      self.name = name
      self.value = value
      self.serialization = serialization
    }
  }

  /// The values in the order written.
  public var list: [Argument]

  /// Creates a list.
  public init(_ list: [Argument] = []) { self.list = list }

  /// Creates a list from a literal.
  public init(dictionaryLiteral elements: (String, Operand)...) {
    list = elements.map { Argument($0.0, $0.1) }
  }

  /// The first value of this name.
  public subscript(name: String) -> Operand? { list.first { $0.name == name }?.value }
}
