/// A node in an XML document.
public enum XMLNode: Sendable {
  /// An element.
  case element(XMLElement)
  /// Character data; CDATA sections and references are already resolved in it.
  case text(String)
  /// The content of a comment.
  case comment(String)
  /// A processing instruction.
  case processingInstruction(target: String, data: String)
}

/// An attribute of an element in an XML document.
public struct XMLAttribute: Sendable, Hashable {
  /// The expanded name; an attribute without a prefix is in no namespace.
  public var name: XMLName

  /// The prefix as it was written; nil if there was none.
  public var prefix: String?

  /// The value, normalised as section 3.3.3 says.
  public var value: String

  /// The bytes of the attribute in the document as it was given.
  public var byteRange: Range<Int>
}
