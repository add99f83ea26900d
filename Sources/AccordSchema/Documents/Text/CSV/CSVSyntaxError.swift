/// Why bytes are not CSV (RFC 4180), and where.
public struct CSVSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What can be wrong with a text.
  public enum Reason: Sendable, Hashable {
    /// A quote stands in a field that does not begin with one.
    case quoteInField
    /// Something follows the quote that ends a field.
    case textAfterQuote
    /// The text ends inside a field in quotes.
    case unclosedQuote
    /// The bytes of a character are not UTF-8.
    case invalidUTF8(UInt8)
    /// The text is larger than the offsets of its fields can say.
    case tooLarge(limit: Int)
  }

  /// The evidence.
  public var reason: Reason

  /// Where the text stops being CSV.
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
    case .quoteInField:
      SyntaxMismatch("a field with a quote to stand in quotes, with the quote doubled")
    case .textAfterQuote:
      SyntaxMismatch("a comma or the end of the line after the closing quote", found: "text")
    case .unclosedQuote:
      SyntaxMismatch("a closing quote for the field", found: "the end of the text")
    case .invalidUTF8(let byte):
      SyntaxMismatch("UTF-8", found: "the byte 0x\(String(byte, radix: 16, uppercase: true))")
    case .tooLarge(let limit): SyntaxMismatch("at most \(limit) bytes", found: "more")
    }
  }
}
