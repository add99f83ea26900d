/// Why bytes are not a JSON text (RFC 8259), and where.
public struct JSONSyntaxError: Error, Sendable, Hashable {
  /// The evidence.
  public var reason: Reason

  /// Where the text stops being JSON.
  public var position: SourcePosition

  /// Creates an error.
  public init(_ reason: Reason, at position: SourcePosition) {
    self.reason = reason
    self.position = position
  }

  /// What can be wrong with a text.
  public enum Reason: Sendable, Hashable {
    /// There is nothing but white space.
    case empty
    /// Something else than what must come next; the byte is the one that was found.
    case unexpected(UInt8, expected: Expectation)
    /// The text ends where something must follow.
    case unexpectedEnd(expected: Expectation)
    /// A comma stands before a closing bracket.
    case trailingComma
    /// Something follows the value.
    case trailingContent(UInt8)
    /// A number begins with a zero that another digit follows.
    case leadingZero
    /// A control character stands unescaped in a string.
    case controlCharacter(UInt8)
    /// A backslash is followed by something that is no escape.
    case invalidEscape(UInt8)
    /// `\u` is not followed by four hexadecimal digits.
    case invalidUnicodeEscape
    /// Half of a surrogate pair stands alone.
    case loneSurrogate(UInt16)
    /// The bytes of a character are not UTF-8.
    case invalidUTF8(UInt8)
    /// The text looks like UTF-16 or UTF-32.
    case notUTF8
    /// More arrays and objects are open than the limit allows.
    case tooDeep(limit: Int)
    /// The text is larger than the limit allows.
    case tooLarge(limit: Int)
  }

  /// What must come next in a text.
  public enum Expectation: Sendable, Hashable {
    /// A value.
    case value
    /// The rest of `true`, `false` or `null`.
    case literal(String)
    /// The name of a member, or the end of the object.
    case nameOrEnd
    /// The name of a member.
    case name
    /// The colon after a name.
    case colon
    /// A comma or the end of the array.
    case commaOrArrayEnd
    /// A comma or the end of the object.
    case commaOrObjectEnd
    /// A value or the end of the array.
    case valueOrEnd
    /// A digit of a number.
    case digit
    /// The closing quote of a string.
    case closingQuote
  }
}
