@testable import AccordSchema
import Testing

/// A document without a verdict is not one that breaks its schema.
@Suite("Outcomes of validation")
struct OutcomeTests {
  private static let costly = #"^(a+)+\1c$"#
  private static let text = String(repeating: "a", count: 5000) + "b"

  private static func outcome(
    _ schema: JSON,
    _ value: JSON,
    limits: ValidationLimits = .little
  ) throws -> ValidationOutcome {
    let validator = try SchemaValidator(Schema(loading: schema), limits: limits)
    return validator.outcome(of: try JSONDocument(parsing: value.bytes()))
  }

  @Test(
    "A pattern that takes too long leaves open whatever depends on it",
    arguments: [
      ["pattern": .string(costly)],
      ["not": ["pattern": .string(costly)]],
      ["anyOf": [["pattern": .string(costly)], ["type": "integer"]]],
      ["oneOf": [["pattern": .string(costly)], ["type": "integer"]]],
      ["if": ["pattern": .string(costly)], "then": false, "else": true],
      ["allOf": [["pattern": .string(costly)]]],
    ] as [JSON]
  )
  func patterns(schema: JSON) throws {
    let outcome = try Self.outcome(schema, .string(Self.text))
    #expect(outcome.verdict == .undecided, "\(outcome.violations)")
    #expect(outcome.violations.map(\.keyword) == ["pattern"])
    #expect(outcome.violations.map(\.isUndecided) == [true])
    let item = try Self.outcome(["items": schema], [.string(Self.text)])
    #expect(item.verdict == .undecided)
  }

  @Test("So does one of the names of members")
  func patternsOfNames() throws {
    let patterns: JSON = .object([JSONMember(Self.costly, false)])
    let value: JSON = .object([JSONMember(Self.text, 1)])
    for schema in [
      ["patternProperties": patterns], ["propertyNames": ["pattern": .string(Self.costly)]],
      ["patternProperties": patterns, "unevaluatedProperties": false],
      ["patternProperties": patterns, "additionalProperties": false],
    ] as [JSON] {
      let outcome = try Self.outcome(schema, value)
      #expect(outcome.verdict == .undecided, "\(schema): \(outcome.violations)")
    }
  }

  @Test("In XML too")
  func xml() throws {
    let document = try XMLDocument(parsing: "<a><b>\(Self.text)</b></a>")
    for inner in [
      ["type": "string", "pattern": .string(Self.costly)],
      ["type": "string", "not": ["pattern": .string(Self.costly)]],
    ] as [JSON] {
      let validator = try SchemaValidator(
        Schema(loading: ["properties": ["b": inner]]),
        limits: .little
      )
      let outcome = validator.outcome(of: document)
      #expect(outcome.verdict == .undecided, "\(outcome.violations)")
      #expect(!validator.admits(document))
    }
  }

  @Test("A keyword that is broken for certain breaks the schema, whatever else is open")
  func both() throws {
    let schema: JSON = [
      "properties": ["a": ["pattern": .string(Self.costly)], "b": ["type": "integer"]]
    ]
    let outcome = try Self.outcome(schema, ["a": .string(Self.text), "b": "x"])
    #expect(outcome.verdict == .violates)
    #expect(outcome.violations.map(\.isUndecided) == [true, false])
  }

  @Test("Many texts that take long do not add up")
  func manyTexts() throws {
    let schema: JSON = ["items": ["pattern": .string(Self.costly)]]
    let values = JSON.array((0..<2000).map { .string(Self.text + "\($0)") })
    let outcome = try Self.outcome(schema, values)
    #expect(outcome.verdict == .undecided)
    #expect(outcome.violations.count <= 11)
  }

  @Test("The limits can be raised")
  func raised() throws {
    // Eight thousand ways of dividing the text, each of several steps.
    let schema: JSON = ["pattern": .string(Self.costly)]
    let value: JSON = .string(String(repeating: "a", count: 13) + "b")
    #expect(try Self.outcome(schema, value).verdict == .undecided)
    var raised = ValidationLimits.little
    raised.share *= 3
    #expect(try Self.outcome(schema, value, limits: raised).verdict == .violates)
  }

  @Test("A count that was cut says so, in every format")
  func cut() throws {
    let limits = ValidationLimits(violations: 10)
    let validator = try SchemaValidator(.array(of: .integer), limits: limits)
    func values(_ count: Int) -> String {
      "[" + Array(repeating: "\"x\"", count: count).joined(separator: ",") + "]"
    }
    for (count, isCut) in [(9, false), (10, false), (11, true), (5000, true)] {
      let outcome = validator.outcome(of: try JSONDocument(parsing: values(count)))
      #expect(outcome.isCut == isCut && outcome.violations.count == min(count, 10), "\(count)")
      #expect(outcome.violations.last?.instanceLocation == "/\(min(count, 10) - 1)")
    }
    let rows = try SchemaValidator(.object([.required("a", .integer)]), limits: limits)
    let text = Array(repeating: #"{"a": "x"}"#, count: 11).joined(separator: "\n")
    #expect(rows.outcome(of: try JSONLines(parsing: Array(text.utf8))).isCut)
    let csv = "a\n" + String(repeating: "x\n", count: 11)
    #expect(rows.outcome(of: try CSVDocument(parsing: Array(csv.utf8))).isCut)
    let xml = try SchemaValidator(Schema.array(of: .integer).xml(name: "l"), limits: limits)
    let elements = "<l>" + String(repeating: "<i>x</i>", count: 11) + "</l>"
    let outcome = xml.outcome(of: try XMLDocument(parsing: elements))
    #expect(outcome.isCut && outcome.violations.count == 10)
  }

  @Test("A large document that is wrong everywhere costs no more than it shows")
  func largeAndWrong() throws {
    let items = Array(repeating: #"{"a": "x", "b": [1, 2, 3], "c": {"d": 1}}"#, count: 100_000)
    let document = try JSONDocument(parsing: "[" + items.joined(separator: ",") + "]")
    let branch: JSON = ["properties": ["c": ["properties": ["d": ["type": "string"]]]]]
    let schema: JSON = [
      "items": ["properties": ["a": ["type": "integer"]], "anyOf": [branch, branch]]
    ]
    let validator = try SchemaValidator(Schema(loading: schema))
    let start = processorTime()
    let outcome = validator.outcome(of: document)
    // A debug build takes some tenths of a second; looking at all of it takes twenty.
    #expect(processorTime() - start < .seconds(5))
    #expect(outcome.isCut && outcome.violations.count == 1000)
  }
}

extension ValidationLimits {
  /// One share of the usual work: a debug build takes minutes to use up all of it as often as these
  /// tests do.
  static var little: ValidationLimits {
    var limits = ValidationLimits.default
    limits.share = 1
    return limits
  }
}
