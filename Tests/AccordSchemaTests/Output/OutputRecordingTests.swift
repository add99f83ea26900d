@testable import AccordSchema
import Testing

/// The output formats say what the evaluation says, whatever keyword a schema has.
struct OutputRecordingTests {
  private static let schemas = 24
  private static let values = 24

  /// A unit of verbose output.
  private struct Unit {
    var isValid: Bool
    var keyword: String
    var instance: String
    var error: String?
  }

  private static func units(_ output: JSON) -> [Unit] {
    let inner = (output["annotations"] ?? output["errors"])?.elements ?? []
    let unit = Unit(
      isValid: output["valid"] == true,
      keyword: (output["keywordLocation"]?.string ?? "").split(separator: "/").last.map(String.init)
        ?? "",
      instance: output["instanceLocation"]?.string ?? "",
      error: output["error"]?.string
    )
    return [unit] + inner.flatMap(units)
  }

  /// The violations with all that led to them.
  private static func all(_ violations: [SchemaViolation]) -> [SchemaViolation] {
    violations.flatMap { [$0] + all($0.causes) }
  }

  @Test(arguments: Keyword.allCases)
  func everyKeyword(keyword: Keyword) throws {
    var generator = KeywordSchemas(of: keyword)
    var differences: [String] = []
    var verdicts: Set<Bool> = []
    for _ in 0..<Self.schemas {
      let written = generator.document(with: keyword)
      let schema = try PlanTests.load(written, generator.draft)
      let validator = try SchemaValidator(schema)
      for value in generator.values(around: schema, count: Self.values) {
        let document = try JSONDocument(parsing: value.bytes())
        let output = validator.output(.verbose, for: document)
        let isAdmitted = validator.admits(document)
        verdicts.insert(isAdmitted)
        let title = "\(value) of \(written): \(output)"
        if output["valid"] != .boolean(isAdmitted) { differences.append("verdict: \(title)") }
        let errors = Self.units(output).filter { $0.error != nil && !$0.isValid }
        for violation in Self.all(validator.validate(document)) {
          // Without a closer look nothing of a value of another type is evaluated; here each keyword speaks for
          // itself, and what it speaks of is.
          let place = violation.instanceLocation
          let around = place.prefix(upTo: place.lastIndex(of: "/") ?? place.startIndex)
          let isOfType = errors.contains { $0.keyword == "type" && $0.instance == around }
          if isOfType, violation.keyword.hasPrefix("unevaluated") { continue }
          let isSaid = errors.contains { unit in
            unit.instance == violation.instanceLocation
              // The schema false has no keyword.
              && (unit.keyword == violation.keyword || violation.keyword.isEmpty)
          }
          if !isSaid { differences.append("\(violation.message) is not said: \(title)") }
        }
        if !isAdmitted, errors.isEmpty { differences.append("no error: \(title)") }
        if isAdmitted, output["errors"] != nil { differences.append("errors: \(title)") }
      }
    }
    #expect(verdicts == [true, false])
    let shown = differences.prefix(5).joined(separator: "\n")
    #expect(differences.isEmpty, "seed \(KeywordSchemas.seed):\n\(shown)")
  }

  /// A reference that is not followed otherwise, and alternatives that one look would not reach.
  @Test func everythingIsAppliedThatTheSchemaSays() throws {
    let schema = try Schema(loading: [
      "$defs": ["A": ["$ref": "#/$defs/B"], "B": ["type": "integer"]],
      "anyOf": [["$ref": "#/$defs/A"], ["type": "number"], ["type": "string"]],
      "enum": [1], "minimum": 3,
    ])
    let document = try JSONDocument(parsing: "2")
    let output = try SchemaValidator(schema).output(.verbose, for: document)
    let locations = try #require(output["errors"]?.elements).map { unit in
      ([unit] + (unit["annotations"]?.elements ?? [])).map { $0["keywordLocation"]?.string }
    }
    #expect(
      locations == [
        ["/enum"], ["/minimum"], ["/anyOf", "/anyOf/0", "/anyOf/1", "/anyOf/2"],
      ]
    )
    let branches = try #require(output["errors"]?.elements?.last?["annotations"]?.elements)
    #expect(branches.map { $0["valid"] } == [true, true, false])
    let reference = try #require(branches.first?["annotations"]?.elements?.first)
    #expect(reference["keywordLocation"] == "/anyOf/0/$ref")
    #expect(
      reference["annotations"]?.elements?.map { $0["keywordLocation"] } == ["/anyOf/0/$ref/$ref"]
    )
  }
}
