import AccordSchema

/// Makes values that conform to generated schemas, as a rule, and breaks them in one place.
struct ValueGenerator {
  var dice: Dice

  init(seed: UInt64) {
    dice = Dice(seed: seed)
  }

  mutating func value(of schema: Schema) -> JSON {
    let content = schema.content
    if schema.isNullable, content.types != nil, dice.once(in: 4) { return .null }
    if let constant = content.constant { return constant }
    if let enumeration = content.enumeration { return dice.pick(enumeration) }
    if !content.examples.isEmpty { return dice.pick(content.examples) }
    let branches = content.anyOf + content.oneOf
    if !branches.isEmpty { return value(of: dice.pick(branches)) }
    if !content.allOf.isEmpty { return value(of: dice.pick(content.allOf)) }
    guard let types = content.types else { return dice.pick(Self.anything) }
    if types.contains(.object) { return object(content) }
    if types.contains(.array) {
      let least = content.minItems ?? 0
      let most = content.maxItems ?? least + 3
      let count = least + dice.roll(most - least + 1)
      return .array((0..<count).map { _ in value(of: content.items ?? .string) })
    }
    if types.contains(.boolean) { return .boolean(dice.once(in: 2)) }
    if types.contains(.string) { return string(content) }
    return number(content)
  }

  private mutating func object(_ content: Schema.Content) -> JSON {
    var members: [JSONMember] = []
    for member in content.members where member.isRequired || !dice.once(in: 3) {
      members.append(JSONMember(member.name, value(of: member.schema)))
    }
    for name in content.requiredNames { members.append(JSONMember(name, 1)) }
    if content.members.isEmpty, let values = content.additionalProperties,
      values.content.boolean == nil
    {
      for number in 0..<dice.roll(3) {
        members.append(JSONMember("key\(number)", value(of: values)))
      }
    }
    return .object(members)
  }

  private mutating func string(_ content: Schema.Content) -> JSON {
    if let format = content.stringFormat { return format.sample }
    let least = content.minLength ?? 0
    let most = content.maxLength ?? least + 4
    let letters = ["a", "Z", "7", "ü", "😀", "-"]
    return .string(
      (least..<least + 1 + dice.roll(most - least + 1)).dropLast().reduce("") { text, _ in
        text + dice.pick(letters)
      } + String(repeating: "x", count: least)
    )
  }

  private mutating func number(_ content: Schema.Content) -> JSON {
    if content.format != nil { return 1_709_209_800_000 }
    let least = content.minimum?.int ?? -2
    let value = least + dice.roll(6)
    if content.multipleOf != nil { return .number(JSONNumber(value * 3)) }
    if content.types?.contains(.number) == true, dice.once(in: 2) {
      return .number(JSONNumber(checked: "\(value).25"))
    }
    return .number(JSONNumber(value))
  }

  /// Values of every kind, and some at the edges of what schemas distinguish.
  static let anything: [JSON] = [
    .null, true, false, 0, 1, -1, 3, 1.0, 1.5, -7, 12, 1e3, "", "a", "abc", "New", "new", "AB1",
    "12", "true", "2024-02-29", "2024-02-30", "2024-02-29T12:30:00Z", "2024-02-29T12:30:00",
    "12:30:00Z", "PT1H", "P1Y2M", "QWNj", "QWNj=", "george@example.com", "urn:x:y", "1.2.3.4",
    "3f2504e0-4f89-41d3-9a0c-0305e82c3301", "3f2504e04f8941d39a0c0305e82c3301", "/Date(0)/",
    [], [1], ["a", "a"], [:], ["Id": 1], ["Other": "x"], "two words", "fixed",
  ]

  /// The value with one thing changed.
  mutating func broken(_ value: JSON) -> JSON {
    let places = Self.places(in: value, .root)
    let place = dice.pick(places)
    switch dice.roll(5) {
    case 0: return value.removing(at: place) ?? dice.pick(Self.anything)
    case 1:
      guard case .object(let members)? = value[place] else { break }
      let added = JSONMember(
        dice.pick(["Other", "Id", "Name", "Note", "surplus"]),
        dice.pick(Self.anything)
      )
      guard !members.contains(where: { $0.key == added.key }) else { break }
      return value.replacing(.object(members + [added]), at: place) ?? value
    case 2:
      guard case .array(let items)? = value[place], let first = items.first else { break }
      return value.replacing(.array(items + [first]), at: place) ?? value
    default: break
    }
    return value.replacing(dice.pick(Self.anything), at: place) ?? value
  }

  private static func places(in value: JSON, _ pointer: JSONPointer) -> [JSONPointer] {
    var places = [pointer]
    switch value {
    case .array(let items):
      for (number, item) in items.enumerated() {
        places += Self.places(in: item, pointer.appending(number))
      }
    case .object(let members):
      for member in members {
        places += Self.places(in: member.value, pointer.appending(member.key))
      }
    default: break
    }
    return places
  }
}
