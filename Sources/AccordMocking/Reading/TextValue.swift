package import AccordSchema

/// Reads a value that stands as text in a path, a query, a form or a header.
package enum TextValue {
  /// The value of the type that the schema wants where the text can be read so, else the text.
  package static func read(_ text: String, as schema: Schema) -> JSON {
    let types = types(of: schema)
    if !types.isDisjoint(with: [.integer, .number]), let number = JSONNumber(text) {
      return .number(number)
    }
    if types.contains(.boolean), let value = boolean(text) { return .boolean(value) }
    return .string(text)
  }

  /// The value of texts in their lists and objects, of the types that the schema wants.
  static func read(_ texts: JSON, as schema: Schema) -> JSON {
    guard case .string(let text) = texts else {
      return (try? LexicalValue(texts: texts).json(as: schema)) ?? texts
    }
    return read(text, as: schema)
  }

  /// `true` and `false` in any case.
  static func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// The types that a schema states itself or through its branches.
  package static func types(of schema: Schema) -> Schema.Types {
    var types: Schema.Types = []
    for branch in schema.withAlternatives { types.formUnion(branch.content.types ?? []) }
    for value in schema.content.enumeration ?? [] + [schema.content.constant].compactMap(\.self) {
      switch value {
      case .number: types.insert(.number)
      case .boolean: types.insert(.boolean)
      case .null, .string, .array, .object: break
      }
    }
    return types
  }
}
