@testable import AccordSchema
import Foundation

/// Makes schema documents in which a certain keyword says something, and values around them, from a seed.
struct KeywordSchemas {
  /// The seed of a run: `ACCORD_SEED`, or one that is always the same.
  static let seed: UInt64 =
    ProcessInfo.processInfo.environment["ACCORD_SEED"].flatMap(UInt64.init) ?? 20_261_130

  let draft: SchemaDraft
  private var state: UInt64

  private static let names = ["a", "b", "ab", "c"]

  /// Schemas of the last draft that knows a keyword, the same ones for the same seed.
  init(of keyword: Keyword, seed: UInt64 = Self.seed) {
    draft = keyword.facts.drafts.upperBound
    // Each keyword has schemas of its own.
    state = keyword.rawValue.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  // MARK: - Chance

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  private mutating func pick(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  private mutating func any<Element>(of elements: [Element]) -> Element {
    elements[pick(elements.count)]
  }

  private mutating func name() -> String { any(of: Self.names) }

  private mutating func number(_ range: ClosedRange<Int>) -> JSON {
    .number(JSONNumber(range.lowerBound + pick(range.count)))
  }

  // MARK: - Documents

  /// A document with a keyword in its root, and other keywords beside it.
  mutating func document(with keyword: Keyword) -> JSON {
    var members = members(of: keyword, depth: 0)
    if pick(2) == 0 {
      // What plans are made for most: a type, and members or items of types.
      for member in plannable(beside: keyword)
      where !members.contains(where: { $0.key == member.key }) {
        members.append(member)
      }
      return .object(members)
    }
    for _ in 0..<pick(3) {
      for member in scalars() where !members.contains(where: { $0.key == member.key }) {
        members.append(member)
      }
    }
    return .object(members)
  }

  /// The keyword with a value, and what it needs beside it.
  ///
  /// There is no `default`: a new keyword is generated, or this does not compile.
  private mutating func members(of keyword: Keyword, depth: Int) -> [JSONMember] {
    let key = keyword.rawValue
    func only(_ value: JSON) -> [JSONMember] { [JSONMember(key, value)] }
    switch keyword {
    case .properties: return only(map(depth))
    case .patternProperties:
      return only(["^a": schema(depth), "b$": schema(depth)]) + beside(.properties, depth)
    case .additionalProperties:
      return only(pick(2) == 0 ? false : schema(depth)) + beside(.properties, depth)
    case .propertyNames: return only(["pattern": any(of: ["^a", "b", "^.$"])])
    case .dependencies:
      return only([name(): [.string(name())], "b": schema(depth)]) + beside(.properties, depth)
    case .dependentSchemas: return only([name(): schema(depth)])
    case .unevaluatedProperties:
      return only(pick(2) == 0 ? false : schema(depth)) + beside(.properties, depth)
        + [JSONMember("allOf", [["properties": map(depth)]])]
    case .prefixItems: return only([schema(depth), schema(depth)])
    case .items: return only(schema(depth))
    case .additionalItems: return [JSONMember("items", [schema(depth)])] + only(schema(depth))
    case .contains: return only(schema(depth))
    case .minContains: return beside(.contains, depth) + only(number(0...2))
    case .maxContains: return beside(.contains, depth) + only(number(0...2))
    case .unevaluatedItems:
      return beside(.prefixItems, depth) + only(pick(2) == 0 ? false : schema(depth))
    case .allOf, .anyOf, .oneOf: return only([schema(depth), schema(depth)])
    case .not: return only(schema(depth))
    case .if, .then: return [JSONMember("if", schema(depth)), JSONMember("then", schema(depth))]
    case .else: return [JSONMember("if", schema(depth)), JSONMember("else", schema(depth))]

    case .type: return only(any(of: Self.types))
    case .enum: return only(.array((0...pick(4)).map { _ in value(depth: 1) }))
    case .const: return only(value(depth: 0))
    case .multipleOf: return only(any(of: [2, 0.5, 3]))
    case .maximum, .minimum, .exclusiveMaximum, .exclusiveMinimum:
      return only(any(of: [0, 1, 1.5, -1, 2]))
    case .maxLength, .minLength: return only(number(0...3))
    case .pattern: return only(.string(any(of: ["^a", "b$", "^[a-z]+$", "^(?=a)", "^$"])))
    case .maxItems, .minItems, .maxProperties, .minProperties: return only(number(0...2))
    case .uniqueItems: return only(true)
    case .required:
      return only([.string(any(of: ["a", "ab", "c"])), "b"]) + beside(.properties, depth)
    case .dependentRequired: return only([name(): [.string(name())], "c": ["a"]])

    case .format: return only(.string(any(of: ["date", "ipv4", "uuid", "int32", "email"])))
    case .contentEncoding: return only("base64")
    case .contentMediaType: return only("application/json")
    case .contentSchema: return only(schema(depth))

    case .schema: return only(.string(draft.metaSchemaURI))
    case .id: return only("https://example.com/root")
    case .oldID: return only("https://example.com/root")
    case .ref: return defining("A", schema(depth)) + only("#/$defs/A")
    case .anchor: return only("root")
    case .dynamicRef:
      let target = JSON.object([JSONMember("$dynamicAnchor", "A")] + members(of: .type, depth: 3))
      return defining("A", target) + only("#A")
    case .dynamicAnchor: return only("root")
    case .recursiveRef:
      return [JSONMember("items", .object(only("#"))), JSONMember("type", ["array", "integer"])]
    case .recursiveAnchor: return only(true)
    case .vocabulary: return only([:])
    case .comment, .title, .description: return only("words")
    case .definitions, .defs: return only(["A": schema(depth)])
    case .default: return only(value(depth: 1))
    case .examples: return only([value(depth: 1)])
    case .deprecated, .readOnly, .writeOnly: return only(true)
    case .nullable: return [JSONMember("type", any(of: ["string", "array"]))] + only(true)
    case .discriminator: return only(["propertyName": "a"])
    case .xml: return placedInXML()
    case .example: return only(value(depth: 1))
    case .externalDocs: return only(["url": "https://example.com"])
    }
  }

  private mutating func beside(_ keyword: Keyword, _ depth: Int) -> [JSONMember] {
    members(of: keyword, depth: depth)
  }

  private mutating func plannable(beside keyword: Keyword) -> [JSONMember] {
    let types: [JSON] = ["string", "integer", "boolean"]
    func one() -> JSON { ["type": any(of: types)] }
    switch keyword {
    case .properties, .patternProperties, .additionalProperties, .propertyNames, .dependencies,
      .dependentSchemas, .unevaluatedProperties, .minProperties, .maxProperties, .required,
      .dependentRequired:
      return [JSONMember("type", "object"), JSONMember("properties", ["a": one(), "b": one()])]
    case .prefixItems, .items, .additionalItems, .contains, .minContains, .maxContains,
      .unevaluatedItems, .minItems, .maxItems, .uniqueItems:
      return [JSONMember("type", "array"), JSONMember("items", one())]
    case .multipleOf, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum:
      return [JSONMember("type", any(of: ["integer", "number"]))]
    case .pattern, .minLength, .maxLength, .format, .contentEncoding, .contentMediaType:
      return [JSONMember("type", "string")]
    default: return []
    }
  }

  private func defining(_ name: String, _ schema: JSON) -> [JSONMember] {
    [JSONMember("$defs", .object([JSONMember(name, schema)]))]
  }

  private static let types: [JSON] = [
    "null", "boolean", "integer", "number", "string", "array", "object", ["string", "null"],
    ["integer", "string"], ["object", "array"],
  ]

  private mutating func map(_ depth: Int) -> JSON {
    var members: [JSONMember] = []
    for name in Self.names where pick(2) == 0 { members.append(JSONMember(name, schema(depth))) }
    return .object(members.isEmpty ? [JSONMember("a", schema(depth))] : members)
  }

  /// A member that is an attribute, a list without an element of its own, one that is never in XML, and
  /// an order of them.
  private mutating func placedInXML() -> [JSONMember] {
    let list: JSON = [
      "type": "array", "items": ["type": "string"], "xml": ["wrapped": .boolean(pick(2) == 0)],
    ]
    let properties: JSON = [
      "a": .object(
        members(of: .type, depth: 3) + [JSONMember("xml", ["attribute": .boolean(pick(2) == 0)])]
      ),
      "b": list, "ab": ["xml": ["name": .string(name())]],
      "c": ["x-xml-absent": .boolean(pick(2) == 0)],
    ]
    return [
      JSONMember("type", "object"), JSONMember("properties", properties),
      JSONMember("xml", ["name": any(of: ["root", "other"])]),
      JSONMember("x-xml-order", any(of: [["a", "b", "c", "ab"], ["ab", "a"]])),
    ]
  }

  /// Keywords that hold no schemas, mostly with a type, which is what most plans are made for.
  private mutating func scalars() -> [JSONMember] {
    let keywords: [Keyword] = [
      .type, .type, .type, .enum, .minimum, .maxLength, .minLength, .pattern, .minItems, .maxItems,
      .uniqueItems, .minProperties, .multipleOf, .exclusiveMaximum,
    ]
    let keyword = any(of: keywords)
    return draft == .draft4 && keyword == .exclusiveMaximum
      ? [JSONMember("maximum", 1), JSONMember(keyword.rawValue, true)]
      : members(of: keyword, depth: 3)
  }

  /// A schema inside.
  private mutating func schema(_ depth: Int) -> JSON {
    guard depth < 2 else { return .object(scalars()) }
    switch pick(8) {
    case 0: return draft == .draft4 ? [:] : .boolean(pick(4) > 0)
    case 1, 2:
      let inside = Keyword.allCases.filter { keyword in
        keyword.facts.kind == .applicator && keyword.facts.drafts.contains(draft)
          && keyword.facts.vocabulary != .unevaluated
      }
      return .object(members(of: any(of: inside), depth: depth + 1))
    default: return .object(scalars())
    }
  }

  // MARK: - Values

  /// Values of all types, small enough that many of them meet what the schemas ask for.
  mutating func value(depth: Int) -> JSON {
    switch pick(depth < 3 ? 12 : 8) {
    case 0: return .null
    case 1: return .boolean(pick(2) == 0)
    case 2, 3: return any(of: [0, 1, 2, 3, -1, 0.5, 1.5, 1.0, 4_000_000_000])
    case 4...6:
      let texts = [
        "", "a", "b", "ab", "abc", "aé", "2020-01-01", "127.0.0.1", "YWI=", "{}", "[1", "a\n\"",
      ]
      return .string(any(of: texts))
    case 7: return .string(any(of: ["c", "é", "1", "true"]))
    case 8, 9: return .array((0..<pick(4)).map { _ in value(depth: depth + 1) })
    default:
      var members: [JSONMember] = []
      for name in Self.names where pick(2) == 0 {
        members.append(JSONMember(name, value(depth: depth + 1)))
      }
      return .object(members)
    }
  }

  /// Values around a schema: samples, what breaks them in one place, and others.
  mutating func values(around schema: Schema, count: Int) -> [JSON] {
    var values = [schema.sample(), schema.sample(seed: next())].compactMap(\.self)
    for counterexample in schema.counterexamples().prefix(count / 2) {
      if let sample = values.first, let broken = counterexample.applied(to: sample) {
        values.append(broken)
      }
    }
    while values.count < count { values.append(value(depth: 0)) }
    return values
  }
}
