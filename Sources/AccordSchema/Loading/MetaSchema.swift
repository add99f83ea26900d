/// A document of JSON Schema's own meta-schemas, embedded as text.
struct MetaSchema: Sendable {
  let uri: String
  let text: String

  /// How deep schemas may stand inside one another in a document of any draft.
  ///
  /// A meta-schema applies up to five of its schemas at each level, and evaluation bounds how many
  /// may be applied inside one another. Those of most drafts allow more.
  static let depthLimit = 200

  private static let all = draft4 + draft6 + draft7 + draft201909 + draft202012

  private static let documents: [String: JSON] = {
    var documents: [String: JSON] = [:]
    for metaSchema in all {
      documents[metaSchema.uri] = try? JSONDocument(parsing: metaSchema.text).root.value
    }
    return documents
  }()

  /// The URIs of all of them.
  static var uris: [String] { all.map(\.uri) }

  static func document(at uri: String) -> JSON? {
    documents[uri] ?? documents[SchemaDraft.canonical(uri)]
  }

  private static let validators: [SchemaDraft: SchemaValidator] = {
    var validators: [SchemaDraft: SchemaValidator] = [:]
    for draft in SchemaDraft.allCases {
      validators[draft] = try? validator(at: draft.metaSchemaURI, registry: SchemaRegistry())
    }
    return validators
  }()

  private static func validator(
    at uri: String,
    registry: SchemaRegistry
  ) throws(SchemaError) -> SchemaValidator {
    let reference: JSON = .object([JSONMember("$ref", .string(uri))])
    return try SchemaValidator(
      Schema(SchemaDocument(reference, draft: .draft202012, registry: registry))
    )
  }

  /// Holds a document to the meta-schema that it names, or to the one of its draft.
  static func violations(in document: SchemaDocument) throws(SchemaError) -> [SchemaViolation] {
    let meant = try document.meant
    let stated = try document.meantMetaSchema
    let uri =
      stated.map { URIReference.withoutFragment($0.uri) } ?? document.draft.metaSchemaURI
    if let draft = SchemaDraft(metaSchema: uri), let validator = validators[draft] {
      return validator.validate(meant)
    }
    guard document.registry.document(at: uri) != nil else {
      throw SchemaError(.unknownMetaSchema(uri), at: stated?.location ?? "/$schema")
    }
    return try validator(at: uri, registry: document.registry).validate(meant)
  }
}
