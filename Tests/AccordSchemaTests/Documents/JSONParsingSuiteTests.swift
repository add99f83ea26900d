import AccordSchema
import Foundation
import Testing

/// JSONTestSuite by Nicolas Seriot: what every parser must accept and reject, and what it may decide.
@Suite(
  "JSONTestSuite",
  .enabled(
    if: PublicSuite.jsonParsing != nil,
    "set ACCORD_JSON_PARSING_SUITE to the folder of JSONTestSuite"
  )
)
struct JSONParsingSuiteTests {
  /// What is accepted of the documents that RFC 8259 leaves open.
  ///
  /// Numbers have no bound. Text that is not UTF-8 is rejected, and so are lone surrogates. A byte
  /// order mark is read past with a notice. Five hundred levels are within the limit.
  static let accepted: Set<String> = [
    "i_number_double_huge_neg_exp.json", "i_number_huge_exp.json",
    "i_number_neg_int_huge_exp.json", "i_number_pos_double_huge_exp.json",
    "i_number_real_neg_overflow.json", "i_number_real_pos_overflow.json",
    "i_number_real_underflow.json", "i_number_too_big_neg_int.json",
    "i_number_too_big_pos_int.json", "i_number_very_big_negative_int.json",
    "i_structure_500_nested_arrays.json", "i_structure_UTF-8_BOM_empty_object.json",
  ]

  @Test("Every document is accepted or rejected as it must be")
  func documents() throws {
    let folder = try #require(PublicSuite.jsonParsing)
    let parsing = folder.appendingPathComponent("test_parsing")
    let isNested = FileManager.default.fileExists(atPath: parsing.path)
    var counts: [Character: Int] = [:]
    for (name, bytes) in try PublicSuite.files(isNested ? parsing : folder) {
      guard name.hasSuffix(".json"), let kind = name.first else { continue }
      counts[kind, default: 0] += 1
      let isAccepted = (try? JSONDocument(parsing: bytes)) != nil
      switch kind {
      case "y": #expect(isAccepted, "\(name)")
      case "n": #expect(!isAccepted, "\(name)")
      default: #expect(isAccepted == Self.accepted.contains(name), "\(name)")
      }
    }
    print("JSONTestSuite:", counts.sorted { $0.key < $1.key }.map { "\($0.key)_ \($0.value)" })
    #expect(counts["y"] == 95)
    #expect(counts["n"] == 188)
    #expect(counts["i"] == 35)
  }
}
