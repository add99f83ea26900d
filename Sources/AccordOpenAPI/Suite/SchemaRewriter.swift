import AccordSchema

/// Writes in the terms of JSON Schema what OpenAPI says of schemas beside it: which members travel which
/// way, and which of several schemas a property chooses.
///
/// Everything stays at its place, so that references lead where they led.
struct SchemaRewriter {
  let variant: SchemaVariant
  private let root: JSON
  private let keys: Keys

  /// Which of the members that make a difference a document has at all.
  struct Keys: OptionSet {
    let rawValue: Int
    static let readOnly = Keys(rawValue: 1)
    static let writeOnly = Keys(rawValue: 2)
    static let discriminator = Keys(rawValue: 4)

    init(rawValue: Int) { self.rawValue = rawValue }

    /// Those anywhere in a document.
    init(of document: JSON) {
      var keys: Keys = []
      var open = [document]
      while let value = open.popLast() {
        switch value {
        case .array(let items): open += items
        case .object(let members):
          for member in members {
            switch member.key {
            case "readOnly": keys.insert(.readOnly)
            case "writeOnly": keys.insert(.writeOnly)
            case "discriminator": keys.insert(.discriminator)
            default: break
            }
            open.append(member.value)
          }
        case .null, .boolean, .number, .string: break
        }
      }
      self = keys
    }
  }

  init(_ variant: SchemaVariant, of root: JSON, _ keys: Keys) {
    self.variant = variant
    self.root = root
    self.keys = keys
  }

  /// The document as it is read for this variant.
  func rewritten() -> JSON {
    let matters: Keys =
      variant == .request ? [.readOnly, .discriminator] : [.writeOnly, .discriminator]
    return keys.isDisjoint(with: matters) ? root : rewritten(root, isMap: false)
  }

  /// Members that hold values of users, and no schemas.
  private static let values = ["example", "examples", "default", "enum", "const", "mapping"]

  /// Members whose own members are named by users.
  private static let maps = [
    "properties", "patternProperties", "definitions", "$defs", "dependentSchemas", "schemas",
    "paths",
    "responses", "parameters", "headers", "content", "requestBodies", "callbacks", "pathItems",
  ]

  private func rewritten(_ value: JSON, isMap: Bool) -> JSON {
    switch value {
    case .array(let items): return .array(items.map { rewritten($0, isMap: false) })
    case .object(let members):
      var result = members.map { member in
        guard isMap || !Self.values.contains(member.key) else { return member }
        let isMap = !isMap && Self.maps.contains(member.key)
        return JSONMember(member.key, rewritten(member.value, isMap: isMap))
      }
      if !isMap {
        excludeMembers(&result)
        chooseByProperty(&result)
      }
      return .object(result)
    case .null, .boolean, .number, .string: return value
    }
  }

  // MARK: - Members that do not travel this way

  private func excludeMembers(_ schema: inout [JSONMember]) {
    guard let index = schema.firstIndex(where: { $0.key == "properties" }),
      let properties = schema[index].value.members
    else { return }
    let excluded = properties.filter { isExcluded($0.value) }.map(\.key)
    guard !excluded.isEmpty else { return }
    schema[index].value = .object(properties.filter { !excluded.contains($0.key) })
    guard let required = schema.firstIndex(where: { $0.key == "required" }),
      let names = schema[required].value.elements
    else { return }
    let rest = names.filter { name in !excluded.contains { .string($0) == name } }
    if rest.isEmpty {
      schema.remove(at: required)
    } else {
      schema[required].value = .array(rest)
    }
  }

  private func isExcluded(_ property: JSON) -> Bool {
    var schema = property
    for _ in 0..<16 {
      if schema[variant.excluded]?.boolean == true { return true }
      guard let target = target(of: schema) else { return false }
      schema = target
    }
    return false
  }

  private func target(of schema: JSON) -> JSON? {
    guard let reference = schema["$ref"]?.string, reference.hasPrefix("#/"),
      let pointer = JSONPointer(parsing: String(reference.dropFirst()))
    else { return nil }
    return root[pointer]
  }

  // MARK: - Discriminators

  /// Holds each of the schemas to the names by which the property chooses it.
  private func chooseByProperty(_ schema: inout [JSONMember]) {
    guard let discriminator = schema.first(where: { $0.key == "discriminator" })?.value,
      let property = discriminator["propertyName"]?.string,
      discriminator["defaultMapping"] == nil
    else { return }
    for union in ["oneOf", "anyOf"] {
      guard let index = schema.firstIndex(where: { $0.key == union }),
        let branches = schema[index].value.elements
      else { continue }
      schema[index].value = .array(
        branches.map { branch in
          guard let reference = branch["$ref"]?.string, branch.members?.count == 1 else {
            return branch
          }
          let names = Self.names(of: reference, discriminator["mapping"]?.members ?? [])
          return [
            "allOf": [
              branch,
              [
                "type": "object",
                "properties": [property: ["enum": .array(names.map(JSON.string))]],
                "required": [.string(property)],
              ],
            ]
          ]
        }
      )
    }
  }

  /// The names that choose a schema: those that the mapping gives it, and its own.
  private static func names(of reference: String, _ mapping: [JSONMember]) -> [String] {
    let own = reference.split(separator: "/").last.map(String.init) ?? reference
    let mapped = mapping.filter { $0.value.string == reference || $0.value.string == own }
      .map(\.key)
    return mapped.contains(own) ? mapped : mapped + [own]
  }
}
