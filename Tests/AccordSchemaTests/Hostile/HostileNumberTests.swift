@testable import AccordSchema
import Testing

/// Numbers and choices whose comparison could cost more than they are long.
@Suite("Hostile numbers and choices")
struct HostileNumberTests {
  private static let digits = String(repeating: "7", count: 100_000)

  private static func outcome(_ schema: String, _ text: String) throws -> ValidationOutcome {
    let document = try JSONDocument(parsing: schema).root.value
    return try SchemaValidator(Schema(loading: document)).outcome(of: JSONDocument(parsing: text))
  }

  private static func quickly(_ body: () throws -> Void) rethrows {
    let start = processorTime()
    try body()
    // Without bounds a debug build takes minutes.
    #expect(processorTime() - start < .seconds(30))
  }

  @Test("A division of two million digits by a hundred thousand has no verdict, at once")
  func division() throws {
    let number = String(repeating: "7", count: 2_000_000)
    try Self.quickly {
      let outcome = try Self.outcome(#"{"multipleOf": \#(Self.digits)}"#, number)
      #expect(outcome.verdict == .undecided)
      let shown = String(repeating: "7", count: 64)
      #expect(
        outcome.violations.map(\.message) == [
          "At the whole value (line 1, column 1): expected a multiple of \(shown)…, found integer "
            + "\(shown)… (2000000 characters), whose division was given up because it takes too long."
        ]
      )
    }
  }

  @Test("What is asked under not, or in an alternative, has no verdict either")
  func nested() throws {
    let number = String(repeating: "7", count: 2_000_000)
    for schema in [
      #"{"not": {"multipleOf": \#(Self.digits)}}"#,
      #"{"anyOf": [{"multipleOf": \#(Self.digits)}, {"type": "string"}]}"#,
    ] {
      #expect(try Self.outcome(schema, number).verdict == .undecided)
    }
  }

  @Test(
    "Limits of a hundred thousand digits are read once, however many numbers they hold",
    arguments: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "const", "enum"]
  )
  func limits(keyword: String) throws {
    let value = keyword == "enum" ? "[\(Self.digits)]" : Self.digits
    let schema = #"{"items": {"\#(keyword)": \#(value)}}"#
    let numbers = "[" + Array(repeating: "1.5", count: 20_000).joined(separator: ",") + "]"
    try Self.quickly {
      let holds = keyword.lowercased().hasSuffix("maximum")
      let outcome = try Self.outcome(schema, numbers)
      #expect(outcome.verdict == (holds ? .conforms : .violates))
    }
  }

  @Test("Exponents of any size are compared")
  func exponents() throws {
    let rows: [(String, String, ValidationOutcome.Verdict)] = [
      (#"{"maximum": 5}"#, "1e400000000", .violates),
      (#"{"minimum": 5}"#, "1e400000000", .conforms),
      (#"{"maximum": 1e400000000}"#, "1e399999999", .conforms),
      (#"{"multipleOf": 1e-400000000}"#, "1", .conforms),
      (#"{"multipleOf": 3}"#, "1e400000000", .violates),
      (#"{"const": 1e400000000}"#, "10e399999999", .conforms),
      (#"{"type": "integer"}"#, "1e-400000000", .violates),
    ]
    for (schema, text, verdict) in rows {
      #expect(try Self.outcome(schema, text).verdict == verdict, "\(schema) \(text)")
    }
  }

  @Test("A choice of many is looked up")
  func choices() throws {
    let many = (0..<20_000).map { "\"code-\($0)\"" }.joined(separator: ",")
    let validator = try SchemaValidator(
      Schema(loading: try JSONDocument(parsing: #"{"items": {"enum": [\#(many)]}}"#).root.value)
    )
    let items = Array("[\(many)]".utf8)
    Self.quickly {
      for _ in 0..<3 { #expect(validator.admits(json: items)) }
      #expect(!validator.admits(json: Array(#"["code-1", "code-20000"]"#.utf8)))
      #expect(!validator.admits(json: Array(#"["code-"]"#.utf8)))
    }
  }

  @Test("A choice among objects does not read them again for each value")
  func objects() throws {
    let members = (0..<5000).map { "\"m\($0)\": \($0)" }.joined(separator: ",")
    let schema = #"{"items": {"enum": [{\#(members)}]}}"#
    let items = "[" + Array(repeating: #"{"m1": 1}"#, count: 5000).joined(separator: ",") + "]"
    try Self.quickly {
      let outcome = try Self.outcome(schema, items)
      #expect(outcome.verdict == .violates)
    }
    #expect(try Self.outcome(schema, "[{\(members)}]").verdict == .conforms)
  }
}
