import AccordSchema
import Foundation
import Testing

/// The output tests of the JSON Schema Test Suite, and its other tests in every output format.
@Suite(
  "JSON Schema Test Suite, output",
  .enabled(
    if: PublicSuite.jsonSchema != nil,
    "set ACCORD_JSON_SCHEMA_SUITE to the folder of the JSON Schema Test Suite"
  )
)
struct OutputSuiteTests {
  private static let drafts: [(name: String, draft: SchemaDraft)] = [
    ("draft2019-09", .draft201909), ("draft2020-12", .draft202012),
  ]

  private func suite(_ name: String) throws -> (suite: SchemaSuite, outputSchema: JSON) {
    var suite = try SchemaSuite(try #require(PublicSuite.jsonSchema))
    let file = suite.folder.appendingPathComponent("output-tests/\(name)/output-schema.json")
    let schema = try JSONDocument(parsing: Array(try Data(contentsOf: file))).root.value
    suite.registry.add(schema, at: try #require(schema["$id"]?.string))
    return (suite, schema)
  }

  @Test("Output is what the suite asks for", arguments: drafts.indices)
  func content(index: Int) throws {
    let (name, draft) = Self.drafts[index]
    let (suite, _) = try suite(name)
    var count = 0
    let folder = suite.folder.appendingPathComponent("output-tests/\(name)/content")
    for (file, bytes) in try suite.files(folder) {
      for group in try JSONDocument(parsing: bytes).root.value.elements ?? [] {
        let schema = try Schema(loading: group["schema"] ?? nil, draft: draft)
        let validator = try SchemaValidator(schema)
        for test in group["tests"]?.elements ?? [] {
          let document = try JSONDocument(parsing: (test["data"] ?? nil).bytes())
          for member in test["output"]?.members ?? [] {
            let format = try #require(OutputFormat(rawValue: member.key))
            let wanted = try SchemaValidator(
              Schema(loading: member.value, draft: draft, registry: suite.registry)
            )
            let output = validator.output(format, for: document)
            #expect(wanted.validate(output).map(\.message) == [], "\(file): \(output)")
            count += 1
          }
        }
      }
    }
    print("JSON Schema Test Suite, output:", name, count)
    #expect(count == 4)
  }

  @Test func everyFormatHasTheVerdictAndTheShapeThatTheSpecificationGivesIt() throws {
    let (suite, outputSchema) = try suite("draft2020-12")
    // Of the alternatives of the schema, the one that all forms but the shortest have.
    let uri = try #require(outputSchema["$id"]?.string) + "#/$defs/outputUnit"
    let reference: JSON = ["$ref": .string(uri)]
    let shape = try SchemaValidator(Schema(loading: reference, registry: suite.registry))
    let folder = suite.folder.appendingPathComponent("tests/draft2020-12")
    var count = 0
    for (file, bytes) in try suite.files(folder) {
      for group in try JSONDocument(parsing: bytes).root.value.elements ?? [] {
        let schema = try Schema(
          loading: group["schema"] ?? nil,
          at: "http://example.com/schema",
          registry: suite.registry
        )
        let validator = try SchemaValidator(schema)
        for test in group["tests"]?.elements ?? [] {
          let document = try JSONDocument(parsing: (test["data"] ?? nil).bytes())
          for format in OutputFormat.allCases {
            let output = validator.output(format, for: document)
            count += 1
            let isShaped = format == .flag || shape.admits(output)
            guard output["valid"] != test["valid"] || !isShaped else { continue }
            Issue.record("\(file): \(test["description"] ?? nil): \(format): \(output)")
          }
        }
      }
    }
    print("JSON Schema Test Suite, output of draft2020-12:", count)
    #expect(count == 4 * 1299)
  }
}
