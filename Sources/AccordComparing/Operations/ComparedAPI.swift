import AccordOpenAPI
import AccordSchema

/// The operations of a description.
struct ComparedAPI {
  let root: DescriptionNode
  let operations: [ComparedOperation]
  let webhooks: [ComparedOperation]

  /// The fields of a path item that are operations (OpenAPI 3.2, "Path Item Object").
  private static let methods: Set<String> = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]

  init(_ description: Description) {
    root = description.root
    var isSwagger = false
    if case .swagger20 = description.kind { isSwagger = true }
    let swagger = isSwagger ? description.root : nil
    operations = Self.operations(description.root["paths"], swagger)
    webhooks = Self.operations(description.root["webhooks"], nil)
  }

  /// The operations of an object of path items, in its order.
  static func operations(
    _ paths: DescriptionNode?,
    _ swagger: DescriptionNode?
  ) -> [ComparedOperation] {
    (paths?.members ?? []).filter { !$0.name.hasPrefix("x-") }.flatMap { path, item in
      (try? item.resolved()).map { operations(at: path, $0, swagger) } ?? []
    }
  }

  private static func operations(
    at path: String,
    _ item: DescriptionNode,
    _ swagger: DescriptionNode?
  ) -> [ComparedOperation] {
    let shared = item["parameters"]?.items.compactMap(ComparedParameter.init) ?? []
    let members =
      item.members.filter { methods.contains($0.name) }
      + (item["additionalOperations"]?.members ?? [])
    return members.map { name, node in
      let own = node["parameters"]?.items.compactMap(ComparedParameter.init) ?? []
      let kept = shared.filter { other in
        !own.contains { $0.key == other.key && $0.place == other.place }
      }
      return ComparedOperation(
        path: path,
        method: name.uppercased(),
        node: node,
        parameters: kept + own,
        swagger: swagger
      )
    }
  }

  /// The security schemes by their names.
  var schemes: [(name: String, node: DescriptionNode)] {
    let declared = root["components"]?["securitySchemes"] ?? root["securityDefinitions"]
    return (declared?.members ?? []).compactMap { name, node in
      (try? node.resolved()).map { (name, $0) }
    }
  }
}
