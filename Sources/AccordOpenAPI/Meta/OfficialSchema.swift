import AccordSchema

/// A schema that the OpenAPI Initiative publishes for its documents, embedded as text.
struct OfficialSchema: Sendable {
  let uri: String
  let text: String

  /// The schemas of one kind of documents, the schema of documents first.
  static func schemas(of kind: Description.Kind) -> [OfficialSchema] {
    switch kind {
    case .swagger20: swagger20
    case .openAPI(.v30, _): openAPI30
    case .openAPI(.v31, _): openAPI31
    case .openAPI(.v32, _): openAPI32
    case .arazzo(.v10, _): arazzo10
    case .arazzo(.v11, _): arazzo11
    }
  }
}
