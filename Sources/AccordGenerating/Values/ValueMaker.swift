import AccordSchema

/// Makes values of all shapes that a schema admits: sizes, members that are there and that are not,
/// alternatives, values at and beside bounds, text of many scripts.
struct ValueMaker {
  var numbers: SeededNumbers

  /// Scalars of the value in the making: two places with the same value are a case of their own.
  private var made: [JSON] = []

  /// How often a value is made anew that the schema does not admit.
  private static let mostTries = 12

  /// The deepest place in which what need not be there is made.
  private static let deepest = 5

  init(numbers: SeededNumbers) { self.numbers = numbers }

  /// A value that was held to the schema; `nil` where none was found.
  mutating func value(of schema: Schema) -> JSON? {
    guard let validator = try? SchemaValidator(schema) else { return nil }
    for _ in 0..<Self.mostTries {
      made = []
      if let value = any(schema, 0), validator.admits(value) { return value }
    }
    return schema.sample(seed: numbers.next() | 1)
  }

  /// A value that differs from a right one in a few places.
  mutating func variation(of value: JSON, as schema: Schema) -> JSON? {
    guard let validator = try? SchemaValidator(schema) else { return nil }
    for _ in 0..<Self.mostTries {
      made = []
      var changed = value
      for _ in 0...numbers.below(4) {
        let places = ValuePlaces(of: changed, as: schema).all
        guard let place = numbers.pick(places) else { break }
        if place.isOptional, place.isThere, numbers.once(in: 3) {
          changed = changed.removing(at: place.pointer) ?? changed
        } else if let new = any(place.schema, place.pointer.tokens.count) {
          changed = changed.setting(new, at: place.pointer) ?? changed
        }
      }
      if changed != value, validator.admits(changed) { return changed }
    }
    return nil
  }

  /// A value that the schema is likely to admit.
  mutating func any(_ schema: Schema, _ depth: Int) -> JSON? {
    guard depth < 24 else { return nil }
    let content = schema.withMergedMembers.content
    if content.boolean == false { return nil }
    if let constant = content.constant { return constant }
    if let listed = content.enumeration { return numbers.pick(listed) }
    if !content.examples.isEmpty, numbers.once(in: 4) { return numbers.pick(content.examples) }
    let branches = content.anyOf + content.oneOf
    if !branches.isEmpty { return branch(of: branches, content, depth) }
    let types = Schema.Types.spoken.map(\.type).filter { content.likelyTypes.contains($0) }
    let others = types.filter { $0 != .null }
    if types.contains(.null), others.isEmpty || numbers.once(in: 5) { return .null }
    switch numbers.pick(others) {
    case .object: return object(content, depth)
    case .array: return array(content, depth)
    case .boolean: return .boolean(numbers.once(in: 2))
    case .integer: return scalar { $0.integer(content) }
    case .number: return scalar { $0.number(content) }
    default: return scalar { $0.string(content, schema) }
    }
  }

  /// A scalar, or one that was made before in the same value.
  private mutating func scalar(_ make: (inout ValueMaker) -> JSON?) -> JSON? {
    if numbers.once(in: 8), let known = numbers.pick(made) { return known }
    let value = make(&self)
    if let value { made.append(value) }
    return value
  }

  /// A value of one alternative, with the members that stand beside all of them.
  private mutating func branch(
    of branches: [Schema],
    _ content: Schema.Content,
    _ depth: Int
  ) -> JSON? {
    // What leads back to itself ends where there is another way.
    let ends = branches.filter { !$0.mayRecur }
    let possible = depth >= Self.deepest && !ends.isEmpty ? ends : branches
    guard let branch = numbers.pick(possible), let value = any(branch, depth + 1) else {
      return nil
    }
    guard !content.members.isEmpty, case .object(let own) = value,
      case .object(let outer)? = object(content, depth)
    else { return value }
    return .object(outer.filter { member in !own.contains { $0.key == member.key } } + own)
  }

  private mutating func object(_ content: Schema.Content, _ depth: Int) -> JSON? {
    let way = depth >= Self.deepest ? 1 : numbers.below(4)
    var members: [JSONMember] = []
    for member in content.members {
      if !member.isRequired {
        // What only answers have is not sent.
        if member.schema.content.isReadOnly || way == 1 { continue }
        if way > 1, numbers.once(in: 2) { continue }
      }
      guard let value = any(member.schema, depth + 1) else {
        if member.isRequired { return nil }
        continue
      }
      members.append(JSONMember(member.name, value))
    }
    for name in content.requiredNames where !members.contains(where: { $0.key == name }) {
      members.append(
        JSONMember(name, any(content.additionalProperties ?? .string, depth + 1) ?? "")
      )
    }
    guard let values = content.additionalProperties, values.content.boolean == nil,
      content.patternProperties.isEmpty, content.propertyNames == nil, depth < Self.deepest
    else { return .object(members) }
    let least = max(0, (content.minProperties ?? 0) - members.count)
    let most = max(least, min((content.maxProperties ?? 4) - members.count, least + 4))
    for _ in 0..<(least + numbers.below(most - least + 1)) {
      let name = text(of: 1 + numbers.below(6))
      guard !members.contains(where: { $0.key == name }), let value = any(values, depth + 1) else {
        continue
      }
      members.append(JSONMember(name, value))
    }
    return .object(members)
  }

  private mutating func array(_ content: Schema.Content, _ depth: Int) -> JSON? {
    let least = max(content.minItems ?? 0, content.prefixItems.count)
    let most = max(least, min(content.maxItems ?? least + 4, least + 40))
    let sizes =
      depth >= Self.deepest ? [least] : [least, least + 1, least + 2, least + 3, most, most - 1]
    let count = min(max(numbers.pick(sizes) ?? least, least), most)
    var items: [JSON] = []
    var tries = 0
    while items.count < count, tries < count * 4 + 4 {
      tries += 1
      let isFixed = items.count < content.prefixItems.count
      let schema = isFixed ? content.prefixItems[items.count] : content.items ?? .string
      guard let item = any(schema, depth + 1) else {
        if items.count >= least { return .array(items) }
        return nil
      }
      if content.uniqueItems, items.contains(item) { continue }
      items.append(item)
    }
    return .array(items)
  }
}

extension Schema.Content {
  /// The types that it names, or those of which its keywords speak.
  fileprivate var likelyTypes: Schema.Types {
    if let types { return types }
    if !members.isEmpty || !requiredNames.isEmpty || additionalProperties != nil { return .object }
    if items != nil || !prefixItems.isEmpty { return .array }
    if minimum != nil || maximum != nil || multipleOf != nil { return .number }
    return .string
  }
}

extension JSON {
  /// The value with another at a place, where an object may not have the member yet.
  func setting(_ value: JSON, at pointer: JSONPointer) -> JSON? {
    if self[pointer] != nil { return replacing(value, at: pointer) }
    guard let parent = pointer.parent, let name = pointer.tokens.last,
      case .object(let members)? = self[parent]
    else { return nil }
    let extended = JSON.object(members + [JSONMember(name, value)])
    return parent.isRoot ? extended : replacing(extended, at: parent)
  }
}
