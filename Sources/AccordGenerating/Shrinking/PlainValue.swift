import AccordSchema

/// The plainest value that a schema admits: what is required and no more, each at its simplest.
struct PlainValue {
  /// The value; `nil` where none was found.
  static func of(_ schema: Schema) -> JSON? {
    guard let validator = try? SchemaValidator(schema) else { return nil }
    if let value = made(schema, 0), validator.admits(value) { return value }
    return schema.sample()
  }

  private static func made(_ schema: Schema, _ depth: Int) -> JSON? {
    guard depth < 24 else { return nil }
    let content = schema.withMergedMembers.content
    if content.boolean == false { return nil }
    if let constant = content.constant { return constant }
    if let listed = content.enumeration { return listed.first }
    let branches = content.anyOf + content.oneOf
    if !branches.isEmpty {
      return branches.lazy.filter { !$0.mayRecur || depth < 4 }.compactMap { made($0, depth + 1) }
        .first
    }
    let types = content.types ?? (content.members.isEmpty ? .string : .object)
    if types.contains(.object) { return object(content, depth) }
    if types.contains(.array) {
      let item = (content.items ?? .string)
      let items = (0..<(content.minItems ?? 0)).compactMap { _ in made(item, depth + 1) }
      return .array(items)
    }
    if types.contains(.string) {
      guard content.format == nil, content.pattern == nil else { return schema.sample() }
      return .string(String(repeating: "a", count: max(content.minLength ?? 1, 1)))
    }
    if types.contains(.integer) || types.contains(.number) {
      let range = content.wholeNumbers
      let closest = min(max(0, range.lowerBound), range.upperBound)
      return .number(JSONNumber(closest))
    }
    return types.contains(.boolean) ? false : .null
  }

  private static func object(_ content: Schema.Content, _ depth: Int) -> JSON? {
    var members: [JSONMember] = []
    for member in content.members where member.isRequired {
      guard let value = made(member.schema, depth + 1) else { return nil }
      members.append(JSONMember(member.name, value))
    }
    return .object(members)
  }
}
