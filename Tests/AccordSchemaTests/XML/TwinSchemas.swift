@testable import AccordSchema
import Foundation

/// Makes schemas of everything that has a meaning both in JSON and in XML, from a seed.
struct TwinSchemas {
  /// The seed of a run: `ACCORD_SEED`, or one that is always the same.
  static let seed: UInt64 =
    ProcessInfo.processInfo.environment["ACCORD_SEED"].flatMap(UInt64.init) ?? 20_261_121

  /// The names of members that are lists without an element of their own.
  private(set) var bareLists: Set<String> = []
  private var state: UInt64
  private var names = 0

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func pick(_ count: Int) -> Int {
    Int(next() % UInt64(count))
  }

  mutating func chance(_ percent: Int) -> Bool {
    pick(100) < percent
  }

  private mutating func name(_ start: String) -> String {
    names += 1
    return start + String(names)
  }

  /// A schema for a whole document.
  mutating func schema() -> Schema {
    object(depth: 0).titled("Root").xml(namespace: chance(50) ? "urn:root" : nil)
  }

  mutating func value(depth: Int) -> Schema {
    switch depth < 3 ? pick(10) : 0 {
    case 0...5: chance(25) ? scalar().nullable : scalar()
    case 6, 7: object(depth: depth + 1)
    default: array(depth: depth + 1)
    }
  }

  mutating func scalar() -> Schema {
    switch pick(18) {
    case 0: .integer(in: -5...50)
    case 1: .number(in: 0.5...99.5)
    case 2: .string(length: 2...12)
    case 3: .oneOf("red", "green", " blue ")
    case 4: .boolean
    case 5: .guid
    case 6: .dateTime
    case 7: Schema.string(pattern: "^[A-Z]{2}[0-9]+$").example("AB12").example("DE7")
    case 8: .integer.with { $0.multipleOf = 5 }
    case 9: .enumeration([1, 2.5, "three", true])
    case 10: .anyOf([.integer(in: 0...9), .boolean])
    case 11: .exactlyOne([.string(length: 1...3), .string(length: 3...9)])
    case 12: .allOf([.string(length: 2...), .string(length: ...40)])
    case 13: .allOf([.string, .not(.oneOf("forbidden"))]).example("allowed")
    case 14: .number.with { $0.exclusiveMinimum = 0 }
    case 15: .constant("fixed")
    case 16: .email
    default: .epochMilliseconds
    }
  }

  mutating func array(depth: Int) -> Schema {
    let isObject = chance(50)
    let items = isObject ? object(depth: depth).titled(name("Item")) : scalar().titled(name("Item"))
    var schema =
      chance(50)
      ? Schema.array(of: items, count: pick(2)...3) : Schema.array(of: items)
    if chance(30) { schema = schema.with { $0.uniqueItems = true } }
    if chance(20) {
      let needs: Schema = isObject ? .object([]) : items
      schema = schema.with {
        $0.contains = needs
        $0.maxContains = 2
      }
    }
    if !isObject, chance(15) {
      let first = Schema.boolean.titled(name("First"))
      schema = schema.with { $0.prefixItems = [first] }
    }
    if chance(40) { schema = schema.xml(wrapped: false) }
    return chance(15) ? schema.nullable : schema
  }

  mutating func object(depth: Int) -> Schema {
    if depth > 0, chance(10) { return .dictionary(of: scalar()) }
    var members: [Schema.Member] = []
    for _ in 0..<1 + pick(5) {
      let isAttribute = chance(20)
      let schema = isAttribute ? scalar() : value(depth: depth)
      var member = Schema.Member(name("m"), schema, isRequired: chance(50))
      if isAttribute {
        member = member.xml(attribute: true)
      } else if chance(20) {
        member = member.xml(name: name("Element"), namespace: chance(50) ? "urn:other" : nil)
      }
      if member.schema.isBareList { bareLists.insert(member.name) }
      members.append(member)
    }
    let orders = Schema.XMLOrder.allCases
    let base = Schema.object(members, additional: chance(50) ? .forbidden : .allowed)
      .xml(order: orders[pick(orders.count)])
    let schema = limited(base, members.map(\.name), depth: depth)
    return depth > 0 && chance(15) ? schema.nullable : schema
  }

  /// Adds a keyword that speaks of the members.
  private mutating func limited(_ schema: Schema, _ names: [String], depth: Int) -> Schema {
    let (first, last) = (names[0], names[names.count - 1])
    switch pick(14) {
    case 0: return schema.with { $0.minProperties = names.count }
    case 1: return schema.with { $0.maxProperties = names.count - 1 }
    case 2:
      return schema.with {
        $0.dependentRequired = [Schema.Dependency(name: first, needs: [last])]
      }
    case 3:
      return schema.with { content in
        content.dependentSchemas = [
          Schema.Entry(name: first, schema: .any.with { $0.requiredNames = [last] })
        ]
      }
    case 4: return schema.with { $0.propertyNames = .string(pattern: "^m[0-9]*[02468]$") }
    case 5:
      return schema.with {
        $0.patternProperties = [Schema.Entry(name: "[13579]$", schema: self.scalar())]
      }
    case 6:
      return schema.with { content in
        content.condition = .any.with { $0.requiredNames = [first] }
        content.consequence = .any.with { $0.requiredNames = [last] }
        content.alternative = .any.with { $0.maxProperties = 1 }
      }
    case 7:
      return schema.with { content in
        content.not = .any.with { $0.requiredNames = [first, last] }
      }
    case 8:
      let more = Schema.object([.optional(name("m"), value(depth: depth))])
      return .allOf([schema.with { $0.additionalProperties = nil }, more])
        .xml(order: schema.content.xml.order)
    case 9:
      let other = Schema.object([.required(name("m"), scalar())], additional: .forbidden)
      return chance(50)
        ? .anyOf([schema.with { $0.additionalProperties = .never }, other])
        : .exactlyOne([schema.with { $0.additionalProperties = .never }, other])
    default: return schema
    }
  }
}

/// Makes values for a schema, valid ones and others that are changed in one place.
struct TwinValues {
  var random: TwinSchemas

  /// Values of every kind that can stand in the place of another one.
  private static let strange: [JSON] = [
    nil, true, 0, 1, -7, 1.5, 1.0, 1_000_000, "", "x", "1", "true", " red ", "not-a-date", [], [1],
    [[:]], [:], ["x": 1],
  ]

  mutating func values(of schema: Schema, count: Int) -> [JSON] {
    var values: [JSON] = []
    for _ in 0..<count {
      guard var value = schema.sample(seed: random.next()) else { continue }
      for _ in 0..<random.pick(3) { value = thinned(value) }
      values.append(value)
      let changes = schema.counterexamples(of: value)
      if !changes.isEmpty, let changed = changes[random.pick(changes.count)].applied(to: value) {
        values.append(changed)
      }
      values.append(changed(value))
    }
    return values
  }

  /// The value without one of its members or items.
  private mutating func thinned(_ value: JSON) -> JSON {
    let places = Self.places(of: value).filter { !$0.isRoot }
    guard !places.isEmpty else { return value }
    return value.removing(at: places[random.pick(places.count)]) ?? value
  }

  /// The value with another one in one place.
  private mutating func changed(_ value: JSON) -> JSON {
    let places = Self.places(of: value)
    let place = places[random.pick(places.count)]
    let other = Self.strange[random.pick(Self.strange.count)]
    return value.replacing(other, at: place) ?? value
  }

  private static func places(of value: JSON, at place: JSONPointer = .root) -> [JSONPointer] {
    switch value {
    case .array(let items):
      [place] + items.enumerated().flatMap { places(of: $1, at: place.appending($0)) }
    case .object(let members):
      [place] + members.flatMap { places(of: $0.value, at: place.appending($0.key)) }
    default: [place]
    }
  }
}
