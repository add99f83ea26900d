/// The schemas directly inside a schema, as its draft knows them.
///
/// What stands under an unknown keyword is no schema until something refers to it.
enum Subschemas {
  private enum Shape {
    case schema, list, map
    /// A schema, or a list of them (`items` before 2020-12).
    case either
  }

  private static let keywords:
    [(name: String, shape: Shape, from: SchemaDraft, through: SchemaDraft)] = [
      ("properties", .map, .draft4, .draft202012),
      ("patternProperties", .map, .draft4, .draft202012),
      ("additionalProperties", .schema, .draft4, .draft202012),
      ("propertyNames", .schema, .draft6, .draft202012),
      ("dependencies", .map, .draft4, .draft202012),
      ("dependentSchemas", .map, .draft201909, .draft202012),
      ("unevaluatedProperties", .schema, .draft201909, .draft202012),
      ("prefixItems", .list, .draft202012, .draft202012),
      ("items", .either, .draft4, .draft201909),
      ("items", .schema, .draft202012, .draft202012),
      ("additionalItems", .schema, .draft4, .draft201909),
      ("contains", .schema, .draft6, .draft202012),
      ("unevaluatedItems", .schema, .draft201909, .draft202012),
      ("allOf", .list, .draft4, .draft202012),
      ("anyOf", .list, .draft4, .draft202012),
      ("oneOf", .list, .draft4, .draft202012),
      ("not", .schema, .draft4, .draft202012),
      ("if", .schema, .draft7, .draft202012),
      ("then", .schema, .draft7, .draft202012),
      ("else", .schema, .draft7, .draft202012),
      ("contentSchema", .schema, .draft201909, .draft202012),
      ("definitions", .map, .draft4, .draft202012),
      ("$defs", .map, .draft201909, .draft202012),
    ]

  /// The schemas inside a schema, each with the rest of its JSON Pointer.
  static func of(_ schema: JSON, _ draft: SchemaDraft) -> [(pointer: String, value: JSON)] {
    var found: [(pointer: String, value: JSON)] = []
    for (name, shape, from, through) in keywords where draft >= from && draft <= through {
      guard let value = schema[name] else { continue }
      switch (shape, value) {
      case (.list, .array(let elements)), (.either, .array(let elements)):
        for (number, element) in elements.enumerated() where element.isSchema {
          found.append(("/\(name)/\(number)", element))
        }
      case (.map, .object(let members)):
        for member in members where member.value.isSchema {
          found.append(("/" + name + "/" + JSONPointer.escaped(member.key), member.value))
        }
      case (.schema, _), (.either, _):
        if value.isSchema { found.append(("/" + name, value)) }
      default:
        continue
      }
    }
    return found
  }
}

extension JSON {
  /// Whether the value can be a schema: an object or a boolean.
  var isSchema: Bool {
    switch self {
    case .object, .boolean: true
    default: false
    }
  }
}
