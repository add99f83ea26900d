/// Something in an XML document that its reader should know, though it is well-formed.
public struct XMLNotice: Sendable, Hashable {
  /// What was noticed.
  public enum Reason: Sendable, Hashable {
    /// The charset of the Content-Type is not the encoding that the byte order mark shows.
    case charsetDiffersFromMark(charset: String, used: String)
    /// The XML declaration names another encoding than the Content-Type or the mark.
    case declarationDiffers(declared: String, used: String)
    /// UTF-16 without a byte order mark.
    case missingByteOrderMark
    /// A version other than 1.0, which is read as 1.0.
    case version(String)
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
