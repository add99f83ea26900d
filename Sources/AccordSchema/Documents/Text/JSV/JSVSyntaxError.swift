/// Why bytes are not JSV, and where.
public struct JSVSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What can be wrong with a text.
  public enum Reason: Sendable, Hashable {
    /// The text ends where a container must be closed with this bracket.
    case unclosed(String)
    /// Something else than a comma or the closing bracket follows a value.
    case unexpected(UInt8)
    /// A member has no name, or its name no colon.
    case nameExpected
    /// The text ends inside a scalar in quotes.
    case unclosedQuote
    /// Something follows the outermost value.
    case trailingContent
    /// The bytes of a character are not UTF-8.
    case invalidUTF8(UInt8)
    /// More lists and maps are open than the limit allows.
    case tooDeep(limit: Int)
    /// The text is larger than the limit allows.
    case tooLarge(limit: Int)
  }

  /// The evidence.
  public var reason: Reason

  /// Where the text stops being JSV.
  public var position: SourcePosition

  /// Creates an error.
  public init(_ reason: Reason, at position: SourcePosition) {
    self.reason = reason
    self.position = position
  }

  /// The whole sentence: where, what was found and what was expected.
  public var description: String {
    "\(position): \(message)"
  }

  /// What was expected and what was found, without the place.
  public var message: String { mismatch.message }

  /// What was expected and what was found, apart.
  package var mismatch: SyntaxMismatch {
    switch reason {
    case .unclosed(let bracket): SyntaxMismatch("',' or '\(bracket)'", found: "the end of the text")
    case .unexpected(let byte):
      SyntaxMismatch(
        "a comma or a closing bracket after the value",
        found: byte < 0x20 ? "the end of the line" : "'\(Unicode.Scalar(byte))'"
      )
    case .nameExpected: SyntaxMismatch("a name and a colon")
    case .unclosedQuote: SyntaxMismatch("a closing quote", found: "the end of the text")
    case .trailingContent: SyntaxMismatch("the end of the text after the value", found: "more")
    case .invalidUTF8(let byte):
      SyntaxMismatch("UTF-8", found: "the byte 0x\(String(byte, radix: 16, uppercase: true))")
    case .tooDeep(let limit):
      SyntaxMismatch("at most \(limit) nested lists and maps", found: "one more")
    case .tooLarge(let limit): SyntaxMismatch("at most \(limit) bytes", found: "more")
    }
  }
}
