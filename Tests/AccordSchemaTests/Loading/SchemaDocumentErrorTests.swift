@testable import AccordSchema
import Testing

/// What is wrong with a schema document, word for word.
struct SchemaDocumentErrorTests {
  @Test(
    arguments: [
      (
        ["properties": ["a": ["type": "strin"]]],
        "In the schema at /properties/a/type: the meta-schema does not admit the document. "
          + "At /properties/a/type: expected one of \"array\", \"boolean\", \"integer\", \"null\", "
          + "\"number\", \"object\", \"string\", found string \"strin\"."
      ),
      (
        ["minLength": -1, "maxLength": -1],
        "In the schema at /minLength: the meta-schema does not admit the document. "
          + "At /minLength: expected at least 0, found integer -1. There is 1 more."
      ),
      (
        ["items": ["$ref": "#/$defs/a"]],
        "In the schema at /items/$ref: the reference \"#/$defs/a\" leads to no schema in the document."
      ),
      (
        ["$ref": "#a"],
        "In the schema at /$ref: the reference \"#a\" leads to no schema in the document."
      ),
      (
        ["$id": "http://example.com/a/b", "$ref": "../c.json#/d"],
        "In the schema at /$ref: the reference \"../c.json#/d\" leads to http://example.com/c.json, "
          + "which is neither in the document nor in the registry; add it to the registry."
      ),
      (
        ["$ref": "#/$defs/%ZZ"],
        "In the schema at /$ref: the reference \"#/$defs/%ZZ\" cannot be read: \"%ZZ\" is no "
          + "percent escape; write % itself as %25."
      ),
      (
        ["items": ["$ref": "#a%"]],
        "In the schema at /items/$ref: the reference \"#a%\" cannot be read: \"%\" is no percent "
          + "escape; write % itself as %25."
      ),
      (
        ["$dynamicRef": "#/$defs/%E9"],
        "In the schema at /$dynamicRef: the reference \"#/$defs/%E9\" cannot be read: its "
          + "percent escapes are no UTF-8; escape the bytes of its UTF-8."
      ),
      (
        ["$schema": "http://example.com/mine"],
        "In the schema at /$schema: no meta-schema is known as http://example.com/mine; "
          + "add it to the registry, or name that of a draft."
      ),
      (
        ["pattern": "("],
        "In the schema at /pattern: the pattern ( is not in the syntax of ECMA-262: "
          + "expected ')' to close the group, found the end of the pattern"
      ),
      (
        [1, 2],
        "In the schema at its root: the meta-schema does not admit the document. "
          + "At the whole value: expected object or boolean, found an array of 2 items."
      ),
    ] as [(JSON, String)]
  )
  func messages(document: JSON, message: String) {
    let error = #expect(throws: SchemaError.self) { try SchemaValidator(Schema(loading: document)) }
    #expect(error?.message == message)
  }

  @Test(
    arguments: [
      ("minLength", "x", "expected a whole number, found string \"x\"."),
      ("maxItems", 1.5, "expected a whole number, found number 1.5."),
      ("minimum", "x", "expected a number, found string \"x\"."),
      ("pattern", 1, "expected a string, found integer 1."),
      ("required", 1, "expected an array of strings, found integer 1."),
      ("required", [1], "expected a string, found integer 1."),
      ("type", 1, "expected the name of a type, found integer 1."),
      ("properties", 1, "expected an object, found integer 1."),
      ("items", 1, "expected an object or a boolean, found integer 1."),
      ("allOf", 1, "expected an array, found integer 1."),
      ("uniqueItems", 1, "expected a boolean, found integer 1."),
      ("$ref", 1, "expected a string, found integer 1."),
    ] as [(String, JSON, String)]
  )
  func ofADocumentThatNoMetaSchemaChecked(keyword: String, value: JSON, message: String) throws {
    var registry = SchemaRegistry()
    registry.add(.object([JSONMember(keyword, value)]), at: "http://example.com/a")
    let schema = try Schema(loading: ["$ref": "http://example.com/a"], registry: registry)
    let error = #expect(throws: SchemaError.self) { try SchemaValidator(schema) }
    #expect(
      error?.message == "In the schema at http://example.com/a#/" + keyword + ": " + message
    )
  }

  @Test func aVocabularyThatIsDemandedMustBeKnown() throws {
    var registry = SchemaRegistry()
    let metaSchema: JSON = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$vocabulary": ["http://example.com/vocabulary": true],
    ]
    registry.add(metaSchema, at: "http://example.com/meta")
    let schema = try Schema(loading: ["$schema": "http://example.com/meta"], registry: registry)
    let error = #expect(throws: SchemaError.self) { try SchemaValidator(schema) }
    #expect(
      error?.message
        == "In the schema at /$schema: the meta-schema http://example.com/meta demands the "
        + "vocabulary http://example.com/vocabulary, which is not supported."
    )
  }

  @Test func aDeepDocumentIsRead() throws {
    var document: JSON = ["type": "null"]
    for _ in 0..<350 { document = ["items": document] }
    var value: JSON = nil
    for _ in 0..<350 { value = [value] }
    let validator = try SchemaValidator(Schema(loading: document))
    #expect(validator.admits(value))
    #expect(!validator.admits([value]))
  }
}

/// References of RFC 3986, section 5.4.
struct URIReferenceTests {
  @Test(
    arguments: [
      ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"),
      ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g"),
      ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
      ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
      ("g;x=1/../y", "http://a/b/c/y"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
      ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../", "http://a/b/"),
      ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
      ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
      ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"), ("./g/.", "http://a/b/c/g/"),
      ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"), ("http:g", "http:g"),
      ("1g:h", "http://a/b/c/1g:h"), ("G+1:h", "G+1:h"),
    ]
  )
  func resolves(reference: String, uri: String) {
    let base = URIReference("http://a/b/c/d;p?q")
    #expect(URIReference(reference).resolved(against: base).text == uri)
  }

  @Test func fragmentsAreUnescaped() {
    #expect(throws: Never.self) { try PercentEscapes.decoded("/a%25b%C3%A9") == "/a%bé" }
    for (text, failure) in [
      ("%", .incomplete("%")), ("a%+1b", .incomplete("%+1")), ("%4", .incomplete("%4")),
      ("%FF", .notUTF8), ("%C3", .notUTF8),
    ] as [(String, PercentEscapes.Failure)] {
      #expect(throws: failure) { try PercentEscapes.decoded(text) }
    }
  }
}
