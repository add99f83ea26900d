import AccordSchema

extension SchemaCheck {
  /// Examples and defaults, to be held to their schemas.
  ///
  /// An example should conform; a default must before OpenAPI 3.1, and should since.
  func values(_ schemas: [DescriptionNode]) -> ValueCheck {
    var check = ValueCheck(schemas: self.schemas)
    for schema in schemas where schema.kind == .object {
      guard schema["$ref"] == nil || !isBefore31 else { continue }
      if let value = schema["default"] {
        check.hold(value, to: schema, isBefore31 ? .error : .warning, as: .defaultValue)
      }
      if let value = schema["example"] { check.hold(value, to: schema) }
      guard !isBefore31 else { continue }
      for value in schema["examples"]?.items ?? [] { check.hold(value, to: schema) }
    }
    for found in survey.parts {
      let node = found.node
      switch found.part {
      case .parameter, .header, .mediaType:
        guard let schema = node["schema"] else { continue }
        let isText = found.part == .mediaType && !Self.isJSON(node.pointer.tokens.last ?? "")
        for value in Self.examples(of: node) where !isText || value.kind != .string {
          check.hold(value, to: schema)
        }
      case .response where description.kind == .swagger20:
        guard let schema = node["schema"] else { continue }
        for (name, value) in node["examples"]?.members ?? [] where Self.isJSON(name) {
          check.hold(value, to: schema)
        }
      default: continue
      }
    }
    return check
  }

  /// The values of the examples that stand beside a schema.
  private static func examples(of node: DescriptionNode) -> [DescriptionNode] {
    var values = [node["example"]].compactMap(\.self)
    for (_, example) in node["examples"]?.members ?? [] {
      guard let example = try? example.resolved() else { continue }
      values += [example["value"], example["dataValue"]].compactMap(\.self)
    }
    return values
  }

  /// Whether a media type is JSON, so that a string is one and no text in another format.
  private static func isJSON(_ mediaType: String) -> Bool {
    let essence = mediaType.split(separator: ";").first.map(String.init)?.lowercased() ?? ""
    return essence == "application/json" || essence.hasSuffix("+json")
  }
}
