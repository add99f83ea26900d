import AccordSchema
import Foundation
import Testing

/// The cases of the JSON Schema Test Suite that speak of nothing but patterns.
@Suite(
  "JSON Schema Test Suite, patterns",
  .enabled(
    if: PublicSuite.jsonSchema != nil,
    "set ACCORD_JSON_SCHEMA_SUITE to the folder of the JSON Schema Test Suite"
  )
)
struct PatternSuiteTests {
  private static let matchingFiles = [
    "pattern.json", "optional/ecmascript-regex.json", "optional/non-bmp-regex.json",
  ]

  private static let syntaxFiles = [
    "optional/format/ecmascript-regex.json", "optional/format/regex.json",
  ]

  @Test("Patterns match what they must", arguments: matchingFiles)
  func matches(file: String) throws {
    var count = 0
    try forEachTest(file) { schema, test in
      guard let source = schema["pattern"]?.string, let text = test["data"]?.string else { return }
      count += 1
      let verdict = try Pattern(source).matches(in: text)
      let expected: PatternVerdict = test["valid"] == true ? .matches : .doesNotMatch
      #expect(verdict == expected, "\(source) on \(text)")
    }
    try forEachTest(file) { schema, test in
      for (pattern, text, expected) in names(schema, test) {
        count += 1
        let verdict = try Pattern(pattern).matches(in: text)
        #expect(verdict == expected, "\(pattern) on \(text)")
      }
    }
    print("JSON Schema Test Suite:", file, count)
    #expect(count > 0)
  }

  @Test("Texts are patterns or not", arguments: syntaxFiles)
  func syntax(file: String) throws {
    var count = 0
    try forEachTest(file) { _, test in
      guard let source = test["data"]?.string, let isValid = test["valid"]?.boolean else { return }
      count += 1
      #expect(((try? Pattern(source)) != nil) == isValid, "\(source)")
    }
    print("JSON Schema Test Suite:", file, count)
    #expect(count > 0)
  }

  /// The names of an object under one pattern, where the rest of the schema forbids all others.
  private func names(_ schema: JSON, _ test: JSON) -> [(String, String, PatternVerdict)] {
    guard schema["additionalProperties"] == false, schema["properties"] == nil,
      let patterns = schema["patternProperties"]?.members, patterns.count == 1,
      let names = test["data"]?.members, names.count == 1
    else { return [] }
    let verdict: PatternVerdict = test["valid"] == true ? .matches : .doesNotMatch
    return [(patterns[0].key, names[0].key, verdict)]
  }

  private func forEachTest(
    _ file: String,
    _ body: (_ schema: JSON, _ test: JSON) throws -> Void
  ) throws {
    let folder = try #require(PublicSuite.jsonSchema).appendingPathComponent("tests/draft2020-12")
    let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(file)))
    let groups = try JSONDocument(parsing: bytes).root.value.elements ?? []
    for group in groups {
      guard let schema = group["schema"] else { continue }
      for test in group["tests"]?.elements ?? [] {
        try body(schema, test)
      }
    }
  }
}
