import AccordSchema
import Testing

@Suite("The structure of loaded documents")
struct StructureTests {
  private static func loaded(_ text: String, _ draft: SchemaDraft) throws -> Schema {
    let document = try JSONDocument(parsing: Array(text.utf8)).root.value
    return try Schema(loading: document, draft: draft, formats: .assertion)
  }

  @Test(
    "It means what the document means",
    arguments: [
      (##"{"$ref": "#/$defs/a", "$defs": {"a": {"type": "integer"}}}"##, .draft202012),
      (
        ##"{"$ref": "#/definitions/a", "definitions": {"a": {"minimum": 2}}, "type": "string"}"##,
        .draft7
      ),
      (##"{"items": [{"type": "integer"}], "additionalItems": {"type": "string"}}"##, .draft7),
      (##"{"minimum": 2, "exclusiveMinimum": true}"##, .draft4),
      (##"{"dependencies": {"a": ["b"], "b": {"required": ["c"]}}}"##, .draft6),
      (
        ##"{"if": {"type": "integer"}, "then": {"minimum": 2}, "else": {"type": "string"}}"##,
        .draft7
      ),
      (
        ##"{"prefixItems": [{"const": 1}], "items": {"enum": ["a"]}, "contains": {"const": "a"}}"##,
        .draft202012
      ),
      (
        ##"{"properties": {"a": false}, "required": ["b"], "additionalProperties": {"type": "integer"}}"##,
        .draft201909
      ),
    ] as [(String, SchemaDraft)]
  )
  func meaning(_ text: String, _ draft: SchemaDraft) throws {
    let schema = try Self.loaded(text, draft)
    let structure = try Validator(try #require(schema.structure))
    let document = try Validator(schema)
    let values: [JSON] = [
      1, 2, 3, "a", true, .null, [1], [1, "a"], [1, 2], ["a", "a"], [:], ["a": 1], ["b": 1],
      ["a": 1, "b": 2], ["b": 1, "c": 2], ["a": 1, "b": 2, "c": 3], ["b": "x"],
    ]
    #expect(values.contains { document.admits($0) })
    #expect(values.contains { !document.admits($0) })
    for value in values {
      #expect(structure.admits(value) == document.admits(value), "\(value)")
    }
  }

  @Test(
    "There is none where a document says more than a value can",
    arguments: [
      ##"{"properties": {"a": {"$ref": "#"}}}"##, ##"{"unevaluatedProperties": false}"##,
      ##"{"$dynamicRef": "#a", "$dynamicAnchor": "a"}"##, ##"{"$ref": "https://example.com/"}"##,
      ##"{"properties": {"a": {"$id": "urn:a"}}}"##,
      ##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}"##,
    ]
  )
  func opaque(_ text: String) throws {
    #expect(try Self.loaded(text, .draft202012).structure == nil)
  }

  @Test("References that multiply come to an end")
  func multiplied() throws {
    // Each definition holds the next one twice: 2 to the 30th schemas.
    let definitions = (0..<30).map { number in
      ##""d\##(number)": {"allOf": [{"$ref": "#/$defs/d\##(number + 1)"}, {"$ref": "#/$defs/d\##(number + 1)"}]}"##
    }
    let text =
      ##"{"$ref": "#/$defs/d0", "$defs": {"## + definitions.joined(separator: ",")
      + ##", "d30": true}}"##
    #expect(try Self.loaded(text, .draft202012).structure == nil)
  }

  @Test("Samples and counterexamples can be had of a loaded document")
  func samples() throws {
    let text =
      ##"{"type": "object", "properties": {"a": {"type": "integer", "minimum": 3}}, "required": ["a"]}"##
    let schema = try Self.loaded(text, .draft202012)
    #expect(schema.sample() == ["a": 3])
    let keywords = Set(schema.counterexamples().map(\.keyword))
    #expect(keywords == ["type", "minimum", "required"])
  }
}
