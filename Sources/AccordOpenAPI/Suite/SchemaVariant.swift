import AccordSchema

/// Which way a value travels: OpenAPI has one schema for both.
enum SchemaVariant: Hashable {
  /// What a caller sends: without what is `readOnly`.
  case request
  /// What a server answers: without what is `writeOnly`.
  case answer

  /// The keyword of members that do not travel this way.
  var excluded: String {
    switch self {
    case .request: "readOnly"
    case .answer: "writeOnly"
    }
  }
}
