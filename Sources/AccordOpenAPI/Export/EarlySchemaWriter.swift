import AccordSchema

/// Writes JSON Schema 2020-12 as the schema object of OpenAPI 3.0, as far as it can be said.
struct EarlySchemaWriter {
  /// The keywords that were left out; they stand beside in members that begin with `x-accord-`.
  private(set) var unsaid: [String] = []

  /// The keywords of OpenAPI 3.0 (section 4.7.24) whose values are no schemas.
  private static let plain: Set<String> = [
    "title", "multipleOf", "maxLength", "minLength", "pattern", "maxItems", "minItems",
    "uniqueItems", "maxProperties", "minProperties", "required", "enum", "description", "format",
    "default", "discriminator", "readOnly", "writeOnly", "xml", "externalDocs", "example",
    "deprecated",
  ]

  /// The schema in the words of 3.0.
  mutating func schema(_ schema: JSON) -> JSON {
    switch schema {
    case .boolean(true): return [:]
    case .boolean(false): return ["not": [:]]
    case .object(let members): return object(members)
    default: return schema
    }
  }

  private mutating func object(_ members: [JSONMember]) -> JSON {
    if let reference = members.first(where: { $0.key == "$ref" }) {
      let rest = members.filter { $0.key != "$ref" }
      guard !rest.isEmpty else { return .object([reference]) }
      // Nothing beside a reference counts in 3.0.
      guard case .object(let others) = object(rest) else { return .object([reference]) }
      return .object([JSONMember("allOf", [.object([reference])])] + others)
    }
    var early: [JSONMember] = []
    var isNullable = false
    for member in members {
      switch member.key {
      case "type": early += type(member.value, &isNullable)
      case "const": early.append(JSONMember("enum", [member.value]))
      case "examples":
        if let first = member.value.elements?.first { early.append(JSONMember("example", first)) }
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum": break
      case "items", "not", "additionalProperties":
        let isOpen = member.key == "additionalProperties" && member.value.boolean != nil
        early.append(JSONMember(member.key, isOpen ? member.value : schema(member.value)))
      case "properties":
        early.append(
          JSONMember(
            member.key,
            .object((member.value.members ?? []).map { JSONMember($0.key, schema($0.value)) })
          )
        )
      case "allOf", "anyOf", "oneOf":
        early.append(
          JSONMember(member.key, .array((member.value.elements ?? []).map { schema($0) }))
        )
      case _ where Self.plain.contains(member.key) || member.key.hasPrefix("x-"):
        early.append(member)
      case "$comment": early.append(JSONMember("x-accord-comment", member.value))
      default:
        if !unsaid.contains(member.key) { unsaid.append(member.key) }
        early.append(JSONMember("x-accord-" + member.key, member.value))
      }
    }
    early += limits(members)
    if isNullable { early.append(JSONMember("nullable", true)) }
    // A list needs its items in 3.0.
    let isList = early.contains { $0.key == "type" && $0.value == "array" }
    if isList, !early.contains(where: { $0.key == "items" }) {
      early.append(JSONMember("items", [:]))
    }
    return .object(early)
  }

  private func type(_ value: JSON, _ isNullable: inout Bool) -> [JSONMember] {
    let names = value.string.map { [$0] } ?? (value.elements ?? []).compactMap(\.string)
    let others = names.filter { $0 != "null" }
    isNullable = names.contains("null")
    switch others.count {
    case 0:
      isNullable = false
      return [JSONMember("enum", [.null]), JSONMember("nullable", true)]
    case 1: return [JSONMember("type", .string(others[0]))]
    default:
      let isNull = isNullable
      isNullable = false
      return [
        JSONMember(
          "anyOf",
          .array(
            others.map { name in
              var members = [JSONMember("type", .string(name))]
              if isNull { members.append(JSONMember("nullable", true)) }
              if name == "array" { members.append(JSONMember("items", [:])) }
              return .object(members)
            }
          )
        )
      ]
    }
  }

  /// Limits of numbers, whose exclusiveness is a flag in 3.0.
  private func limits(_ members: [JSONMember]) -> [JSONMember] {
    func number(_ key: String) -> JSONNumber? {
      members.first { $0.key == key }?.value.number
    }
    var early: [JSONMember] = []
    for (plain, exclusive, isUpper) in [
      ("minimum", "exclusiveMinimum", false), ("maximum", "exclusiveMaximum", true),
    ] {
      let inclusiveLimit = number(plain)
      guard let limit = number(exclusive) else {
        if let inclusiveLimit { early.append(JSONMember(plain, .number(inclusiveLimit))) }
        continue
      }
      if let inclusiveLimit, isUpper ? inclusiveLimit < limit : inclusiveLimit > limit {
        early.append(JSONMember(plain, .number(inclusiveLimit)))
        continue
      }
      early += [JSONMember(plain, .number(limit)), JSONMember(exclusive, true)]
    }
    return early
  }
}
