import AccordSchema
import Testing

/// How a document says which draft it follows, and what drafts differ in.
@Suite("Drafts of JSON Schema")
struct SchemaDraftTests {
  @Test(
    "A meta-schema is known with either scheme, with or without an empty fragment",
    arguments: [
      ("draft-04/schema", SchemaDraft.draft4), ("draft-06/schema", .draft6),
      ("draft-07/schema", .draft7), ("draft/2019-09/schema", .draft201909),
      ("draft/2020-12/schema", .draft202012), ("draft-05/schema", .draft4),
      ("draft-07/hyper-schema", .draft7),
    ]
  )
  func metaSchemas(path: String, draft: SchemaDraft) throws {
    for uri in ["http", "https"].flatMap({ ["\($0)://json-schema.org/\(path)"] }) {
      for text in [uri, uri + "#"] {
        // 1.0 is no integer in draft 4, and $ref hides what stands beside it up to draft 7.
        let integer = try SchemaValidator(
          Schema(loading: ["$schema": .string(text), "type": "integer"])
        )
        #expect(integer.admits(1.0) == (draft > .draft4), "\(text)")
        let hiding: JSON = [
          "$schema": .string(text), "allOf": [["$ref": "#/definitions/a", "type": "string"]],
          "definitions": ["a": [:]],
        ]
        #expect(
          try SchemaValidator(Schema(loading: hiding)).admits(1) == (draft <= .draft7),
          "\(text)"
        )
      }
    }
  }

  @Test("A reference to a meta-schema leads to it with either scheme")
  func references() throws {
    let validator = try SchemaValidator(
      Schema(loading: ["$ref": "https://json-schema.org/draft-07/schema#"])
    )
    #expect(validator.admits(["type": "string"]))
    #expect(!validator.admits(["type": "strin"]))
  }

  @Test(
    "In draft 4 a number with a fraction or an exponent is no integer",
    arguments: [
      ("1", true), ("-1", true), ("1.0", false), ("1e2", false), ("1E0", false),
      ("10000000000000000000", true), ("10000000000000000000.0", false), ("1.5", false),
    ]
  )
  func integers(text: String, isInteger: Bool) throws {
    for (type, draft) in [
      (JSON("integer"), SchemaDraft.draft4), (["integer", "string"], .draft4),
    ] {
      let validator = try SchemaValidator(Schema(loading: ["items": ["type": type]], draft: draft))
      for _ in 0..<2 {
        #expect(validator.admits(json: Array("[\(text)]".utf8)) == isInteger)
        #expect(validator.admits(try JSONDocument(parsing: "[\(text)]")) == isInteger)
      }
    }
    let later = try SchemaValidator(Schema(loading: ["type": "integer"], draft: .draft6))
    #expect(later.admits(json: Array(text.utf8)) == (text != "1.5"))
  }
}
