extension SchemaError: CustomStringConvertible {
  /// The error as a sentence: where in the schema, what is wrong, what to do.
  public var message: String {
    "In the schema at " + (schemaLocation.isEmpty ? "its root" : schemaLocation) + ": "
      + reason.sentence
  }

  /// The message.
  public var description: String { message }
}

extension SchemaError.Reason {
  fileprivate var sentence: String {
    switch self {
    case .pattern(let pattern, let why):
      "the pattern " + pattern + " is not in the syntax of ECMA-262: " + why
    case .unknownFormat(let name):
      "no format is named " + Found.quoted(name) + "; the formats are "
        + StringFormat.all.map(\.name).joined(separator: ", ") + "."
    case .unusableFormat(let flaw): flaw
    case .negative(let bound):
      "expected a bound of at least 0, found \(bound)."
    case .emptyChoice:
      "expected at least one alternative, found none; nothing conforms to an empty choice."
    case .multipleOfZero:
      "expected a number above 0 for multipleOf."
    case .repeatedMember(let name):
      "the member " + Found.quoted(name) + " is declared twice; declare it once."
    case .tooLarge(let limit):
      "the schema holds more than \(limit) schemas."
    case .tooDeep(let limit):
      "schemas are nested deeper than \(limit) levels."
    case .endlessReference:
      "the schema applies itself to the same value, which never ends; let the reference stand inside "
        + "a keyword that leads to a part of the value, such as properties or items."
    case .otherDocument(let kind):
      "expected a JSON Schema, found " + kind.words + "; select one of its schemas."
    case .unknownOpenAPI(let found):
      "expected a version that is known, which are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 (a string "
        + "such as \"3.1.0\"), found " + found.words + "."
    case .kind(let expected, let found):
      "expected " + expected + ", found " + found.words + "."
    case .metaSchema(let why, let more):
      "the meta-schema does not admit the document. " + why
        + (more == 0 ? "" : " There " + (more == 1 ? "is 1 more" : "are \(more) more") + ".")
    case .unknownMetaSchema(let uri):
      "no meta-schema is known as " + uri + "; add it to the registry, or name that of a draft."
    case .endlessMetaSchemas(let uri):
      "more than 8 meta-schemas are named one by the other, up to " + uri
        + "; let one of them name that of a draft."
    case .unknownVocabulary(let vocabulary, let uri):
      "the meta-schema " + uri + " demands the vocabulary " + vocabulary
        + ", which is not supported."
    case .percentEscape(let reference, let why):
      "the reference " + Found.quoted(reference) + " cannot be read: " + why.message
    case .unresolvedReference(let reference, let uri):
      "the reference " + Found.quoted(reference) + " leads to " + (uri.isEmpty ? "nothing" : uri)
        + ", which is neither in the document nor in the registry; add it to the registry."
    case .unresolvedFragment(let reference, let uri):
      "the reference " + Found.quoted(reference) + " leads to no schema in "
        + (uri.isEmpty ? "the document" : uri) + "."
    }
  }
}
