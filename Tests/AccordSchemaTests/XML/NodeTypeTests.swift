import AccordSchema
import Testing

/// The `nodeType` of OpenAPI 3.2's `xml` object.
struct NodeTypeTests {
  /// A member, an element that holds it as that says, and one that does not.
  @Test(
    arguments: [
      (#"{"type":"string","xml":{"nodeType":"element"}}"#, "<r><m>x</m></r>", "<r m='x'/>"),
      (#"{"type":"string","xml":{"nodeType":"attribute"}}"#, "<r m='x'/>", "<r><m>x</m></r>"),
      (
        #"{"type":"array","xml":{"nodeType":"element"}}"#, "<r><m><i/><i/></m></r>",
        "<r><m/><m/></r>"
      ),
      (#"{"type":"array","xml":{"nodeType":"none"}}"#, "<r><m/><m/></r>", ""),
      (##"{"$ref":"#/$defs/m","xml":{"nodeType":"none"}}"##, "<r><m>x</m></r>", "<r m='x'/>"),
    ]
  )
  func read(member: String, right: String, wrong: String) throws {
    let text = """
      {"openapi": "3.2.0", "$defs": {"m": {"type": "string"},
        "r": {"type": "object", "properties": {"m": \(member)}, "required": ["m"],
              "additionalProperties": false}}}
      """
    let document = try JSONDocument(parsing: text).root.value
    let validator = try SchemaValidator(Schema(loading: document, at: "o.json#/$defs/r"))
    #expect(validator.notices == [])
    #expect(validator.validate(try XMLDocument(parsing: right)).map(\.message) == [])
    guard !wrong.isEmpty else { return }
    #expect(!validator.admits(try XMLDocument(parsing: wrong)))
  }

  @Test(
    arguments: [
      (#"{"type":"string","xml":{"nodeType":"text"}}"#, "\"text\" is not supported here"),
      (#"{"type":"string","xml":{"nodeType":"cdata"}}"#, "\"cdata\" is not supported here"),
      (#"{"type":"object","xml":{"nodeType":"none"}}"#, "\"none\" is not supported here"),
      (
        #"{"type":"string","xml":{"nodeType":"comment"}}"#,
        "\"comment\" is none of element, attribute, text, cdata and none"
      ),
    ]
  )
  func notRead(member: String, words: String) throws {
    let text = #"{"properties": {"m": \#(member)}}"#
    let document = try JSONDocument(parsing: text).root.value
    let validator = try SchemaValidator(Schema(loading: document))
    let areOfXML = validator.notices.allSatisfy(\.isOfXML)
    #expect(areOfXML)
    #expect(
      validator.notices.map(\.message) == [
        "In the schema at /properties/m/xml/nodeType: the nodeType " + words
          + "; in XML the value is looked for in an element of its own."
      ]
    )
  }
}
