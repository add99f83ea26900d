import AccordSchema
import Testing

/// Schemas that are taken out of a larger document, and documents that are none.
@Suite("Schemas in documents")
struct SchemaSelectionTests {
  private static let openAPI: JSON = [
    "openapi": "3.0.3",
    "components": [
      "schemas": [
        "Order": [
          "type": "object", "required": ["id"],
          "properties": [
            "id": ["$ref": "#/components/schemas/Id"],
            "note": ["type": "string", "nullable": true],
            "count": ["type": "integer", "minimum": 0, "exclusiveMinimum": true],
          ],
        ], "Id": ["type": "string", "minLength": 2],
      ]
    ],
  ]

  private static func validator(_ document: JSON, _ place: String) throws -> SchemaValidator {
    try SchemaValidator(Schema(loading: document, at: "o.json#" + place, formats: .assertion))
  }

  @Test(
    arguments: [
      (["id": "ab"], true), (["id": "a"], false), ([:], false), (["id": "ab", "note": nil], true),
      (["id": nil], false), (["id": "ab", "count": 0], false), (["id": "ab", "count": 1.0], false),
      (["id": "ab", "count": 1], true),
    ] as [(JSON, Bool)]
  )
  func ofOpenAPI30(value: JSON, isAdmitted: Bool) throws {
    let validator = try Self.validator(Self.openAPI, "/components/schemas/Order")
    for _ in 0..<2 { #expect(validator.validate(value).isEmpty == isAdmitted) }
  }

  @Test("The dialect is that of the version: null is a type in 3.1, and 1.0 an integer")
  func ofOpenAPI31() throws {
    let document: JSON = [
      "openapi": "3.1.0",
      "components": [
        "schemas": ["a": ["type": ["integer", "null"], "exclusiveMinimum": 0, "nullable": true]]
      ],
    ]
    let validator = try Self.validator(document, "/components/schemas/a")
    #expect(validator.admits(nil) && validator.admits(1.0) && !validator.admits(0))
    let plain: JSON = ["openapi": "3.1.0", "x": ["type": "integer", "nullable": true]]
    #expect(!(try Self.validator(plain, "/x").admits(nil)))
  }

  @Test("Swagger 2 names its schemas in definitions; 3.0 takes another dialect by name only")
  func ofSwagger() throws {
    let document: JSON = ["swagger": "2.0", "definitions": ["a": ["type": "integer"]]]
    let validator = try Self.validator(document, "/definitions/a")
    #expect(validator.admits(1) && !validator.admits(1.0))
  }

  @Test("A place, an escaped name and an anchor in any document, an array among them")
  func places() throws {
    #expect(!(try Self.validator([["type": "integer"]], "/0").admits("x")))
    let escaped: JSON = ["paths": ["/a b": ["type": "integer"]]]
    #expect(!(try Self.validator(escaped, "/paths/~1a%20b").admits("x")))
    let anchored: JSON = ["$defs": ["x": ["$anchor": "here", "type": "integer"]]]
    #expect(!(try Self.validator(anchored, "here").admits("x")))
    #expect(try Self.validator(anchored, "").admits("x"))
    let error = #expect(throws: SchemaError.self) { try Self.validator(escaped, "/paths/b") }
    #expect(
      error?.message
        == "In the schema at its root: the reference \"#/paths/b\" leads to no schema in o.json."
    )
    // The place is held to the meta-schema, and its mistakes stand at their place in the document.
    let wrong = #expect(throws: SchemaError.self) {
      try Self.validator(["a": ["type": "strin"]], "/a")
    }
    #expect(wrong?.message.hasPrefix("In the schema at /type: the meta-schema does not") == true)
  }

  @Test("XML is held to the place too, by its xml objects")
  func xml() throws {
    let document: JSON = [
      "openapi": "3.0.3",
      "components": [
        "schemas": [
          "a": ["type": "object", "xml": ["name": "a"], "properties": ["n": ["type": "integer"]]]
        ]
      ],
    ]
    let validator = try Self.validator(document, "/components/schemas/a")
    #expect(validator.admits(try XMLDocument(parsing: "<a><n>1</n></a>")))
    #expect(!validator.admits(try XMLDocument(parsing: "<a><n>x</n></a>")))
    #expect(!validator.admits(try XMLDocument(parsing: "<b><n>1</n></b>")))
  }

  @Test("CSV is read with the types of the place")
  func csv() throws {
    let validator = try Self.validator(Self.openAPI, "/components/schemas/Order")
    #expect(validator.validate(try CSVDocument(parsing: Array("id,count\nab,3\n".utf8))).isEmpty)
    #expect(!validator.validate(try CSVDocument(parsing: Array("id,count\nab,x\n".utf8))).isEmpty)
  }

  @Test(
    "What a document is",
    arguments: [
      ([1, 2], "an array of 2 items"), (nil, "null"), (7, "an integer 7"), ("x", "a string \"x\""),
      (true, "a JSON Schema"), ([:], "a JSON Schema"), (["type": "string"], "a JSON Schema"),
      (["description": "anything"], "a JSON Schema"), (["$defs": [:]], "a JSON Schema"),
      (["openapi": "3.0.3", "components": [:]], "an OpenAPI 3.0.3 document"),
      (["swagger": "2.0", "definitions": [:]], "a Swagger 2.0 document"),
      (["asyncapi": "3.0.0"], "an AsyncAPI document of version 3.0.0"),
      (
        ["id": "a", "title": "b", "price": 1],
        "an object without a keyword of JSON Schema: its members are \"id\", \"title\", \"price\""
      ),
      (
        ["a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1],
        "an object without a keyword of JSON Schema: its members are \"a\", \"b\", \"c\", \"d\", \"e\" "
          + "and 1 more"
      ),
    ] as [(JSON, String)]
  )
  func kinds(document: JSON, words: String) {
    #expect(DocumentKind(document).words == words)
  }

  @Test("A document of another format is no schema that admits everything")
  func otherFormats() {
    let error = #expect(throws: SchemaError.self) { try Schema(loading: Self.openAPI) }
    #expect(
      error?.message
        == "In the schema at its root: expected a JSON Schema, found an OpenAPI 3.0.3 document; "
        + "select one of its schemas."
    )
  }

  @Test("A schema that says nothing is known to")
  func vacuous() throws {
    for document in [true, [:], ["$defs": ["a": false]], ["title": "x"]] as [JSON] {
      #expect(try SchemaValidator(Schema(loading: document)).admitsEverything, "\(document)")
    }
    for document in [
      false, ["type": "string"], ["minimum": 1], ["$ref": "#/$defs/a", "$defs": ["a": false]],
      ["required": ["a"]],
    ] as [JSON] {
      #expect(!(try SchemaValidator(Schema(loading: document)).admitsEverything), "\(document)")
    }
  }
}
