@testable import AccordSchema
import Testing

/// Schemas that double at each step, without a cycle: they end, and say that no verdict was reached.
struct DoublingTests {
  /// `s0` applies `s1` twice, which applies `s2` twice, and so on.
  private static func doubling(
    _ keyword: String,
    last: JSON,
    steps: Int = 60,
    limits: ValidationLimits = .little
  ) throws -> SchemaValidator {
    var definitions: [JSONMember] = []
    for step in 0..<steps {
      let reference: JSON = ["$ref": .string("#/$defs/s\(step + 1)")]
      definitions.append(
        JSONMember("s\(step)", .object([JSONMember(keyword, [reference, reference])]))
      )
    }
    definitions.append(JSONMember("s\(steps)", last))
    return try SchemaValidator(
      Schema(loading: ["$ref": "#/$defs/s0", "$defs": .object(definitions)]),
      limits: limits
    )
  }

  @Test(
    arguments: [
      ("allOf", ["type": "integer"]), ("anyOf", ["type": "string"]), ("oneOf", ["type": "string"]),
      ("oneOf", ["type": "integer"]),
    ] as [(String, JSON)]
  )
  func endsWithoutAVerdict(keyword: String, last: JSON) throws {
    try expectNoVerdict(Self.doubling(keyword, last: last), after: 7813)
  }

  @Test func endsAfterAMillionSchemas() throws {
    let validator = try Self.doubling("allOf", last: ["type": "integer"], limits: .default)
    try expectNoVerdict(validator, after: 1_000_068)
  }

  private func expectNoVerdict(_ validator: SchemaValidator, after count: Int) throws {
    let text = Array("1".utf8)
    // The first call does without a plan, the second one makes one.
    for violations in [validator.validate(1), try validator.validate(json: text)] {
      #expect(violations.count == 1)
      #expect(
        violations.first?.message.contains(
          "expected at most \(count) schemas applied to the document, found more, so that no "
            + "verdict was reached."
        ) == true,
        "\(violations)"
      )
    }
  }

  @Test(arguments: ["allOf", "anyOf", "oneOf"])
  func endsWithoutAVerdictOnXMLToo(keyword: String) throws {
    let last: JSON = ["type": keyword == "allOf" ? "integer" : "boolean"]
    let violations = try Self.doubling(keyword, last: last)
      .validate(XMLDocument(parsing: Array("<a>7</a>".utf8)))
    #expect(
      violations.contains { $0.message.contains("found more, so that no verdict was reached.") },
      "\(violations)"
    )
  }

  /// What ends early is right, however often the schemas double.
  @Test func earlyVerdicts() throws {
    let validator = try Self.doubling("anyOf", last: ["type": "integer"])
    for _ in 0..<2 {
      #expect(validator.admits(json: Array("1".utf8)))
    }
    let few = try Self.doubling("allOf", last: ["type": "integer"], steps: 10)
    for _ in 0..<2 {
      #expect(few.admits(json: Array("1".utf8)))
      #expect(!few.admits(json: Array("1.5".utf8)))
    }
  }
}
