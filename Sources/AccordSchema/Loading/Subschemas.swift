/// The schemas directly inside a schema, as its draft knows them; ``Keyword`` says where they are.
///
/// What stands under an unknown keyword is no schema until something refers to it.
enum Subschemas {
  /// The schemas inside a schema, each with the rest of its JSON Pointer.
  static func of(_ schema: JSON, _ draft: SchemaDraft) -> [(pointer: String, value: JSON)] {
    var found: [(pointer: String, value: JSON)] = []
    for keyword in Keyword.allCases {
      let name = keyword.rawValue
      guard let shape = keyword.shape(in: draft), let value = schema[name] else { continue }
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
