import AccordSchema

/// Makes schemas that use what both XML and JSON can express.
struct SchemaGenerator {
  var dice: Dice
  /// Whether branches and conditions are used that only JSON Schema has.
  var isForJSON = false
  private var titles = 0

  init(seed: UInt64, isForJSON: Bool = false) {
    dice = Dice(seed: seed)
    self.isForJSON = isForJSON
  }

  private static let names = [
    "Id", "Name", "Count", "Flag", "Items", "Nested", "Kind", "When", "Total", "Note",
  ]

  private static let namespaces: [String?] = [nil, "urn:a", "urn:a", "urn:a", "urn:b"]

  mutating func root() -> Schema {
    if dice.once(in: 6) { return list(depth: 2).titled(title()).xml(namespace: "urn:a") }
    return object(depth: 3)
  }

  private mutating func title() -> String {
    titles += 1
    return "Type\(titles)"
  }

  mutating func schema(depth: Int) -> Schema {
    guard depth > 0 else { return scalar() }
    switch dice.roll(isForJSON ? 12 : 10) {
    case 0, 1: return object(depth: depth - 1)
    case 2, 3: return list(depth: depth - 1)
    case 4: return .dictionary(of: dice.once(in: 2) ? .string : .string.nullable)
    case 5: return .anyOf([scalar(), scalar()])
    case 6: return dice.once(in: 3) ? .any : scalar().nullable
    case 10: return branch(depth: depth - 1)
    default: return scalar()
    }
  }

  private mutating func branch(depth: Int) -> Schema {
    switch dice.roll(6) {
    case 0: return .exactlyOne([scalar(), scalar()])
    case 1: return .allOf([object(depth: depth), object(depth: depth)])
    case 2: return .not(scalar())
    case 3: return .anyOf([object(depth: depth), .null])
    case 4:
      let schemas = (scalar(), scalar(), scalar())
      return Schema.any.with { content in
        content.condition = schemas.0
        content.consequence = schemas.1
        content.alternative = schemas.2
      }
    default: return .anyOf([object(depth: depth), scalar()])
    }
  }

  // MARK: - Containers

  mutating func object(depth: Int) -> Schema {
    var pool = Self.names
    var members: [Schema.Member] = []
    for _ in 0..<dice.roll(6) {
      let name = pool.remove(at: dice.roll(pool.count))
      members.append(member(name, depth: depth))
    }
    let additional: Schema.AdditionalMembers = dice.once(in: 3) ? .forbidden : .allowed
    let order = dice.pick(Schema.XMLOrder.allCases)
    var object = Schema.object(members, additional: additional)
      .titled(title())
      .xml(namespace: dice.pick(Self.namespaces), order: order)
    if isForJSON { constrain(&object) }
    return object
  }

  private mutating func constrain(_ object: inout Schema) {
    let pick = dice.roll(12)
    let values = scalar()
    object = object.with { content in
      switch pick {
      case 0: content.minProperties = 2
      case 1: content.maxProperties = 3
      case 2: content.propertyNames = .string(length: 0...5)
      case 3: content.dependentRequired = [.init(name: "Id", needs: ["Name", "Other"])]
      case 4: content.patternProperties = [.init(name: "^N", schema: values)]
      case 5: content.additionalProperties = values
      case 6: content.requiredNames = ["Other"]
      default: break
      }
    }
  }

  private mutating func member(_ name: String, depth: Int) -> Schema.Member {
    if dice.once(in: 8) {
      return Schema.Member(name, scalar(), isRequired: dice.once(in: 2)).xml(attribute: true)
    }
    var member = Schema.Member(name, schema(depth: depth), isRequired: dice.once(in: 2))
    if dice.once(in: 8) { member = member.xml(name: name + "Element") }
    if dice.once(in: 12) { member = member.xml(namespace: "urn:b") }
    if dice.once(in: 6) { member = member.inXMLOrder(dice.roll(4)) }
    if dice.once(in: 20) { member = member.absentFromXML }
    return member
  }

  private mutating func list(depth: Int) -> Schema {
    let items: Schema
    switch dice.roll(4) {
    case 0: items = object(depth: depth)
    case 1: items = scalar().titled(title())
    case 2: items = .string
    default: items = scalar()
    }
    let least = dice.roll(3)
    var list: Schema =
      dice.once(in: 2) ? .array(of: items) : .array(of: items, count: least...least + 2)
    if dice.once(in: 8) { list = list.with { $0.uniqueItems = true } }
    if dice.once(in: 3) { list = list.xml(wrapped: false) }
    return list
  }

  // MARK: - Scalars

  private static let patterns: [(pattern: String, examples: [JSON])] = [
    ("^[A-Z]{2}[0-9]+$", ["AB1", "XY123"]), ("abc", ["abc", "xabcx"]),
    ("^(a|bc)*d?$", ["", "abc", "aabcd"]), (#"^\d{3}-\d{4}$"#, ["123-4567"]),
    (#"^\S+$"#, ["word", "ü"]), ("^[^,]*$", ["", "a b"]), ("x|^y|z$", ["axb", "yes", "buzz"]),
    (#"^(?:[a-c]{1,2}\.)+[d-f]$"#, ["a.f", "ab.c.e"]),
  ]

  private static let formats = [
    "guid", "uuid", "date-time", "date", "time", "duration", "base64", "email", "uri", "ipv4",
    "dotnet-date-time",
  ]

  mutating func scalar() -> Schema {
    switch dice.roll(14) {
    case 0: return .string
    case 1:
      let least = dice.roll(3)
      return .string(length: least...least + dice.roll(4))
    case 2: return .oneOf("New", "Old", "in between")
    case 3:
      let (pattern, examples) = dice.pick(Self.patterns)
      return examples.reduce(Schema.string(pattern: pattern)) { $0.example($1) }
    case 4, 5: return .format(dice.pick(Self.formats))
    case 6: return .integer
    case 7: return .integer(in: -3...(7 + dice.roll(9)))
    case 8: return .number
    case 9:
      return dice.once(in: 2) ? .number(in: 0.0..<10.5) : .number(in: (-1.5)...)
    case 10: return .boolean
    case 11: return .enumeration([1, 2.5, "two", true]).with { $0.types = [.number, .string] }
    case 12: return .integer.with { $0.multipleOf = 3 }
    default: return dice.once(in: 2) ? .constant("fixed") : .epochMilliseconds
    }
  }
}
