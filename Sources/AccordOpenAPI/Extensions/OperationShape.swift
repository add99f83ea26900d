import AccordSchema

/// What an operation says that a contract says as well, but for schemas, which both have from the same place.
struct OperationShape: Hashable {
  private var parameters: Set<[String]>
  private var body: [String]
  private var answers: Set<[String]>
  private var security: Set<[String]>

  init(_ operation: DescribedOperation, _ context: ImportContext) {
    parameters = Set(
      operation.parameters.map { node in
        [
          node["in"]?.text ?? "", node["name"]?.text ?? "",
          node["required"]?.boolean == true ? "required" : "",
        ]
      }
    )
    let request = operation.node["requestBody"].flatMap(context.followed)
    body = Self.mediaTypes(request) + (request?["required"]?.boolean == true ? ["required"] : [])
    answers = Set(
      (operation.node["responses"]?.declared ?? []).map { status, node in
        [status] + Self.mediaTypes(context.followed(node))
      }
    )
    security = Set(
      (operation.node["security"]?.items ?? []).map { $0.members.map(\.name).sorted() }
    )
  }

  private static func mediaTypes(_ node: DescriptionNode?) -> [String] {
    (node?["content"]?.declared ?? []).map(\.name).sorted()
  }

  /// In what another shape differs, in words; `nil` where it does not.
  func difference(from other: Self) -> String? {
    if parameters != other.parameters { return "its parameters" }
    if body != other.body { return "its body" }
    if answers != other.answers { return "its answers" }
    return security == other.security ? nil : "its security"
  }
}
