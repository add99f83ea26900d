/// The schema documents to which a schema may refer, by their URIs.
///
/// Nothing is ever fetched: a document that is neither here nor one of the meta-schemas of JSON
/// Schema does not exist.
public struct SchemaRegistry: Sendable, Hashable {
  private var documents: [String: JSON] = [:]

  /// Creates an empty registry.
  public init() {}

  /// Adds a document under the URI by which others refer to it; a later one replaces an earlier.
  ///
  /// What the document calls itself (`$id`) is known too.
  public mutating func add(_ document: JSON, at uri: String) {
    documents[URIReference.withoutFragment(uri)] = document
  }

  /// The document under a URI, which may be one of the meta-schemas.
  func document(at uri: String) -> JSON? {
    documents[uri] ?? MetaSchema.document(at: uri)
  }

  /// The URIs of the documents, in order.
  var uris: [String] { documents.keys.sorted() }
}
