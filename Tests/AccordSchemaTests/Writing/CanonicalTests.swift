@testable import AccordSchema
import Testing

struct CanonicalTests {
  private static let schema = Schema.object([
    .optional("b", .guid.nullable), .optional("a", .dotNetDateTime), .optional("n", .number),
    .optional("hidden", .boolean).absentFromXML, .optional("list", .array(of: .guid)),
  ])

  @Test(
    arguments: [
      ([:], ["b": nil]),
      (
        ["a": "/Date(1709209800000)/", "b": "{3F2504E0-4F89-41D3-9A0C-0305E82C3301}"],
        ["b": "3f2504e04f8941d39a0c0305e82c3301", "a": "2024-02-29T23:30:00+11:00"]
      ),
      (["n": 1.0], ["n": 1]),
      (["hidden": true], [:]),
      (["z": 1, "y": 2], ["y": 2, "z": 1]),
      (
        ["list": ["3F2504E04F8941D39A0C0305E82C3301"]],
        ["list": ["3f2504e0-4f89-41d3-9a0c-0305e82c3301"]]
      ),
    ] as [(JSON, JSON)]
  )
  func alike(left: JSON, right: JSON) {
    #expect(
      canonical(left, as: Self.schema, droppingAbsentFromXML: true)
        == canonical(right, as: Self.schema, droppingAbsentFromXML: true)
    )
  }

  /// A date without a zone is in that of its host, as ServiceStack's test
  /// Can_serialize_json_date_timestampOffset_unspecified has it.
  @Test(
    arguments: [
      ("2024-02-29", "/Date(1709125200000-0000)/", true),
      ("2024-02-29", "2024-02-28T13:00:00Z", true), ("2024-02-29", "2024-02-29T00:00:00Z", true),
      ("2024-02-29", "2024-02-28T13:10:00Z", false), ("2024-02-29", "2024-02-27T13:00:00Z", false),
      ("2024-02-29T00:00:00Z", "2024-02-28T13:00:00Z", false), ("2024-02-29", "soon", false),
    ]
  )
  func withoutAZone(left: String, right: String, mayAgree: Bool) throws {
    let texts = [left, right].map { canonical(["a": .string($0)], as: Self.schema)["a"]?.string }
    let (first, second) = (try #require(texts[0]), try #require(texts[1]))
    #expect((first == second || Timestamp.mayAgree(first, second)) == mayAgree)
    #expect((first == second || Timestamp.mayAgree(second, first)) == mayAgree)
  }

  @Test(
    arguments: [
      (["a": nil], [:]), (["n": 1], ["n": 2]), (["hidden": true], [:]), (["z": nil], [:]),
      (["a": "2024-02-29T12:30:00Z"], ["a": "2024-02-29T12:30:01Z"]),
    ] as [(JSON, JSON)]
  )
  func different(left: JSON, right: JSON) {
    #expect(canonical(left, as: Self.schema) != canonical(right, as: Self.schema))
  }
}
