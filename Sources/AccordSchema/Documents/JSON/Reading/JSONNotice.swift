/// Something in a JSON text that its reader should know, though the text is well-formed.
public struct JSONNotice: Sendable, Hashable {
  /// What was noticed.
  public enum Reason: Sendable, Hashable {
    /// The text begins with a byte order mark, which RFC 8259, section 8.1 forbids to send.
    case byteOrderMark
    /// A name stands twice in one object; the other place is where it stood first.
    case duplicateName(String, first: SourcePosition)
    /// There were more notices than the limits allow to keep.
    case furtherNotices
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
}
