import AccordSchema

/// The objects of which an OpenAPI document consists, by the names of its specification.
enum DescriptionPart: Hashable, Sendable {
  case document, components, pathItem, operation, parameter, requestBody, response, header, example
  case link, callback, securityScheme, mediaType, encoding, schema, server

  /// How the members of a part hold other parts.
  enum Holding {
    case one(String, DescriptionPart)
    case list(String, DescriptionPart)
    case map(String, DescriptionPart)
    /// Every member but extensions.
    case all(DescriptionPart)
  }

  /// The methods that have a member of their own in a Path Item.
  static let methods = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]

  /// What the part holds, in the order of its specification.
  var holdings: [Holding] {
    switch self {
    case .document:
      [
        .list("servers", .server), .map("paths", .pathItem), .map("webhooks", .pathItem),
        .one("components", .components),
        // Swagger 2.0.
        .map("definitions", .schema), .map("parameters", .parameter),
        .map("responses", .response), .map("securityDefinitions", .securityScheme),
      ]
    case .components:
      [
        .map("schemas", .schema), .map("responses", .response), .map("parameters", .parameter),
        .map("examples", .example), .map("requestBodies", .requestBody), .map("headers", .header),
        .map("securitySchemes", .securityScheme), .map("links", .link),
        .map("callbacks", .callback), .map("pathItems", .pathItem),
        .map("mediaTypes", .mediaType),
      ]
    case .pathItem:
      Self.methods.map { .one($0, .operation) }
        + [
          .map("additionalOperations", .operation), .list("servers", .server),
          .list("parameters", .parameter),
        ]
    case .operation:
      [
        .list("parameters", .parameter), .one("requestBody", .requestBody),
        .map("responses", .response), .map("callbacks", .callback), .list("servers", .server),
      ]
    case .callback: [.all(.pathItem)]
    case .parameter, .header:
      [.one("schema", .schema), .map("content", .mediaType), .map("examples", .example)]
    case .requestBody: [.map("content", .mediaType)]
    case .response:
      [
        .map("headers", .header), .map("content", .mediaType), .map("links", .link),
        .one("schema", .schema),
      ]
    case .mediaType:
      [
        .one("schema", .schema), .one("itemSchema", .schema), .map("examples", .example),
        .map("encoding", .encoding), .list("prefixEncoding", .encoding),
        .one("itemEncoding", .encoding),
      ]
    case .encoding:
      [
        .map("headers", .header), .map("encoding", .encoding), .list("prefixEncoding", .encoding),
        .one("itemEncoding", .encoding),
      ]
    case .link: [.one("server", .server)]
    case .schema, .example, .securityScheme, .server: []
    }
  }

  /// The parts that a node holds as this part, extensions left out.
  func children(of node: DescriptionNode) -> [(node: DescriptionNode, part: DescriptionPart)] {
    var children: [(node: DescriptionNode, part: DescriptionPart)] = []
    for holding in holdings {
      switch holding {
      case .one(let name, let part):
        if let child = node[name], child.kind == .object || part == .schema {
          children.append((child, part))
        }
      case .list(let name, let part):
        children += (node[name]?.items ?? []).map { ($0, part) }
      case .map(let name, let part):
        children += Self.named(node[name]).map { ($0, part) }
      case .all(let part):
        children += Self.named(node).map { ($0, part) }
      }
    }
    return children
  }

  private static func named(_ node: DescriptionNode?) -> [DescriptionNode] {
    (node?.members ?? []).filter { !$0.name.hasPrefix("x-") }.map(\.node)
  }
}
