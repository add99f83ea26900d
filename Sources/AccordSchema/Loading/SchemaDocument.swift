/// A JSON Schema document with all that decides what it means.
final class SchemaDocument: Sendable, Hashable {
  let root: JSON
  /// The draft of a document that does not name its meta-schema.
  let draft: SchemaDraft
  /// The URI from which the document was taken, if it has one.
  let uri: String
  let registry: SchemaRegistry
  let formats: Schema.FormatUse
  /// Whether lists are written in XML as OpenAPI says.
  let followsOpenAPI: Bool

  init(
    _ root: JSON,
    draft: SchemaDraft,
    at uri: String = "",
    registry: SchemaRegistry = SchemaRegistry(),
    formats: Schema.FormatUse = .annotation
  ) {
    self.root = root
    self.draft = draft
    self.uri = URIReference.withoutFragment(uri)
    self.registry = registry
    self.formats = formats
    followsOpenAPI = root.followsOpenAPI
  }

  static func == (left: SchemaDocument, right: SchemaDocument) -> Bool {
    left === right
      || left.draft == right.draft && left.uri == right.uri && left.formats == right.formats
        && left.root == right.root && left.registry == right.registry
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(draft)
    hasher.combine(uri)
    hasher.combine(root)
  }
}
