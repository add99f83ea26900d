@testable import AccordSchema
import Foundation
import Testing

/// The walk along the text, which only gives a verdict.
struct VerdictTests {
  private static func validator(_ schema: String) throws -> SchemaValidator {
    try SchemaValidator(Schema(loading: try JSONDocument(parsing: schema).root.value))
  }

  /// Both sides of every limit, in every spelling of a number.
  @Test(
    arguments: [
      #"{"minimum": -90, "maximum": 90}"#, #"{"exclusiveMinimum": 0, "exclusiveMaximum": 1}"#,
      #"{"minimum": 0.5}"#, #"{"type": "integer", "minimum": 1}"#, #"{"multipleOf": 0.01}"#,
      #"{"minimum": 9223372036854775807}"#, #"{"maximum": -9223372036854775808}"#,
      #"{"minimum": 0, "exclusiveMinimum": 0}"#, #"{"type": "integer"}"#, #"{"const": 1}"#,
      #"{"enum": [0, 1.5, "1"]}"#, #"{"maximum": 1000000000000000000}"#,
      #"{"exclusiveMaximum": 90, "maximum": 91}"#, #"{"type": "string"}"#, "true", "false",
    ]
  )
  func numbers(schema: String) throws {
    let texts = [
      "0", "-0", "0.0", "1", "1.0", "1.5", "0.5", "0.49999999999999999999", "90", "90.0", "-90",
      "90.000001", "-90.000001", "89.999999", "1e0", "10e-1", "1E400", "-1e400", "1e-400", "0.005",
      "0.01", "123456789012345678", "1234567890123456789", "9223372036854775807", "100",
      "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "0.9999999999999999",
      "99999999999999999999999", "1.00000000000000000001", "12345678901234567.8", "01", "1.", ".5",
      "-", "+1", "1e", "1e+", "1.5e3", "-1", "91", "90.5", "true", "\"1\"",
    ]
    var checker = VerdictChecker()
    checker.check(try Self.validator(schema).program, texts.map { Array($0.utf8) }, schema)
    #expect(checker.differences.isEmpty, "\(checker.differences)")
    #expect(checker.compared == checker.asked)
  }

  @Test(
    arguments: [
      #"{"minLength": 2, "maxLength": 3}"#, #"{"pattern": "^[a-z]{2,3}$"}"#,
      #"{"pattern": "é"}"#, #"{"pattern": "^[^@ ]+@[^@ ]+\\.[a-z]+$"}"#, #"{"format": "date"}"#,
      #"{"pattern": "(?=a)b|ab", "maxLength": 4}"#, #"{"const": "aé"}"#, #"{"enum": ["a\"b", ""]}"#,
      #"{"pattern": "^$"}"#, #"{"pattern": ""}"#, #"{"pattern": "a|^b|c$"}"#,
      #"{"propertyNames": {"pattern": "^a"}}"#, #"{"patternProperties": {"^a": {"type": "null"}}}"#,
      #"{"uniqueItems": true}"#, #"{"properties": {"é": true, "": {"type": "null"}}}"#,
    ]
  )
  func strings(schema: String) throws {
    let texts = [
      "", "a", "ab", "abc", "abcd", "é", "aé", "éé", "éééé", #"\u0061b"#, #"a\"b"#,
      #"\ud83d\ude00a"#,
      #"\ud83d"#, "a@b.cd", "a@é.cd", "2020-02-30", "2020-02-29", "0123456789abcdefghij", "\u{0}",
      "abcdefg", "abcdefgh", "abcdefghi", "xyb", "xc", #"\\"#, #"\x"#, "😀", "ba",
    ].flatMap { text in
      [
        "\"\(text)\"", "{\"\(text)\":1}", "{\"\(text)\":null}", "[\"\(text)\",\"ab\",1,1.0]",
        "[\"\(text)\", \"\(text)\"]", "[\"\(text)\",\"x\",null, true,2,false]", "\"\(text)",
      ]
    }
    let program = try SchemaValidator(
      Schema(
        loading: try JSONDocument(parsing: schema).root.value,
        formats: .assertion
      )
    ).program
    var checker = VerdictChecker()
    checker.check(program, texts.map { Array($0.utf8) }, schema)
    #expect(checker.differences.isEmpty, "\(checker.differences)")
    #expect(checker.compared == checker.asked)
  }

  @Test(
    .enabled(
      if: PublicSuite.jsonParsing != nil,
      "set ACCORD_JSON_PARSING_SUITE to the folder of JSONTestSuite's documents"
    )
  )
  func syntax() throws {
    var folder = try #require(PublicSuite.jsonParsing)
    let parsing = folder.appendingPathComponent("test_parsing")
    if FileManager.default.fileExists(atPath: parsing.path) { folder = parsing }
    let plan = try #require(VerdictPlan(try SchemaValidator(.any).program))
    let files = try PublicSuite.files(folder).filter {
      $0.name.hasSuffix(".json")
    }
    #expect(files.count == 318)
    for (name, bytes) in files {
      let isJSON = (try? JSONDocument(parsing: bytes)) != nil
      let verdict = bytes.withUnsafeBufferPointer { plan.admits($0) }
      // A walk that was given up leaves the verdict to the document.
      #expect(verdict == nil || verdict == isJSON, "\(name)")
    }
  }

  @Test func limits() throws {
    let validator = try SchemaValidator(.any)
    for depth in [10, 100, 300, 600] {
      let text = Array(
        (String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8
      )
      for limits in [JSONLimits(), JSONLimits(depth: 50), JSONLimits(bytes: 250)] {
        let isAccepted = (try? JSONDocument(parsing: text, limits: limits)) != nil
        // The first document is judged without a plan, the others with one.
        for _ in 0..<3 {
          #expect(validator.admits(json: text, limits: limits) == isAccepted)
        }
      }
    }
  }

  @Test func violations() throws {
    let validator = try SchemaValidator(.object([.required("id", .integer)]))
    for _ in 0..<3 {
      #expect(try validator.validate(json: Array(#"{"id": 1}"#.utf8)).isEmpty)
      let violations = try validator.validate(json: Array(#"{"id": "1"}"#.utf8))
      #expect(violations.map(\.keyword) == ["type"])
      #expect(throws: JSONSyntaxError.self) { try validator.validate(json: Array("{".utf8)) }
      #expect(!validator.admits(json: Array("{".utf8)))
    }
  }

  /// Each level holds the one that does not conform, which is looked at once for each of them until
  /// that is no longer worth it.
  @Test func deepViolation() throws {
    let list: JSON = ["type": ["array", "number"], "items": ["$ref": "#/$defs/list"]]
    let validator = try SchemaValidator(
      Schema(loading: ["items": ["$ref": "#/$defs/list"], "$defs": ["list": list]])
    )
    let siblings = String(repeating: "1,", count: 400)
    let text =
      String(repeating: "[" + siblings, count: 200) + "\"x\"" + String(repeating: "]", count: 200)
    for _ in 0..<2 {
      let violations = try validator.validate(json: Array(text.utf8))
      #expect(violations.map(\.keyword) == ["type"])
      #expect(violations.first?.instanceLocation == String(repeating: "/400", count: 200))
    }
  }
}
