extension Sampler {
  /// How often a part of a value is made anew that its schema does not admit.
  private static let mostTries = 8

  /// A value that was held to the schema, as far as there is time for that.
  mutating func soundValue(of schema: Schema) -> JSON? {
    if schema.content.boolean == false { return nil }
    guard looks > 0, let validator = try? SchemaValidator(schema) else {
      return wholeValue(of: schema)
    }
    var wrong: JSON?
    for _ in 0..<Self.mostTries where looks > 0 {
      guard let value = wholeValue(of: schema) else { continue }
      looks -= 1
      if validator.admits(value) { return value }
      wrong = value
    }
    // What is wrong may be right where more is known of it.
    return wrong
  }

  /// A value for which everything is gathered that holds together: what `allOf` says, one alternative of
  /// each choice, and one side of each condition.
  private mutating func wholeValue(of schema: Schema) -> JSON? {
    var whole = Schema.Content()
    var opened: [Schema.Identity] = []
    defer { for identity in opened { open.remove(identity) } }
    var pending = [schema]
    var choices: [[Schema]] = []
    var conditions: [Schema.Content] = []
    var count = 0
    while true {
      guard let part = pending.popLast() else {
        // What is certain comes before what there is a choice of.
        if let choice = choices.popLast() {
          guard let chosen = chosen(among: choice, beside: whole) else { return nil }
          pending.append(chosen)
        } else if let content = conditions.popLast() {
          pending += side(of: content)
        } else {
          break
        }
        continue
      }
      count += 1
      guard count <= Self.mostParts else { return nil }
      if count > 1, part.mayRecur {
        // What was met of this value says nothing new.
        if opened.contains(part.identity) { continue }
        guard open.insert(part.identity).inserted else { return nil }
        opened.append(part.identity)
      }
      let content = part.content
      if content.boolean == false { return nil }
      whole.gather(content)
      pending += content.allOf
      choices += [content.anyOf, content.oneOf].filter { !$0.isEmpty }
      if content.condition != nil { conditions.append(content) }
    }
    whole.requireMembers()
    if trustsExamples, !whole.examples.isEmpty {
      return whole.examples[randomIndex(whole.examples.count)]
    }
    if let constant = whole.constant { return constant }
    if let enumeration = whole.enumeration {
      let typed = whole.types.map { types in enumeration.filter(types.admits) } ?? enumeration
      return typed.isEmpty ? nil : typed[randomIndex(typed.count)]
    }
    return typed(whole)
  }

  /// One of several alternatives that may hold together with what is known; nil where none may.
  private mutating func chosen(
    among choice: [Schema],
    beside known: Schema.Content
  ) -> Schema? {
    let possible = choice.filter { branch in
      let content = branch.content
      if content.boolean == false { return false }
      if let constant = content.constant, !known.mayHave(constant) { return false }
      guard let types = known.types?.withIntegers, let own = content.types?.withIntegers else {
        return true
      }
      return !types.isDisjoint(with: own)
    }
    return possible.isEmpty ? nil : possible[randomIndex(possible.count)]
  }

  /// What holds on one side of a condition.
  private mutating func side(of content: Schema.Content) -> [Schema] {
    guard let condition = content.condition else { return [] }
    let isHeld =
      if let isAlways = condition.content.boolean {
        isAlways
      } else {
        content.alternative?.isNever == true || randomIndex(2) == 0
      }
    return (isHeld ? [condition, content.consequence] : [content.alternative]).compactMap(\.self)
  }

  /// How many parts of a schema are gathered for one value.
  private static let mostParts = 500

  private mutating func randomIndex(_ count: Int) -> Int {
    count < 2 ? 0 : Int(next() % UInt64(count))
  }
}

extension Schema.Content {
  /// Whether a value is of the types, and one of those that are listed.
  fileprivate func mayHave(_ value: JSON) -> Bool {
    if let types, !types.admits(value) { return false }
    if let constant, constant != value { return false }
    return enumeration?.contains(value) ?? true
  }

  /// Adds what another schema says of the same value: all of it, but for its choices.
  fileprivate mutating func gather(_ other: Self) {
    var other = other
    (other.allOf, other.anyOf, other.oneOf) = ([], [], [])
    (other.condition, other.consequence, other.alternative) = (nil, nil, nil)
    for member in other.members {
      guard let known = members.firstIndex(where: { $0.name.isIdentical(to: member.name) }) else {
        members.append(member)
        continue
      }
      members[known].schema = Self.both(members[known].schema, member.schema) ?? .any
      if member.isRequired { members[known].isRequired = true }
    }
    other.members = []
    items = Self.both(items, other.items)
    additionalProperties = Self.both(additionalProperties, other.additionalProperties)
    propertyNames = Self.both(propertyNames, other.propertyNames)
    for (index, item) in other.prefixItems.enumerated() {
      if index < prefixItems.count {
        prefixItems[index] = Self.both(prefixItems[index], item) ?? .any
      } else {
        prefixItems.append(item)
      }
    }
    if let mine = pattern, let others = other.pattern, mine != others {
      pattern = "^(?=[\\s\\S]*(?:\(others)))[\\s\\S]*(?:\(mine))"
    }
    if let mine = constant, let others = other.constant, mine != others { enumeration = [] }
    adoptTighter(other)
  }

  private static func both(_ left: Schema?, _ right: Schema?) -> Schema? {
    guard let left, let right, left != right else { return left ?? right }
    return Schema.any.with { $0.allOf = [left, right] }
  }
}
