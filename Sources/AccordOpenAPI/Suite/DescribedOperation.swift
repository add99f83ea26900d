import AccordModel
import HTTPTypes

/// The path of a route, which is not always what a document calls a path.
typealias RouteTemplate = AccordModel.PathTemplate

/// One operation of a description with what its path says for it.
struct DescribedOperation {
  /// The path as it is written.
  let path: String
  /// The method.
  let method: HTTPRequest.Method
  /// The operation.
  let node: DescriptionNode
  /// Its parameters, and those of its path that it does not replace.
  let parameters: [DescriptionNode]
  /// The document, of Swagger 2.0, which says what holds for all operations.
  let rootOfSwagger: DescriptionNode?

  /// The operation in words, such as `GET /pets`.
  var words: String { "\(method.rawValue) \(path)" }

  /// The path without what follows a question mark or a number sign, which is no part of a route.
  var route: String { String(path.prefix { $0 != "?" && $0 != "#" }) }

  /// Whether a call asks for no change (RFC 9110 section 9.2.1; QUERY is safe too).
  var isSafe: Bool { ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY"].contains(method.rawValue) }
}

extension ImportContext {
  /// The fields of a path item that are operations (OpenAPI 3.2, "Path Item Object").
  private static let methods = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]

  /// The operations of a description, in the order of its paths.
  func operations(of root: DescriptionNode) -> [DescribedOperation] {
    guard let paths = root["paths"] else { return [] }
    return paths.declared.flatMap { path, item in
      followed(item).map { operations(at: path, $0, of: root) } ?? []
    }
  }

  private func operations(
    at path: String,
    _ item: DescriptionNode,
    of root: DescriptionNode
  ) -> [DescribedOperation] {
    if let servers = item["servers"] { leave(servers, .ownServers) }
    let shared = item["parameters"]?.items.compactMap(followed) ?? []
    var named: [(name: String, node: DescriptionNode)] = []
    for (name, node) in item.declared where Self.methods.contains(name) {
      named.append((name.uppercased(), node))
    }
    named += item["additionalOperations"]?.declared ?? []
    return named.compactMap { name, node in
      guard let method = HTTPRequest.Method(rawValue: name) else {
        leave(node, .method(name))
        return nil
      }
      if let servers = node["servers"] { leave(servers, .ownServers) }
      let own = node["parameters"]?.items.compactMap(followed) ?? []
      let kept = shared.filter { other in
        !own.contains {
          $0["name"]?.text == other["name"]?.text && $0["in"]?.text == other["in"]?.text
        }
      }
      return DescribedOperation(
        path: path,
        method: method,
        node: node,
        parameters: kept + own,
        rootOfSwagger: isSwagger ? root : nil
      )
    }
  }
}
