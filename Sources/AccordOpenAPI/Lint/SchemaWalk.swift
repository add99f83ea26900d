import AccordSchema

/// Every schema of a description: those where the specification has one, those inside them, and those
/// to which they refer.
struct SchemaWalk {
  /// The schemas in the order in which they are met, each once.
  private(set) var schemas: [DescriptionNode] = []
  /// The references that lead nowhere.
  private(set) var problems: [DescriptionProblem] = []

  /// The keywords that hold a schema, or a list of them.
  private static let single: Set = [
    "items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames",
    "unevaluatedItems", "unevaluatedProperties", "contentSchema", "additionalItems", "allOf",
    "anyOf", "oneOf", "prefixItems",
  ]

  /// The keywords whose members are schemas.
  private static let maps: Set = [
    "properties", "patternProperties", "$defs", "definitions", "dependentSchemas",
  ]

  init(of outermost: [DescriptionNode], refersAlone: Bool) {
    var seen: Set<DescriptionLibrary.Place> = []
    var pending = Array(outermost.reversed())
    while let node = pending.popLast() {
      guard seen.insert(node.place).inserted, node.kind == .object || node.kind == .boolean else {
        continue
      }
      schemas.append(node)
      var isReference = false
      for keyword in ["$ref", "$dynamicRef"] {
        guard let member = node[keyword], let reference = member.text else { continue }
        isReference = true
        guard !Self.isOfJSONSchema(reference) else { continue }
        do throws(DescriptionProblem) {
          let target = try member.following(reference)
          pending.append(target)
        } catch {
          problems.append(error)
        }
      }
      // Before OpenAPI 3.1 what stands beside a reference is ignored.
      guard !isReference || !refersAlone else { continue }
      for (name, child) in node.members {
        if Self.single.contains(name) {
          pending += child.kind == .array ? child.items : [child]
        } else if Self.maps.contains(name) {
          pending += child.members.map(\.node)
        }
      }
    }
  }

  /// Whether a reference leads to what the JSON Schema organisation publishes, which is known.
  private static func isOfJSONSchema(_ reference: String) -> Bool {
    reference.hasPrefix("https://json-schema.org/draft")
      || reference.hasPrefix("http://json-schema.org/draft")
  }
}
