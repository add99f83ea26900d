@testable import AccordSchema
import Foundation
import Testing

/// The walk along the text, which only gives a verdict, agrees with the evaluation of a document, on
/// every document of the JSON Schema Test Suite and on broken ones made from them.
@Suite(
  .enabled(
    if: PublicSuite.jsonSchema != nil,
    "set ACCORD_JSON_SCHEMA_SUITE to the folder of the JSON Schema Test Suite"
  )
)
struct VerdictSuiteTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var path: String
    var draft: SchemaDraft
    var formats = Schema.FormatUse.annotation

    var testDescription: String { path }
  }

  static let rows = [
    Row(path: "draft4", draft: .draft4),
    Row(path: "draft7", draft: .draft7),
    Row(path: "draft2020-12", draft: .draft202012),
    Row(path: "draft4/optional", draft: .draft4),
    Row(path: "draft7/optional", draft: .draft7),
    Row(path: "draft2020-12/optional", draft: .draft202012),
    Row(path: "draft2020-12/optional/format", draft: .draft202012, formats: .assertion),
  ]

  /// How many values of the file each schema is held against, beside its own.
  private static let others = 20

  /// Every schema is held against values of the whole file, not only against its own.
  @Test(arguments: rows)
  func agreement(row: Row) throws {
    let suite = try SchemaSuite(try #require(PublicSuite.jsonSchema))
    var checker = VerdictChecker()
    for (name, bytes) in try suite.files(suite.folder.appendingPathComponent("tests/" + row.path)) {
      let groups = try JSONDocument(parsing: bytes).root.value.elements ?? []
      let values = groups.flatMap { group in
        (group["tests"]?.elements ?? []).compactMap { $0["data"]?.bytes() }
      }
      for group in groups {
        let own = (group["tests"]?.elements ?? []).compactMap { $0["data"]?.bytes() }
        let others = stride(from: 0, to: values.count, by: max(1, values.count / Self.others))
        let schema = try? Schema(
          loading: group["schema"] ?? nil,
          draft: row.draft,
          registry: suite.registry,
          formats: row.formats
        )
        guard let schema, let validator = try? SchemaValidator(schema) else { continue }
        let title = name + ": " + (group["description"]?.string ?? "")
        checker.check(validator.program, own + others.map { values[$0] }, title)
      }
    }
    print("verdicts compared in", row.path + ":", checker.compared, "of", checker.asked)
    #expect(checker.differences.isEmpty, "\(checker.differences.prefix(20))")
    #expect(checker.compared > 1000)
  }
}

/// Compares the verdicts on texts, and on texts that were changed in one byte.
struct VerdictChecker {
  private(set) var asked = 0
  private(set) var compared = 0
  private(set) var differences: [String] = []
  private var state: UInt64 = 20_261_121

  /// The bytes that mean something in JSON, and some that mean nothing.
  private static let bytes =
    Array(#"{}[]",:\0123456789-.eE+tfn abu"#.utf8) + [0x80, 0xC3, 0xA9, 0x1F]

  mutating func check(_ program: Program, _ texts: [[UInt8]], _ title: String) {
    guard let plan = VerdictPlan(program) else {
      asked += texts.count
      return
    }
    for text in texts {
      compare(program, plan, text, title)
      compare(program, plan, spaced(text), title)
      guard !text.isEmpty else { continue }
      var broken = text
      let place = Int(next() % UInt64(text.count))
      broken[place] = Self.bytes[Int(next() % UInt64(Self.bytes.count))]
      compare(program, plan, broken, title)
      compare(program, plan, Array(text[..<place]), title)
    }
  }

  private mutating func compare(
    _ program: Program,
    _ plan: VerdictPlan,
    _ text: [UInt8],
    _ title: String
  ) {
    asked += 1
    let verdict = text.withUnsafeBufferPointer { plan.admits($0) }
    guard let verdict else { return }
    compared += 1
    var expected = false
    if let document = try? JSONDocument(parsing: text) {
      var evaluation = JSONEvaluation(program, on: document.tape)
      expected = evaluation.admits(at: 0)
      if evaluation.collect(at: 0).isEmpty != expected {
        differences.append(title + ": the modes of evaluation differ")
      }
    }
    guard verdict != expected else { return }
    differences.append("\(title): \(String(decoding: text.prefix(200), as: UTF8.self)) \(verdict)")
  }

  /// The text with white space between the tokens.
  private func spaced(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x20]
    var isInString = false
    var isEscaped = false
    for byte in text {
      result.append(byte)
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      }
      if !isInString, [0x22, 0x2C, 0x3A, 0x5B, 0x7B].contains(byte) { result += [0x0A, 0x20] }
    }
    return result + [0x0D, 0x09]
  }

  /// SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
