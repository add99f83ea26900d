import Testing

@testable import AccordSchema

/// Schemas of one document are compiled once, and each is held to by itself.
@Suite struct JointProgramTests {
  /// So many schemas in a ring, each with a number that is its own.
  private static func ring(_ count: Int) -> SchemaCollection {
    let schemas = (0..<count).map { number in
      JSONMember(
        "R\(number)",
        [
          "type": "object",
          "required": ["own"],
          "properties": [
            "own": ["const": .number(JSONNumber(number))],
            "next": ["$ref": .string("#/components/schemas/R\((number + 1) % count)")],
          ],
        ]
      )
    }
    return SchemaCollection(
      ["openapi": "3.1.0", "components": ["schemas": .object(schemas)]],
      at: "ring.json",
      registry: SchemaRegistry()
    )
  }

  private static func schema(_ number: Int, of ring: SchemaCollection) -> Schema {
    ring.schema(at: JSONPointer(tokens: ["components", "schemas", "R\(number)"]))
  }

  @Test func aRingIsCompiledOnce() throws {
    let ring = Self.ring(50)
    let first = try SchemaValidator(Self.schema(0, of: ring)).program
    for number in [1, 7, 49] {
      let other = try SchemaValidator(Self.schema(number, of: ring)).program
      #expect(other.schemas.count == first.schemas.count)
      #expect(zip(other.schemas, first.schemas).allSatisfy { $0 === $1 })
      #expect(other.root != first.root)
    }
  }

  /// Every way to a verdict begins with the schema that is meant.
  @Test(arguments: [0, 1, 4])
  func eachIsHeldToByItself(number: Int) throws {
    let ring = Self.ring(5)
    for other in 0..<5 { _ = try SchemaValidator(Self.schema(other, of: ring)) }
    let limits = [ValidationLimits.default, ValidationLimits(violations: 7)]
    for limits in limits {
      let validator = try SchemaValidator(Self.schema(number, of: ring), limits: limits)
      #expect(validator.limits == limits)
      let right = #"{"own": \#(number), "next": {"own": \#((number + 1) % 5)}}"#
      let wrong = #"{"own": \#(number + 1), "next": {"own": \#(number)}}"#
      // The plan is laid out when it is asked for a second time.
      for _ in 0..<3 {
        #expect(validator.admits(json: Array(right.utf8)))
        #expect(!validator.admits(json: Array(wrong.utf8)))
        #expect(try validator.validate(json: Array(right.utf8)).isEmpty)
        #expect(
          try validator.validate(json: Array(wrong.utf8)).map(\.schemaLocation) == [
            "/components/schemas/R\(number)/properties/own/const",
            "/components/schemas/R\((number + 1) % 5)/properties/own/const",
          ]
        )
        let document = try JSONDocument(parsing: Array(wrong.utf8))
        #expect(validator.validate(document).count == 2)
        #expect(validator.output(.basic, for: document)["valid"] == false)
        let xml = try XMLDocument(parsing: Array("<R><own>\(number)</own></R>".utf8))
        #expect(validator.admits(xml))
        let other = try XMLDocument(parsing: Array("<R><own>\(number + 1)</own></R>".utf8))
        #expect(validator.validate(other).count == 1)
      }
      #expect(validator.validate(text: "abc", lexical: .form).count == 1)
    }
  }

  private static let mixed: JSON = [
    "openapi": "3.1.0",
    "components": [
      "schemas": [
        "A": ["type": "integer", "minimum": 3],
        "B": ["$ref": "#/components/schemas/Missing", "type": "string"],
        "C": ["properties": ["a": ["$ref": "#/components/schemas/A"]]],
      ]
    ],
  ]

  /// One that means nothing says so itself, and spoils no other.
  @Test func aBrokenOneSpoilsNoOther() throws {
    let mixed = SchemaCollection(Self.mixed, at: "mixed.json", registry: SchemaRegistry())
    let places = ["A", "B", "C"].map { JSONPointer(tokens: ["components", "schemas", $0]) }
    mixed.compileTogether(places)
    let a = try SchemaValidator(mixed.schema(at: places[0]))
    #expect(a.admits(3) && !a.admits(2))
    let c = try SchemaValidator(mixed.schema(at: places[2]))
    #expect(c.admits(["a": 3]) && !c.admits(["a": 2]))
    #expect(throws: SchemaError.self) { try SchemaValidator(mixed.schema(at: places[1])) }
  }

  @Test func thoseThatAreNamedAreCompiledTogether() throws {
    let mixed = SchemaCollection(
      [
        "openapi": "3.1.0",
        "components": ["schemas": ["A": ["type": "integer"], "B": ["type": "string"]]],
      ],
      at: "two.json",
      registry: SchemaRegistry()
    )
    let places = ["A", "B"].map { JSONPointer(tokens: ["components", "schemas", $0]) }
    mixed.compileTogether(places)
    let a = try SchemaValidator(mixed.schema(at: places[0]))
    let b = try SchemaValidator(mixed.schema(at: places[1]))
    #expect(a.program.schemas.count == 2 && b.program.schemas.count == 2)
    #expect(a.admits(1) && !a.admits("x"))
    #expect(!b.admits(1) && b.admits("x"))
  }
}
