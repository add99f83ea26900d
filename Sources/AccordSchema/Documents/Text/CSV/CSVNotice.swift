/// Something in a CSV text that its reader should know, though it can be read.
public struct CSVNotice: Sendable, Hashable, CustomStringConvertible {
  /// What was noticed.
  public enum Reason: Sendable, Hashable {
    /// The text begins with a byte order mark.
    case byteOrderMark
    /// A line ends with LF or CR alone; only the first one is noticed.
    case bareLineEnd
    /// A row has another number of fields than the first one.
    case fieldCount(Int, expected: Int)
  }

  /// What was noticed.
  public var reason: Reason

  /// Where it was noticed.
  public var position: SourcePosition

  /// Creates a notice.
  public init(_ reason: Reason, at position: SourcePosition) {
    self.reason = reason
    self.position = position
  }

  /// The whole sentence: where and what.
  public var description: String { "\(position): \(message)" }

  /// What was noticed, without the place.
  public var message: String { mismatch?.message ?? "the text begins with a byte order mark" }

  /// What was expected and what was found, where it is that.
  package var mismatch: SyntaxMismatch? {
    switch reason {
    case .byteOrderMark: nil
    case .bareLineEnd: SyntaxMismatch("lines to end with CR LF", found: "one of them alone")
    case .fieldCount(let count, let expected):
      SyntaxMismatch("\(expected) fields as in the first row", found: "\(count)")
    }
  }
}
