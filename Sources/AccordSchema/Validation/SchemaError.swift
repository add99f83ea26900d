/// What is wrong with a schema itself.
public struct SchemaError: Error, Sendable, Hashable {
  /// The JSON Pointer of the keyword in the schema.
  public let schemaLocation: String

  package let reason: Reason

  package enum Reason: Sendable, Hashable {
    case pattern(String, why: String)
    case unknownFormat(String)
    case unusableFormat(String)
    case negative(Int)
    case emptyChoice
    case multipleOfZero
    case repeatedMember(String)
    case tooLarge(limit: Int)
    case tooDeep(limit: Int)
    case endlessReference
    // Documents.
    case otherDocument(DocumentKind)
    case unknownOpenAPI(Found)
    case kind(expected: String, Found)
    case metaSchema(why: String, more: Int)
    case unknownMetaSchema(String)
    case endlessMetaSchemas(String)
    case unknownVocabulary(String, of: String)
    case percentEscape(String, why: PercentEscapes.Failure)
    case unresolvedReference(String, uri: String)
    case unresolvedFragment(String, uri: String)
  }

  /// The URI of the document to which a reference leads and that is not known, if that is what is
  /// wrong: whoever has the document can add it to the registry and try again.
  public var missingDocument: String? {
    switch reason {
    case .unresolvedReference(_, let uri), .unknownMetaSchema(let uri): uri
    default: nil
    }
  }

  /// Whether it is the meta-schema, which the document names, that is not known.
  public var isOfMetaSchema: Bool {
    if case .unknownMetaSchema = reason { true } else { false }
  }

  init(_ reason: Reason, at location: String) {
    self.reason = reason
    schemaLocation = location
  }
}
