@testable import AccordSchema
import Testing

struct WritingTests {
  /// Schemas of every kind that the documents need.
  static let schemas: [(String, Schema)] = [
    ("connectionsRequest", DocumentSchemas.connectionsRequest),
    ("connectionsResponse", DocumentSchemas.connectionsResponse),
    ("statusUpdate", DocumentSchemas.statusUpdate),
    ("statusUpdateResponse", DocumentSchemas.statusUpdateResponse),
  ]

  @Test(arguments: schemas)
  func whatIsWrittenInXMLIsReadAsTheSameValue(name: String, schema: Schema) throws {
    let validator = try SchemaValidator(schema)
    for seed in 0..<50 as Range<UInt64> {
      let value = try #require(schema.sample(seed: seed))
      #expect(validator.validate(value).isEmpty)
      let bytes = try BodyWriter.xml(value, as: schema)
      let document = try XMLDocument(parsing: bytes)
      let violations = validator.validate(document)
      #expect(violations.isEmpty, "\(violations)")
      let read = BodyReader.value(of: document.root, as: schema)
      #expect(
        canonical(read, as: schema, droppingAbsentFromXML: true)
          == canonical(value, as: schema, droppingAbsentFromXML: true)
      )
    }
  }

  @Test func theDocumentedXMLIsReadAndWrittenAgain() throws {
    let schema = DocumentSchemas.connectionsResponse
    let document = try XMLDocument(parsing: DocumentTexts.connectionsResponse)
    let value = BodyReader.value(of: document.root, as: schema)
    #expect(value["TotalConnections"] == 0)
    #expect(value["Connections"]?[0]?["AllowCancel"] == false)
    #expect(value["ResponseStatus"]?["Errors"]?[0]?["Meta"] == ["String": "String"])
    let again = try XMLDocument(parsing: BodyWriter.xml(value, as: schema))
    #expect(BodyReader.value(of: again.root, as: schema) == value)
    #expect(try SchemaValidator(schema).validate(value).isEmpty)
  }

  @Test func xmlText() throws {
    let inner = Schema.object([.optional("B", .string.nullable), .optional("A", .integer)])
      .titled("Inner").xml(namespace: "urn:inner", order: .dataContract)
    let schema = Schema.object([
      .required("List", .array(of: inner)),
      .optional("Names", .array(of: .string)),
      .optional("Id", .guid).xml(attribute: true),
      .optional("Map", .dictionary(of: .integer)),
      .optional("Hidden", .integer).absentFromXML,
      .optional("When", .dotNetDateTime),
    ])
    .titled("Outer").xml(namespace: "urn:outer", order: .dataContract)
    let value: JSON = [
      "When": "/Date(0)/", "Hidden": 1,
      "List": [["B": nil, "A": 1], ["B": "<&>\"\r"], [:]],
      "Names": ["x"], "Map": ["k": 1], "Id": "3F2504E04F8941D39A0C0305E82C3301",
    ]
    let text = String(decoding: try BodyWriter.xml(value, as: schema), as: UTF8.self)
    #expect(
      text == """
        <?xml version="1.0" encoding="utf-8"?>\
        <Outer xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:outer" \
        xmlns:d1="urn:inner" \
        xmlns:d2="http://schemas.microsoft.com/2003/10/Serialization/Arrays" \
        Id="3f2504e0-4f89-41d3-9a0c-0305e82c3301">\
        <List><d1:Inner><d1:A>1</d1:A><d1:B i:nil="true"/></d1:Inner>\
        <d1:Inner><d1:B>&lt;&amp;&gt;"&#xD;</d1:B></d1:Inner><d1:Inner/></List>\
        <Map><d2:KeyValueOfstringint><d2:Key>k</d2:Key><d2:Value>1</d2:Value>\
        </d2:KeyValueOfstringint></Map>\
        <Names><d2:string>x</d2:string></Names>\
        <When>1970-01-01T00:00:00Z</When></Outer>
        """
    )
    let document = try XMLDocument(parsing: text)
    #expect(try SchemaValidator(schema).validate(document).isEmpty)
    #expect(
      canonical(BodyReader.value(of: document.root, as: schema), as: schema)
        == canonical(value, as: schema, droppingAbsentFromXML: true)
    )
  }

  @Test func bareListsAndElementsWithoutANamespace() throws {
    let schema = Schema.object([
      .required("item", .array(of: .integer, count: 1...2).xml(wrapped: false)),
      .optional("note", .string).xml(namespace: ""),
    ])
    .titled("list").xml(namespace: "urn:l", order: .declared)
    let value: JSON = ["item": [1, 2], "note": "x"]
    let bytes = try BodyWriter.xml(value, as: schema, declaration: false)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text == """
        <list xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns="urn:l">\
        <item>1</item><item>2</item><note xmlns="">x</note></list>
        """
    )
    let validator = try SchemaValidator(schema)
    let document = try XMLDocument(parsing: bytes)
    #expect(validator.validate(document).isEmpty)
    #expect(BodyReader.value(of: document.root, as: schema) == value)
    let more = text.replacing("<item>2</item>", with: "<item>x</item><item>3</item>")
    #expect(
      validator.validate(try XMLDocument(parsing: more)).map(\.message) == [
        """
        At /list (line 1, column 1): expected an array of at most 2 items, found 3 items.
        """,
        """
        At /list/item[2] (line 1, column 87): expected integer, found text "x".
        """,
      ]
    )
  }

  @Test(
    arguments: [
      (
        Schema.object([]), [:],
        "The value has no element name in XML: give its schema a title or an XML name."
      ),
      (
        .object([]).titled("a"), ["b": 1],
        "The value at /b has a member \"b\" that its schema does not declare, so that it has no name in XML: "
          + "declare it."
      ),
      (
        .object([.optional("b", .string)]).titled("a"), ["b": "\u{1}"],
        "The value at /b holds the character U+0001, which XML 1.0 cannot express."
      ),
      (
        .array(of: .object([])).titled("a"), [[:]],
        "The value at /0 has no element name in XML: give its schema a title or an XML name."
      ),
    ] as [(Schema, JSON, String)]
  )
  func errors(schema: Schema, value: JSON, message: String) {
    let error = #expect(throws: BodyWritingError.self) { try BodyWriter.xml(value, as: schema) }
    #expect(error?.description == message)
  }

  @Test func lines() {
    let rows: [JSON] = [["a": 1], []]
    #expect(String(decoding: BodyWriter.jsonLines(rows), as: UTF8.self) == "{\"a\":1}\n[]\n")
    #expect(
      String(decoding: BodyWriter.json(["a": [1, nil]]), as: UTF8.self) == "{\"a\":[1,null]}"
    )
  }
}
