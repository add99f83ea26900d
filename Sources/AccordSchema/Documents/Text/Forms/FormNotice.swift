/// Something in a form that could not be decoded and was kept.
public struct FormNotice: Sendable, Hashable, CustomStringConvertible {
  /// What was noticed.
  public enum Reason: Sendable, Hashable {
    /// A percent sign that two hexadecimal digits do not follow.
    case malformedEscape(String)
    /// Bytes that are not UTF-8, for which U+FFFD stands.
    case invalidUTF8
  }

  /// What was noticed.
  public var reason: Reason

  /// The offset of the byte at which it was noticed.
  public var byte: Int

  /// Creates a notice.
  public init(_ reason: Reason, atByte byte: Int) {
    self.reason = reason
    self.byte = byte
  }

  /// The whole sentence: where and what.
  public var description: String { "byte \(byte): \(mismatch.message)" }

  /// What was expected and what was found, apart.
  package var mismatch: SyntaxMismatch {
    switch reason {
    case .malformedEscape(let text):
      SyntaxMismatch("two hexadecimal digits after '%'", found: text)
    case .invalidUTF8:
      SyntaxMismatch("UTF-8 behind the percent-encoding", found: "other bytes")
    }
  }
}
