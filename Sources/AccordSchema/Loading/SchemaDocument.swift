/// A JSON Schema document with all that decides what it means.
final class SchemaDocument: Sendable, Hashable {
  let root: JSON
  /// The draft of a document that does not name its meta-schema.
  let draft: SchemaDraft
  /// The URI from which the document was taken, if it has one.
  let uri: String
  let registry: SchemaRegistry
  let formats: Schema.FormatUse
  let content: Schema.ContentUse
  /// Whether lists are written in XML as OpenAPI says.
  let followsOpenAPI: Bool
  let patterns: Pattern.Syntax
  /// Which schema of the document is meant: a JSON Pointer or the name of an anchor; empty for the
  /// whole document.
  let fragment: String

  init(
    _ root: JSON,
    draft: SchemaDraft,
    at uri: String = "",
    registry: SchemaRegistry = SchemaRegistry(),
    formats: Schema.FormatUse = .annotation,
    content: Schema.ContentUse = .annotation,
    patterns: Pattern.Syntax = .lenient
  ) {
    self.root = root
    self.draft = draft
    self.uri = URIReference.withoutFragment(uri)
    fragment = URIReference(uri).fragment ?? ""
    self.registry = registry
    self.formats = formats
    self.content = content
    followsOpenAPI = root.followsOpenAPI
    self.patterns = patterns
  }

  static func == (left: SchemaDocument, right: SchemaDocument) -> Bool {
    left === right
      || left.draft == right.draft && left.uri == right.uri && left.formats == right.formats
        && left.content == right.content
        && left.patterns == right.patterns && left.fragment.isIdentical(to: right.fragment)
        && left.root == right.root && left.registry == right.registry
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(draft)
    hasher.combine(uri)
    hasher.combine(fragment)
    hasher.combine(root)
  }
}

extension SchemaDocument {
  /// The value of the schema that is meant; the whole document where an anchor names it, which is
  /// looked up when references are followed.
  var meant: JSON {
    get throws(SchemaError) {
      let text = try SchemaError.unescaped(fragment, of: "#" + fragment, at: "")
      guard !text.isEmpty, let pointer = JSONPointer(parsing: text) else { return root }
      guard let value = root[pointer] else {
        throw SchemaError(.unresolvedFragment("#" + fragment, uri: uri), at: "")
      }
      return value
    }
  }
}
