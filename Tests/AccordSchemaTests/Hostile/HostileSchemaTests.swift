@testable import AccordSchema
import Testing

/// Schema documents that nobody checked before.
struct HostileSchemaTests {
  /// SplitMix64, so that a failure can be repeated.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static let values: [JSON] = [
    nil, true, false, 0, -1, 1.5, 9_223_372_036_854_775_807, "", "#", "#/", "#meta", "#/$defs",
    "http://", "%", "//", "..", "\u{0}", "(", "(a+)+$", [], [[]], [:], ["$ref": "#"],
    ["$dynamicRef": "#meta"], ["not": ["$ref": "#"]], ["$id": "x"], ["$id": "", "$ref": "#"],
    ["items": [true, ["$ref": "#"]], "unevaluatedItems": false],
    ["properties": ["a": ["$ref": "#"]], "unevaluatedProperties": ["$ref": "#"]],
    .number(JSONNumber("1e400") ?? 0), .number(JSONNumber("-1e400") ?? 0), "string", "date-time",
  ]

  /// A place chosen at random.
  private func place(in value: JSON, _ generator: inout Generator) -> JSONPointer {
    var pointer = JSONPointer.root
    var value = value
    while Int.random(in: 0..<8, using: &generator) > 0 {
      switch value {
      case .array(let elements):
        guard !elements.isEmpty else { return pointer }
        let index = Int.random(in: elements.indices, using: &generator)
        pointer = pointer.appending(index)
        value = elements[index]
      case .object(let members):
        guard let member = members.randomElement(using: &generator) else { return pointer }
        pointer = pointer.appending(member.key)
        value = member.value
      default:
        return pointer
      }
    }
    return pointer
  }

  @Test("No document crashes", arguments: SchemaDraft.allCases)
  func mutations(draft: SchemaDraft) throws {
    var generator = Generator(state: UInt64(draft.rawValue) + 1)
    let original = try #require(MetaSchema.document(at: draft.metaSchemaURI))
    let instances = try [
      original, ["properties": ["a": [1, "x", nil]], "items": [[:]]], [1, [2, [3]]],
    ].map { try JSONDocument(parsing: $0.bytes()) }
    var compiled = 0
    for _ in 0..<400 {
      var document = original
      for _ in 0...Int.random(in: 0..<4, using: &generator) {
        let place = place(in: document, &generator)
        let value = Self.values.randomElement(using: &generator) ?? nil
        document = document.replacing(value, at: place) ?? document
      }
      // The meta-schema is not asked, so that the compiler meets everything.
      let schema = Schema(SchemaDocument(document, draft: draft, formats: .assertion))
      guard let validator = try? SchemaValidator(schema) else { continue }
      compiled += 1
      if compiled.isMultiple(of: 20) {
        // Who looks into it comes to an end too.
        _ = schema.isNullable
        _ = schema.withMergedMembers
        _ = schema.withAlternatives
        _ = try? schema.xmlSchema()
      }
      for instance in instances {
        let isAdmitted = validator.admits(instance)
        #expect(validator.validate(instance).isEmpty == isAdmitted)
        #expect(validator.output(.basic, for: instance)["valid"] == .boolean(isAdmitted))
      }
    }
    #expect(compiled > 50)
  }

  @Test func manyMembersAreCompiledInLinearTime() throws {
    let names = (0..<20_000).map { "member\($0)" }
    let document: JSON = [
      "properties": .object(names.map { JSONMember($0, ["type": "integer"]) }),
      "required": .array(names.map { .string($0) }),
    ]
    let validator = try SchemaValidator(Schema(SchemaDocument(document, draft: .draft202012)))
    #expect(validator.admits(.object(names.map { JSONMember($0, 1) })))
    #expect(validator.validate(["member0": "x"]).count == 1000)
  }
}
