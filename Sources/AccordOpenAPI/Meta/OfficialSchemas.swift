import AccordSchema
import Synchronization

/// Holds documents, and parts of documents, to the official schemas of their kind.
struct OfficialSchemas: Sendable {
  let kind: Description.Kind
  /// Whether the schemas in the document are those of OpenAPI's own dialect, and held to it.
  let isOfOwnDialect: Bool

  init(for description: Description) {
    kind = description.kind
    let dialect = description.root["jsonSchemaDialect"]?.text
    isOfOwnDialect = dialect?.hasPrefix("https://spec.openapis.org/oas/3.") ?? true
  }

  /// The violations of the schema of documents, or of that of a part, in a value.
  func violations(
    of part: DescriptionPart?,
    in node: DescriptionNode
  ) -> [SchemaViolation] {
    validator(of: part)?.validate(node.json) ?? []
  }

  private struct Key: Hashable {
    var uri: String
    var definition: String?
    var isOfOwnDialect: Bool
  }

  /// The validators that were made; each is made once in a process.
  private static let validators = Mutex<[Key: SchemaValidator]>([:])

  private func validator(of part: DescriptionPart?) -> SchemaValidator? {
    guard let main = OfficialSchema.schemas(of: kind).first else { return nil }
    let definition = part.map { $0.definition(in: kind) }
    if let definition, definition == nil { return nil }
    let key = Key(uri: main.uri, definition: definition ?? nil, isOfOwnDialect: isOfOwnDialect)
    return Self.validators.withLock { validators in
      if let validator = validators[key] { return validator }
      let validator = try? makeValidator(of: key)
      validators[key] = validator
      return validator
    }
  }

  private func makeValidator(of key: Key) throws -> SchemaValidator {
    var registry = SchemaRegistry()
    for schema in OfficialSchema.schemas(of: kind) {
      registry.add(try JSONDocument(parsing: schema.text).root.value, at: schema.uri)
    }
    var members: [JSONMember] = []
    var draft = SchemaDraft.draft202012
    switch kind {
    case .swagger20, .openAPI(.v30, _): draft = .draft4
    case .openAPI(.v31, _), .openAPI(.v32, _):
      guard isOfOwnDialect, let dialect = OfficialSchema.schemas(of: kind).dropFirst().first else {
        break
      }
      // As schema-base does, but for the name of the dialect, which a document need not repeat.
      members = [
        JSONMember("$id", "accord:description"),
        JSONMember(
          "$defs",
          ["schema": ["$dynamicAnchor": "meta", "$ref": .string(dialect.uri)]]
        ),
      ]
    case .arazzo: break
    }
    let fragment = key.definition.map { "#" + $0 } ?? ""
    members.append(JSONMember("$ref", .string(key.uri + fragment)))
    return try SchemaValidator(
      Schema(loading: .object(members), draft: draft, registry: registry, formats: .assertion)
    )
  }
}

extension DescriptionPart {
  /// Where the official schema of a kind of documents has that of the part; nil where it has none.
  fileprivate func definition(in kind: Description.Kind) -> String? {
    switch kind {
    case .swagger20:
      switch self {
      case .pathItem: "/definitions/pathItem"
      case .operation: "/definitions/operation"
      case .parameter: "/definitions/parameter"
      case .response: "/definitions/response"
      case .header: "/definitions/header"
      case .schema: "/definitions/schema"
      default: nil
      }
    case .openAPI(.v30, _):
      switch self {
      case .pathItem: "/definitions/PathItem"
      case .operation: "/definitions/Operation"
      case .parameter: "/definitions/Parameter"
      case .requestBody: "/definitions/RequestBody"
      case .response: "/definitions/Response"
      case .header: "/definitions/Header"
      case .example: "/definitions/Example"
      case .link: "/definitions/Link"
      case .callback: "/definitions/Callback"
      case .securityScheme: "/definitions/SecurityScheme"
      case .mediaType: "/definitions/MediaType"
      case .schema: "/definitions/Schema"
      default: nil
      }
    case .openAPI:
      switch self {
      case .pathItem: "/$defs/path-item"
      case .operation: "/$defs/operation"
      case .parameter: "/$defs/parameter"
      case .requestBody: "/$defs/request-body"
      case .response: "/$defs/response"
      case .header: "/$defs/header"
      case .example: "/$defs/example"
      case .link: "/$defs/link"
      case .callback: "/$defs/callbacks"
      case .securityScheme: "/$defs/security-scheme"
      case .mediaType: "/$defs/media-type"
      case .schema: "/$defs/schema"
      default: nil
      }
    case .arazzo: nil
    }
  }
}
