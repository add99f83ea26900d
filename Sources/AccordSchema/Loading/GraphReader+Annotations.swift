extension Schema.Content {
  /// Takes over what a schema says that refuses nothing.
  mutating func annotate(with node: GraphReader.Node) {
    let value = node.object.value
    comment = value["$comment"]?.string ?? comment
    title = value["title"]?.string ?? title
    description = value["description"]?.string ?? description
    defaultValue = value["default"] ?? defaultValue
    isDeprecated = value["deprecated"]?.boolean ?? isDeprecated
    isReadOnly = value["readOnly"]?.boolean ?? isReadOnly
    isWriteOnly = value["writeOnly"]?.boolean ?? isWriteOnly
    contentEncoding = value["contentEncoding"]?.string ?? contentEncoding
    contentMediaType = value["contentMediaType"]?.string ?? contentMediaType
    // OpenAPI has `example` beside them.
    let stated = value["examples"]?.elements ?? value["example"].map { [$0] }
    examples = stated ?? examples
  }
}
