/// What a JSON document is, as far as it can be told without a meta-schema.
public enum DocumentKind: Sendable, Hashable {
  /// A JSON Schema: a boolean, or an object with a keyword that says more than a note does, or with
  /// notes only.
  case schema
  /// An OpenAPI or Swagger document, and its version.
  case openAPI(OpenAPIVersion)
  /// A document of another format that says so in a member of its own, such as `asyncapi`.
  case other(format: String, version: String)
  /// An object that has no keyword of JSON Schema, and the names of its first members.
  case unknownObject(members: [String], count: Int)
  /// A value that can be no schema.
  case value(type: String)

  /// The version that an OpenAPI or Swagger document states.
  public struct OpenAPIVersion: Sendable, Hashable {
    /// The version as it is written, such as `3.0.3`.
    public let text: String

    /// The draft of JSON Schema that the schemas of the document follow.
    public let draft: SchemaDraft

    /// The meta-schema that a document of version 3.1 or later names for its schemas.
    let dialect: String?

    /// Whether the document, and each of its schemas, may name a dialect: since OpenAPI 3.1.
    var namesDialects: Bool { !["1", "2", "3.0"].contains(where: text.hasPrefix) }

    /// Whether it is one of the versions whose schemas are known.
    var isKnown: Bool {
      let known = name == "Swagger" ? ["2.0"] : ["3.0", "3.1", "3.2"]
      return known.contains { text == $0 || text.hasPrefix($0 + ".") }
    }

    /// Whether `nullable` is a keyword of its schemas.
    var hasNullable: Bool { text.hasPrefix("3.0") }

    /// The name of the format: `Swagger` up to version 2.
    public var name: String { text.hasPrefix("2") || text.hasPrefix("1") ? "Swagger" : "OpenAPI" }

    /// The pointer to the schemas that the document names.
    public var schemas: String { name == "Swagger" ? "/definitions" : "/components/schemas" }
  }

  /// Tells what a document is.
  public init(_ document: JSON) {
    guard let members = document.members else {
      self = document.boolean == nil ? .value(type: Found(document).words) : .schema
      return
    }
    // A schema may state the version that it follows; a document of these formats is no schema.
    guard !members.contains(where: { Self.saysMore($0.key) }) else {
      self = .schema
      return
    }
    if let version = Self.openAPIVersion(of: document) {
      self = .openAPI(version)
      return
    }
    for (member, format) in Self.formats {
      guard let version = document[member]?.string else { continue }
      self = .other(format: format, version: version)
      return
    }
    // Many objects that are no schemas have an id, a title and a description.
    let isSchema =
      members.contains { Self.isContainer($0.key) } || members.allSatisfy { Self.isNote($0.key) }
    self =
      isSchema
      ? .schema : .unknownObject(members: members.prefix(5).map(\.key), count: members.count)
  }

  /// The version of OpenAPI or Swagger that a document states, be it a schema or not.
  static func openAPIVersion(of document: JSON) -> OpenAPIVersion? {
    let text = document["openapi"]?.string ?? document["swagger"]?.string
    guard let text else { return nil }
    guard !["1", "2", "3.0"].contains(where: text.hasPrefix) else {
      return OpenAPIVersion(text: text, draft: .draft4, dialect: nil)
    }
    let dialect = document["jsonSchemaDialect"]?.string
    let draft = dialect.flatMap { SchemaDraft(metaSchema: $0) } ?? .draft202012
    return OpenAPIVersion(text: text, draft: draft, dialect: dialect)
  }

  /// What stands where a version of OpenAPI is expected, if none that is known does in a document
  /// that is no schema.
  static func unknownVersion(of document: JSON) -> (member: String, found: Found)? {
    switch DocumentKind(document) {
    case .openAPI(let version) where !version.isKnown: break
    case .unknownObject: break
    default: return nil
    }
    for member in ["openapi", "swagger"] {
      switch document[member] {
      // Anything else may be a schema of that name.
      case .string?, .number?: return document[member].map { (member, Found($0)) }
      default: continue
      }
    }
    return nil
  }

  /// Whether the document says that it is of a format whose documents are no schemas.
  var isOfOtherFormat: Bool {
    switch self {
    case .openAPI, .other: true
    case .schema, .unknownObject, .value: false
    }
  }

  /// The version of an OpenAPI or Swagger document.
  public var openAPI: OpenAPIVersion? {
    guard case .openAPI(let version) = self else { return nil }
    return version
  }

  /// The members by which documents of other formats say what they are.
  private static let formats = [
    ("asyncapi", "AsyncAPI document"), ("arazzo", "Arazzo document"),
    ("overlay", "OpenAPI Overlay document"), ("openrpc", "OpenRPC document"),
    ("swaggerVersion", "Swagger document"),
  ]

  /// The keywords that say nothing of which values are right, which other documents have too.
  private static func isNote(_ name: String) -> Bool {
    Keyword(rawValue: name).map { $0.isNote || $0 == .oldID } ?? name.hasPrefix("x-")
  }

  /// The keywords that say what a document is and hold other schemas.
  private static func isContainer(_ name: String) -> Bool {
    Keyword(rawValue: name).map { $0.facts.kind == .identifier && $0 != .oldID } ?? false
  }

  /// The other keywords of all drafts, and those that OpenAPI adds.
  private static func saysMore(_ name: String) -> Bool {
    Keyword(rawValue: name) != nil && !isNote(name) && !isContainer(name)
  }
}
