/// A JSON value (RFC 8259): exact numbers, and members in the order in which they were written.
///
/// Two values are equal (`==`) when they have the same members in the same order; numbers are equal
/// when their values are, so `1.0` equals `1`. ``isEquivalent(to:)`` ignores the order of members.
public enum JSON: Sendable, Hashable {
  /// The literal `null`.
  case null
  /// The literals `true` and `false`.
  case boolean(Bool)
  /// A number of any size and precision.
  case number(JSONNumber)
  /// A string.
  case string(String)
  /// The elements of an array.
  case array([JSON])
  /// The members of an object, in order; a name may stand twice.
  case object([JSONMember])
}

/// One member of a JSON object.
public struct JSONMember: Sendable, Hashable {
  /// The name of the member.
  public var key: String

  /// The value of the member.
  public var value: JSON

  /// Creates a member.
  public init(_ key: String, _ value: JSON) {
    self.key = key
    self.value = value
  }
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Creates `null`.
  public init(nilLiteral: ()) {
    self = .null
  }

  /// Creates `true` or `false`.
  public init(booleanLiteral value: Bool) {
    self = .boolean(value)
  }

  /// Creates an integer.
  public init(integerLiteral value: Int) {
    self = .number(JSONNumber(value))
  }

  /// Creates a number with a fraction.
  public init(floatLiteral value: Double) {
    self = JSONNumber(value).map(JSON.number) ?? .null
  }

  /// Creates a string.
  public init(stringLiteral value: String) {
    self = .string(value)
  }

  /// Creates an array.
  public init(arrayLiteral elements: JSON...) {
    self = .array(elements)
  }

  /// Creates an object; the order of the members is kept, and so is a name that stands twice.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { JSONMember($0.0, $0.1) })
  }
}
