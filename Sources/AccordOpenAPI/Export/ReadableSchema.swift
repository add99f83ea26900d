import AccordSchema

/// A schema as people like to read it: what is null comes last, because whoever shows a sample takes the first.
enum ReadableSchema {
  /// Keywords that hold values and no schemas.
  private static let values: Set<String> = ["const", "default", "enum", "example", "examples"]

  /// The schema in another order.
  static func ordered(_ schema: JSON) -> JSON {
    switch schema {
    case .array(let elements): return .array(elements.map(ordered))
    case .object(let members):
      return .object(
        members.map { member in
          // A property may have any of these names, and its schema is an object.
          if values.contains(member.key), member.value.members == nil { return member }
          let value = ordered(member.value)
          switch member.key {
          case "type": return JSONMember(member.key, last("null", in: value))
          case "anyOf", "oneOf": return JSONMember(member.key, last(["type": "null"], in: value))
          default: return JSONMember(member.key, value)
          }
        }
      )
    default: return schema
    }
  }

  private static func last(_ element: JSON, in list: JSON) -> JSON {
    guard let elements = list.elements, elements.contains(element) else { return list }
    return .array(elements.filter { $0 != element } + [element])
  }
}
