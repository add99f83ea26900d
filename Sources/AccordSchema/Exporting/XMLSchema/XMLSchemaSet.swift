/// A schema as documents of XML Schema 1.0, one for each namespace.
///
/// The first document is the one to validate with; it imports the others by their file names, so
/// that all have to stand in one folder.
public struct XMLSchemaSet: Sendable, Hashable {
  /// One document of the set.
  public struct Document: Sendable, Hashable {
    /// The namespace that the document declares; nil for names in no namespace.
    public let namespace: String?

    /// The name under which the other documents import it.
    public let fileName: String

    /// The text of the document.
    public let text: String
  }

  /// The documents; the first one declares the root element.
  public let documents: [Document]

  /// What the documents cannot say as the schema says it.
  public let notes: [ExportNote]
}
