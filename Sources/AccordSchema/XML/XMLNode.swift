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
