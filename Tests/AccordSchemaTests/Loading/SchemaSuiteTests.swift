import AccordSchema
import Foundation
import Testing

/// Every test of the JSON Schema Test Suite.
@Suite(
  "JSON Schema Test Suite",
  .enabled(
    if: PublicSuite.jsonSchema != nil,
    "set ACCORD_JSON_SCHEMA_SUITE to the folder of the JSON Schema Test Suite"
  )
)
struct SchemaSuiteTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var path: String
    var draft: SchemaDraft
    var formats = Schema.FormatUse.annotation
    var count: Int
    /// The tests that are known to fail, by the beginning of their names.
    var known: [String] = []

    var testDescription: String { path }
  }

  static let rows = [
    Row(path: "draft4", draft: .draft4, count: 618),
    Row(path: "draft7", draft: .draft7, count: 927),
    Row(path: "draft2020-12", draft: .draft202012, count: 1299),
    Row(path: "draft4/optional", draft: .draft4, count: 100),
    Row(
      path: "draft7/optional",
      draft: .draft7,
      count: 118,
      known: [
        // contentEncoding and contentMediaType are annotations, as 2019-09 made them for good.
        "content.json: validation of string-encoded content based on media type: an invalid",
        "content.json: validation of binary string-encoding: an invalid",
        "content.json: validation of binary-encoded media type documents: a validly-encoded inv",
        "content.json: validation of binary-encoded media type documents: an invalid base64",
      ]
    ),
    Row(path: "draft2020-12/optional", draft: .draft202012, count: 162),
    Row(
      path: "draft4/optional/format",
      draft: .draft4,
      formats: .assertion,
      count: 219
    ),
    Row(
      path: "draft7/optional/format",
      draft: .draft7,
      formats: .assertion,
      count: 676
    ),
    Row(
      path: "draft2020-12/optional/format",
      draft: .draft202012,
      formats: .assertion,
      count: 764
    ),
  ]

  @Test("Verdicts are those of the suite", arguments: rows)
  func verdicts(row: Row) throws {
    let suite = try SchemaSuite(try #require(PublicSuite.jsonSchema))
    let result = try suite.run(row.path, draft: row.draft, formats: row.formats)
    print("JSON Schema Test Suite:", row.path, "passed", result.passed, "of", result.total)
    let unexpected = result.failed.filter { name in
      !row.known.contains { name.hasPrefix($0) }
    }
    #expect(unexpected.isEmpty, "\(unexpected.joined(separator: "\n"))")
    let fixed = row.known.filter { known in !result.failed.contains { $0.hasPrefix(known) } }
    #expect(fixed.isEmpty, "these pass now; take them off the list: \(fixed)")
    #expect(result.total == row.count)
  }
}
