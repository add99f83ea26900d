import AccordSchema

/// The links of a description that say which member of an answer identifies what another operation is
/// about.
struct IdentifierLinks {
  /// A link that gives a parameter of an operation a value.
  struct Link {
    /// The operation whose answer has the value.
    var source: DescribedOperation
    /// Where the value stands in the body of the answer.
    var pointer: JSONPointer
    /// The link.
    var node: DescriptionNode
  }

  private struct Target: Hashable {
    var operation: String
    var parameter: String
  }

  private var links: [Target: [Link]] = [:]

  /// Gathers the links of the answers of success.
  init(of operations: [DescribedOperation], _ context: ImportContext) {
    for operation in operations {
      for (status, entry) in operation.node["responses"]?.declared ?? [] where status.hasPrefix("2")
      {
        guard let response = context.followed(entry) else { continue }
        for (_, entry) in response["links"]?.declared ?? [] {
          guard let link = context.followed(entry), let target = link["operationId"]?.text else {
            continue
          }
          for (name, value) in link["parameters"]?.declared ?? [] {
            guard let pointer = Self.pointer(value.text) else { continue }
            // A name may say where the parameter is (OpenAPI 3.1, "Link Object").
            let parameter = name.hasPrefix("path.") ? String(name.dropFirst(5)) : name
            links[Target(operation: target, parameter: parameter), default: []].append(
              Link(source: operation, pointer: pointer, node: entry)
            )
          }
        }
      }
    }
  }

  /// The links that tell a parameter of an operation.
  func links(to parameter: String, of operation: DescribedOperation) -> [Link] {
    guard let id = operation.node["operationId"]?.text else { return [] }
    return links[Target(operation: id, parameter: parameter)] ?? []
  }

  /// The place in a body that a runtime expression names; `nil` where it names something else.
  private static func pointer(_ expression: String?) -> JSONPointer? {
    let begin = "$response.body#"
    guard let expression, expression.hasPrefix(begin),
      let pointer = JSONPointer(parsing: String(expression.dropFirst(begin.count))),
      let first = pointer.tokens.first, Int(first) == nil
    else { return nil }
    return pointer
  }
}
