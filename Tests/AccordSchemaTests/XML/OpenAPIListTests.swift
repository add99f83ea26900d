import Testing

@testable import AccordSchema

/// Lists and namespaces in XML as OpenAPI's specification has them.
@Suite("OpenAPI's xml object")
struct OpenAPIListTests {
  private func keywords(_ text: String, _ document: JSON) throws -> [String] {
    let validator = try SchemaValidator(try Schema(loading: document, formats: .assertion))
    let found = validator.validate(try XMLDocument(parsing: text))
    return found.map { "\($0.keyword) \($0.instanceLocation)" }
  }

  private static func pets(_ list: JSON, _ more: [JSONMember] = []) -> JSON {
    .object(
      [
        JSONMember("type", "object"),
        JSONMember("properties", .object([JSONMember("animals", list)])),
      ] + more
    )
  }

  /// The examples of OpenAPI 3.0.4 and 3.1.1, "XML Arrays", each with its XML.
  @Test(
    "The specification's examples",
    arguments: [
      (
        ["type": "array", "items": ["type": "integer", "xml": ["name": "animal"]]],
        "<animal>1</animal><animal>2</animal>"
      ),
      (
        [
          "type": "array", "xml": ["name": "aliens"],
          "items": ["type": "integer", "xml": ["name": "animal"]],
        ], "<animal>1</animal><animal>2</animal>"
      ),
      (
        ["type": "array", "items": ["type": "integer"], "xml": ["wrapped": true]],
        "<animals><animals>1</animals><animals>2</animals></animals>"
      ),
      (
        [
          "type": "array", "items": ["type": "integer", "xml": ["name": "animal"]],
          "xml": ["wrapped": true],
        ], "<animals><animal>1</animal><animal>2</animal></animals>"
      ),
      (
        [
          "type": "array", "items": ["type": "integer", "xml": ["name": "animal"]],
          "xml": ["name": "aliens", "wrapped": true],
        ], "<aliens><animal>1</animal><animal>2</animal></aliens>"
      ),
      // OpenAPI 3.2 says the same in another word.
      (
        [
          "type": "array", "items": ["type": "integer", "xml": ["name": "animal"]],
          "xml": ["nodeType": "element", "name": "aliens"],
        ], "<aliens><animal>1</animal><animal>2</animal></aliens>"
      ),
      (
        ["type": ["array", "null"], "items": ["type": "integer", "xml": ["prefix": "p"]]],
        "<animals>1</animals><animals>2</animals>"
      ),
    ] as [(JSON, String)]
  )
  func examples(list: JSON, content: String) throws {
    let document = Self.pets(list)
    #expect(try keywords("<pets>\(content)</pets>", document) == [])
    let wrong = content.replacing("2", with: "x")
    #expect(try keywords("<pets>\(wrong)</pets>", document).count == 1)
  }

  @Test("Without xml anywhere a list has an element of its own; an OpenAPI document needs none")
  func wholeDocuments() throws {
    let list: JSON = ["type": "array", "items": ["type": "integer"]]
    let wrapped = "<pets><animals><int>1</int></animals></pets>"
    let bare = "<pets><animals>1</animals><animals>2</animals></pets>"
    #expect(try keywords(wrapped, Self.pets(list)) == [])
    #expect(try keywords(bare, Self.pets(list)) != [])
    let openAPI = Self.pets(list, [JSONMember("openapi", "3.0.4")])
    #expect(try keywords(bare, openAPI) == [])
    #expect(try keywords(wrapped, openAPI) != [])
    // An object elsewhere tells that the document follows OpenAPI; a member named xml does not.
    let told = Self.pets(list, [JSONMember("xml", ["name": "pets"])])
    #expect(try keywords(bare, told) == [])
    let named: JSON = [
      "type": "object", "properties": ["animals": list, "xml": ["type": "string"]],
    ]
    #expect(try keywords(wrapped, named) == [])
    #expect(try keywords("<pets><xml/></pets>", ["properties": ["xml": [:]]]) == [])
  }

  @Test(
    "Lists and items that are referred to are what they refer to",
    arguments: ["3.0.4", "3.1.1"]
  )
  func references(version: String) throws {
    let document: JSON = [
      "openapi": .string(version), "$ref": "#/components/schemas/Shop",
      "components": [
        "schemas": [
          "Shop": [
            "type": "object",
            "properties": [
              "dogs": ["$ref": "#/components/schemas/Dogs"],
              "cats": ["allOf": [["$ref": "#/components/schemas/Cats"]], "description": "All."],
              "toys": ["type": "array", "items": ["$ref": "#/components/schemas/Toy"]],
            ],
          ],
          "Dogs": ["type": "array", "items": ["$ref": "#/components/schemas/Dog"]],
          "Dog": ["type": "object", "properties": ["age": ["type": "integer"]]],
          "Cats": [
            "type": "array", "xml": ["wrapped": true, "name": "kittens"],
            "items": ["$ref": "#/components/schemas/Toy"],
          ],
          "Toy": ["type": "integer", "xml": ["name": "toy", "namespace": "urn:toys"]],
        ]
      ],
    ]
    let right = """
      <Shop xmlns:t="urn:toys"><dogs><age>1</age></dogs><dogs><age>2</age></dogs>\
      <cats><t:toy>1</t:toy></cats><t:toy>3</t:toy><t:toy>4</t:toy></Shop>
      """
    #expect(try keywords(right, document) == [])
    #expect(
      try keywords(right.replacing(">2<", with: ">x<").replacing(">4<", with: ">y<"), document)
        == ["type /Shop/dogs[2]/age", "type /Shop/toy[2]"]
    )
    #expect(try keywords("<Shop><toy>3</toy></Shop>", document) == ["xml.namespace /Shop/toy"])
  }

  @Test("A reference that comes back to itself ends")
  func loops() throws {
    let document: JSON = [
      "definitions": ["a": ["$ref": "#/definitions/b"], "b": ["$ref": "#/definitions/a"]],
      "properties": ["x": ["$ref": "#/definitions/a"], "y": ["xml": ["name": "z"]]],
    ]
    for draft in [SchemaDraft.draft4, .draft202012] {
      _ = try? SchemaValidator(try Schema(loading: document, draft: draft))
    }
  }

  @Test("The items' name and namespace are those of items.xml")
  func feed() throws {
    let document: JSON = [
      "title": "feed", "type": "object",
      "properties": [
        "title": ["type": "string", "xml": ["namespace": "urn:a"]],
        "entry": [
          "type": "array",
          "items": ["type": "object", "xml": ["name": "entry", "namespace": "urn:a"]],
        ],
      ],
    ]
    #expect(try keywords(#"<feed><a:entry xmlns:a="urn:a"/></feed>"#, document) == [])
    #expect(try keywords("<feed><entry/></feed>", document) == ["xml.namespace /feed/entry"])
  }

  @Test("nil, a type and an order hold for the items of a list without an element of its own")
  func items() throws {
    let document = Self.pets([
      "type": "array", "items": ["type": ["integer", "null"], "xml": ["name": "animal"]],
    ])
    let i = #"xmlns:i="http://www.w3.org/2001/XMLSchema-instance""#
    let x = #"xmlns:x="http://www.w3.org/2001/XMLSchema""#
    func found(_ content: String) throws -> [String] {
      try keywords("<pets \(i) \(x)>\(content)</pets>", document)
    }
    #expect(try found(#"<animal i:nil="true"/><animal i:type="x:int">1</animal>"#) == [])
    #expect(try found(#"<animal i:nil="true">1</animal>"#) == ["xml.nil /pets/animal"])
    #expect(try found(#"<animal i:nil="maybe">1</animal>"#) == ["xml.nil /pets/animal"])
    #expect(try found(#"<animal i:type="x:string">1</animal>"#) == ["xml.type /pets/animal"])
  }

  @Test("XML Schema says the same of such a list")
  func exported() throws {
    let document = Self.pets(
      ["type": "array", "items": ["type": "integer", "xml": ["name": "animal"]]],
      [JSONMember("xml", ["name": "pets"])]
    )
    let set = try Schema(loading: document, formats: .assertion).xmlSchema()
    let text = set.documents[0].text
    #expect(text.contains(#"<xs:element name="animal" type="xs:integer"/>"#), "\(text)")
    #expect(!text.contains(#"name="animals""#), "\(text)")
  }

  // MARK: - Namespaces

  /// OpenAPI 3.0.4, 3.1.1 and 3.2.0, "XML Attribute, Prefix and Namespace": `<Person id="123">` is in
  /// no namespace, its member is; and nothing says that a member is in that of its object.
  @Test("A namespace of an object in a document is that of its own element alone")
  func namespaces() throws {
    let person: JSON = [
      "type": "object",
      "properties": [
        "id": ["type": "integer", "xml": ["attribute": true]],
        "name": ["type": "string", "xml": ["namespace": "https://example.com/schema/sample"]],
      ],
    ]
    let text = #"""
      <Person id="123"><sample:name xmlns:sample="https://example.com/schema/sample">example\#
      </sample:name></Person>
      """#
    #expect(try keywords(text, person) == [])
    #expect(try keywords(text.replacing("123", with: "x"), person) == ["type /Person/@id"])
    let shop: JSON = [
      "type": "object", "xml": ["name": "shop", "namespace": "urn:s"],
      "properties": ["name": ["type": "string"], "kind": ["xml": ["nodeType": "attribute"]]],
    ]
    #expect(try keywords(#"<s:shop xmlns:s="urn:s" kind="a"><name/></s:shop>"#, shop) == [])
    let inherited = #"<shop xmlns="urn:s"><name/></shop>"#
    #expect(try keywords(inherited, shop) == ["xml.namespace /shop/name"])
  }

  private static let order = Schema.object([
    .required("id", .integer).xml(attribute: true),
    .required("customer", .object([.required("name", .string)])),
    .optional("lines", .array(of: .object([.required("sku", .string)]).titled("line"))),
    .optional("notes", .array(of: .string).xml(wrapped: false)),
    .optional("other", .object([.required("x", .string)]).xml(namespace: "urn:other")),
    .optional("none", .string).xml(namespace: ""),
    .optional("either", .anyOf([.object([.required("y", .string)]), .null])),
  ])
  .titled("order")

  private static let orderXML = """
    <o:order xmlns:o="urn:o" xmlns:p="urn:other" id="1"><o:customer><o:name>A</o:name></o:customer>\
    <o:lines><o:line><o:sku>1</o:sku></o:line></o:lines><o:notes>n</o:notes>\
    <o:other><p:x>1</p:x></o:other><none>1</none><o:either><o:y>1</o:y></o:either></o:order>
    """

  @Test("One word puts all elements of a schema in a namespace, however deep")
  func targetNamespace() throws {
    let schema = Self.order.xml(targetNamespace: "urn:o")
    let document = try XMLDocument(parsing: Self.orderXML)
    #expect(try SchemaValidator(schema).validate(document) == [])
    // A namespace of the object alone holds for its members and not for what is inside of them.
    let shallow = try SchemaValidator(Self.order.xml(namespace: "urn:o")).validate(document)
    let places = Set(shallow.map(\.instanceLocation))
    #expect(places.isSuperset(of: ["/order/customer/name", "/order/lines/line"]))
    #expect(!places.contains("/order/customer") && !places.contains("/order/notes"))
    // What is written is read, and a document says it for each element.
    let value = BodyReader.value(of: document.root, as: schema)
    let written = try XMLDocument(parsing: try BodyWriter.xml(value, as: schema))
    #expect(try SchemaValidator(schema).validate(written) == [])
    let loaded = try Schema(loading: try schema.jsonSchema(), formats: .assertion)
    #expect(try SchemaValidator(loaded).validate(document) == [])
  }
}
