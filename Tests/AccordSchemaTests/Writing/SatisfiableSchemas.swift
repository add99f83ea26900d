@testable import AccordSchema

/// Makes schemas, each around a value that conforms to it, of all keywords and from a seed.
struct SatisfiableSchemas {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A schema with the value that it was made around.
  mutating func next() -> (schema: JSON, witness: JSON) {
    let value = value(depth: 0)
    return (schema(of: value, depth: 0), value)
  }

  // MARK: - Chance

  /// SplitMix64.
  private mutating func random() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  private mutating func pick(_ count: Int) -> Int { Int(random() % UInt64(max(count, 1))) }

  private mutating func one(in count: Int) -> Bool { pick(count) == 0 }

  // MARK: - Values

  /// Texts with formats and patterns that they follow.
  private static let texts: [(text: String, formats: [String], patterns: [String])] = [
    ("abc", [], ["^[a-c]+$", "b", "^.{3}$"]),
    ("", [], ["^$", "^x*$"]),
    ("AB-1234", [], ["^[A-Z]{2}-\\d{4}$", "\\d", "-"]),
    ("2024-02-29T12:30:00Z", ["date-time"], ["Z$", "^\\d{4}-", "T\\d{2}:\\d{2}:\\d{2}Z$"]),
    ("2024-02-29T12:30:00.125+01:00", ["date-time"], ["\\+", "\\.\\d{3}"]),
    ("2024-02-29", ["date"], ["^20", "^\\d{4}-\\d{2}-\\d{2}$"]),
    ("somebody.long@example.com", ["email"], ["@example\\.com$", "^[a-z.]+@"]),
    ("https://example.com/a/b", ["uri", "uri-reference", "iri"], ["^https://", "^https?:"]),
    ("5eb63bbb-e01e-4ed0-93cb-22bb8f5acdc3", ["uuid"], ["^[0-9a-f-]{36}$"]),
    ("192.168.0.1", ["ipv4"], ["^[0-9.]+$", "^192"]),
    ("www.example.org", ["hostname"], ["\\.org$", "^www"]),
    ("P1DT2H", ["duration"], ["^P"]),
    ("YWJj", ["byte"], ["^[A-Za-z0-9+/=]*$"]),
    ("12345", ["int64", "int32", "float", "double"], ["^\\d+$"]),
    ("Größe", [], ["^[A-Z]", "ß"]),
  ]

  private static let numbers: [String] = [
    "0", "1", "-1", "2.5", "0.1", "17", "100", "1e3", "9007199254740993", "-9223372036854775808",
    "0.3", "1000000", "-0.25", "255",
  ]

  private static let names = ["a", "b", "id", "x-one", "x-two", "name", "count", "Größe"]

  private mutating func value(depth: Int) -> JSON {
    switch pick(depth < 3 ? 8 : 4) {
    case 0: return one(in: 3) ? .null : .boolean(one(in: 2))
    case 1: return JSONNumber(Self.numbers[pick(Self.numbers.count)]).map { .number($0) } ?? 1
    case 2, 3: return .string(Self.texts[pick(Self.texts.count)].text)
    case 4, 5:
      return .array((0..<pick(4)).map { _ in value(depth: depth + 1) })
    default:
      var members: [JSONMember] = []
      for _ in 0..<pick(5) {
        let name = Self.names[pick(Self.names.count)]
        guard !members.contains(where: { $0.key == name }) else { continue }
        members.append(JSONMember(name, value(depth: depth + 1)))
      }
      return .object(members)
    }
  }

  // MARK: - Schemas

  private mutating func schema(of value: JSON, depth: Int) -> JSON {
    var members: [JSONMember] = []
    if !one(in: 4) { members.append(JSONMember("type", type(of: value))) }
    switch value {
    case .null, .boolean: break
    case .number(let number): members += keywords(of: number)
    case .string(let text): members += keywords(of: text)
    case .array(let items): members += keywords(of: items, depth)
    case .object(let own): members += keywords(of: own, depth)
    }
    if one(in: 12) { members.append(JSONMember("const", value)) }
    if one(in: 10) { members.append(JSONMember("enum", .array([other(than: value), value]))) }
    guard depth < 3 else { return .object(members) }
    if one(in: 6) {
      members.append(JSONMember("allOf", .array([schema(of: value, depth: depth + 1)])))
    }
    if one(in: 6) { members.append(JSONMember("anyOf", alternatives(of: value, depth))) }
    if one(in: 6) { members.append(JSONMember("oneOf", alternatives(of: value, depth))) }
    if one(in: 8) { members.append(JSONMember("not", denied(by: value))) }
    if one(in: 10) {
      members.append(JSONMember("if", schema(of: value, depth: depth + 1)))
      members.append(JSONMember("then", schema(of: value, depth: depth + 1)))
      if one(in: 2) { members.append(JSONMember("else", false)) }
    } else if one(in: 10) {
      members.append(JSONMember("if", denied(by: value)))
      members.append(JSONMember("then", denied(by: value)))
      members.append(JSONMember("else", schema(of: value, depth: depth + 1)))
    }
    return .object(members)
  }

  private mutating func alternatives(of value: JSON, _ depth: Int) -> JSON {
    var branches = [denied(by: value), denied(by: value)]
    branches.insert(schema(of: value, depth: depth + 1), at: pick(3))
    return .array(branches)
  }

  private static let kinds: [(name: String, value: JSON)] = [
    ("null", nil), ("boolean", true), ("integer", 12), ("string", "other"), ("array", ["other"]),
    ("object", ["other": 1]),
  ]

  private static func kind(of value: JSON) -> String {
    switch value {
    case .null: "null"
    case .boolean: "boolean"
    case .number(let number): number.isInteger ? "integer" : "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  private mutating func type(of value: JSON) -> JSON {
    var name = Self.kind(of: value)
    if name == "integer", one(in: 2) { name = "number" }
    guard one(in: 5) else { return .string(name) }
    return .array([.string(name), .string(name == "null" ? "string" : "null")])
  }

  private mutating func other(than value: JSON) -> JSON {
    let others = Self.kinds.filter { $0.value != value }
    return others[pick(others.count)].value
  }

  /// A schema that does not admit a value.
  private mutating func denied(by value: JSON) -> JSON {
    let kind = Self.kind(of: value)
    switch pick(4) {
    case 0: return false
    case 1: return ["const": other(than: value)]
    case 2:
      guard case .object(let members) = value else { break }
      let absent = Self.names.first { name in !members.contains { $0.key == name } } ?? "absent"
      return ["required": [.string(absent)]]
    default: break
    }
    let others = Self.kinds.filter {
      $0.name != kind && !(kind == "number" && $0.name == "integer")
    }
    return ["type": .string(others[pick(others.count)].name)]
  }

  private mutating func keywords(of number: JSONNumber) -> [JSONMember] {
    var members: [JSONMember] = []
    let whole = number.int
    if one(in: 3) {
      let bound = whole.map { JSONNumber($0 > .min + 10 ? $0 - pick(3) : $0) } ?? number
      members.append(JSONMember("minimum", .number(bound)))
    } else if one(in: 5), let lower = JSONNumber(number.double - 0.5), lower < number {
      members.append(JSONMember("exclusiveMinimum", .number(lower)))
    }
    if one(in: 3) {
      let bound = whole.map { JSONNumber($0 < .max - 10 ? $0 + pick(3) : $0) } ?? number
      members.append(JSONMember("maximum", .number(bound)))
    } else if one(in: 5), let upper = JSONNumber(number.double + 0.5), number < upper {
      members.append(JSONMember("exclusiveMaximum", .number(upper)))
    }
    let steps = ["1", "0.1", "0.05", "0.25", "5", "17", "3"].compactMap { JSONNumber($0) }
      .filter { number.isMultiple(of: $0) }
    if one(in: 4), !steps.isEmpty {
      members.append(JSONMember("multipleOf", .number(steps[pick(steps.count)])))
    }
    if one(in: 5) {
      members.append(JSONMember("format", number.int64 == nil ? "double" : "int64"))
    }
    return members
  }

  private mutating func keywords(of text: String) -> [JSONMember] {
    var members: [JSONMember] = []
    let count = text.unicodeScalars.count
    if one(in: 3) {
      members.append(JSONMember("minLength", .number(JSONNumber(count - pick(count + 1)))))
    }
    if one(in: 3) { members.append(JSONMember("maxLength", .number(JSONNumber(count + pick(4))))) }
    guard let known = Self.texts.first(where: { $0.text == text }) else { return members }
    if one(in: 2), !known.formats.isEmpty {
      members.append(JSONMember("format", .string(known.formats[pick(known.formats.count)])))
    }
    if one(in: 3), !known.patterns.isEmpty {
      members.append(JSONMember("pattern", .string(known.patterns[pick(known.patterns.count)])))
    }
    return members
  }

  private mutating func keywords(of items: [JSON], _ depth: Int) -> [JSONMember] {
    var members: [JSONMember] = []
    if one(in: 3) {
      members.append(
        JSONMember("minItems", .number(JSONNumber(items.count - pick(items.count + 1))))
      )
    }
    if one(in: 3) {
      members.append(JSONMember("maxItems", .number(JSONNumber(items.count + pick(3)))))
    }
    if one(in: 3), Set(items).count == items.count {
      members.append(JSONMember("uniqueItems", true))
    }
    guard depth < 3 else { return members }
    if one(in: 3), !items.isEmpty {
      let count = 1 + pick(items.count)
      members.append(
        JSONMember("prefixItems", .array(items[..<count].map { schema(of: $0, depth: depth + 1) }))
      )
      if count == items.count, one(in: 2) { members.append(JSONMember("items", false)) }
    } else if let first = items.first, one(in: 2) {
      let all = items.map { schema(of: $0, depth: depth + 1) }
      members.append(
        JSONMember(
          "items",
          items.allSatisfy { $0 == first } ? all[0] : ["anyOf": .array(all)]
        )
      )
    }
    if one(in: 4), !items.isEmpty {
      members.append(JSONMember("contains", schema(of: items[pick(items.count)], depth: depth + 1)))
      if one(in: 3) { members.append(JSONMember("minContains", 1)) }
    }
    if one(in: 8) { members.append(JSONMember("unevaluatedItems", one(in: 2) ? true : [:])) }
    return members
  }

  private mutating func keywords(of own: [JSONMember], _ depth: Int) -> [JSONMember] {
    var members: [JSONMember] = []
    var declared: [JSONMember] = []
    if depth < 3 {
      for member in own where !one(in: 4) {
        declared.append(JSONMember(member.key, schema(of: member.value, depth: depth + 1)))
      }
    }
    let isWhole = declared.count == own.count
    let absent = Self.names.filter { name in !own.contains { $0.key == name } }
    if one(in: 4), let name = absent.first {
      // What has no value is optional.
      declared.append(
        JSONMember(name, one(in: 2) ? false : ["type": "integer", "minimum": 5, "maximum": 1])
      )
    } else if one(in: 3), let name = absent.last {
      declared.append(JSONMember(name, schema(of: value(depth: 3), depth: 3)))
    }
    if !declared.isEmpty { members.append(JSONMember("properties", .object(declared))) }
    let required = own.filter { _ in one(in: 2) }.map { JSON.string($0.key) }
    if !required.isEmpty { members.append(JSONMember("required", .array(required))) }
    if isWhole, one(in: 3) { members.append(JSONMember("additionalProperties", false)) }
    if isWhole, one(in: 8) { members.append(JSONMember("unevaluatedProperties", false)) }
    if one(in: 4) {
      members.append(
        JSONMember("minProperties", .number(JSONNumber(own.count - pick(own.count + 1))))
      )
    }
    if one(in: 4) {
      members.append(JSONMember("maxProperties", .number(JSONNumber(own.count + pick(2)))))
    }
    let extended = own.filter { $0.key.hasPrefix("x-") }
    if one(in: 3), depth < 3, let first = extended.first,
      extended.allSatisfy({ $0.value == first.value })
    {
      let pattern: JSON = ["^x-": schema(of: first.value, depth: depth + 1)]
      members.append(JSONMember("patternProperties", pattern))
    }
    if one(in: 6) {
      members.append(JSONMember("propertyNames", ["maxLength": 8, "pattern": "^[A-Za-z]"]))
    }
    if own.count > 1, one(in: 5) {
      let needs = JSON.object([JSONMember(own[0].key, [.string(own[1].key)])])
      members.append(JSONMember("dependentRequired", needs))
    }
    if let first = own.first, depth < 3, one(in: 6) {
      let dependent = schema(of: .object(own), depth: depth + 1)
      members.append(JSONMember("dependentSchemas", .object([JSONMember(first.key, dependent)])))
    }
    return members
  }
}
