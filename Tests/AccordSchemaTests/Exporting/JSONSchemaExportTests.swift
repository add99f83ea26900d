import AccordSchema
import Testing

@Suite("Schemas as JSON Schema documents")
struct JSONSchemaExportTests {
  @Test("Keywords stand in a stable order, and the XML facet is OpenAPI's")
  func text() throws {
    let schema = Schema.object(
      [
        .required("Id", .guid, "Identifier"),
        .optional("Name", .string(length: 1...40).nullable).xml(name: "FullName"),
        .optional("Tags", .array(of: .string).xml(wrapped: false)),
        .optional("Kind", .oneOf("new", "old")).xml(attribute: true),
        .optional("Meta", .dictionary(of: .any)).xml(namespace: ""),
        .optional("Hidden", .never).absentFromXML,
      ],
      additional: .forbidden
    ).titled("Contact").xml(namespace: "urn:c", order: .dataContract)
    let expected = """
      {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Contact",
        "type": "object",
        "properties": {
          "Id": {
            "description": "Identifier",
            "type": "string",
            "format": "guid",
            "xml": {
              "namespace": "urn:c"
            }
          },
          "Name": {
            "type": [
              "null",
              "string"
            ],
            "minLength": 1,
            "maxLength": 40,
            "xml": {
              "name": "FullName",
              "namespace": "urn:c"
            }
          },
          "Tags": {
            "type": "array",
            "items": {
              "type": "string",
              "xml": {
                "name": "Tags",
                "namespace": "urn:c"
              }
            },
            "xml": {
              "namespace": "urn:c",
              "wrapped": false
            }
          },
          "Kind": {
            "type": "string",
            "enum": [
              "new",
              "old"
            ],
            "xml": {
              "attribute": true
            }
          },
          "Meta": {
            "type": "object",
            "additionalProperties": {},
            "x-xml-entries": true
          },
          "Hidden": {
            "not": {},
            "x-xml-absent": true,
            "xml": {
              "namespace": "urn:c"
            }
          }
        },
        "required": [
          "Id"
        ],
        "additionalProperties": false,
        "xml": {
          "name": "Contact",
          "namespace": "urn:c"
        },
        "x-xml-order": [
          "Name",
          "Hidden",
          "Id",
          "Kind",
          "Meta",
          "Tags"
        ],
        "x-xml-order-rule": "dataContract"
      }
      """
    #expect(try schema.jsonSchema().text(indented: true) == expected)
  }

  @Test("A loaded document is exported as it was, with its draft")
  func loaded() throws {
    let document: JSON = ["definitions": ["a": true], "$ref": "#/definitions/a", "x": 1]
    let schema = try Schema(loading: document, draft: .draft7)
    let exported = try schema.jsonSchema()
    #expect(exported["$schema"] == "http://json-schema.org/draft-07/schema#")
    #expect(exported["x"] == 1)
    #expect(try Schema(loading: exported).jsonSchema() == exported)
  }

  @Test("Documents inside a schema become resources of their own", arguments: SchemaDraft.allCases)
  func inside(_ draft: SchemaDraft) throws {
    let keyword = draft >= .draft201909 ? "$defs" : "definitions"
    let document = JSON.object([
      JSONMember(keyword, ["n": ["type": "integer"]]),
      JSONMember("properties", ["n": .object([JSONMember("$ref", .string("#/\(keyword)/n"))])]),
    ])
    let loaded = try Schema(loading: document, draft: draft)
    let schema = Schema.array(of: .anyOf([loaded, .array(of: loaded)]))
    let again = try SchemaValidator(
      try Schema(loading: try schema.jsonSchema(), formats: .assertion)
    )
    let original = try SchemaValidator(schema)
    let values: [JSON] = [[["n": 1]], [["n": "x"]], [[["n": 1]]], [[["n": "x"]]], 7]
    for value in values {
      #expect(again.admits(value) == original.admits(value), "\(value)")
    }
    #expect(original.admits(values[0]))
    #expect(!original.admits(values[1]))
  }

  @Test("A schema of an OpenAPI document is written with those to which it refers")
  func ofOpenAPI() throws {
    let document: JSON = [
      "openapi": "3.0.3", "info": ["title": "Orders", "version": "1"], "paths": [:],
      "components": [
        "schemas": [
          "Order": [
            "type": "object", "required": ["id"],
            "properties": [
              "id": ["type": "integer", "minimum": 0, "exclusiveMinimum": true],
              "note": ["type": "string", "nullable": true],
              "parts": ["type": "array", "items": ["$ref": "#/components/schemas/Part"]],
              "next": ["$ref": "#/components/schemas/Order"],
            ],
          ],
          "Part": ["type": "object", "properties": ["of": ["$ref": "#/components/schemas/Order"]]],
        ]
      ],
    ]
    let schema = try Schema(loading: document, at: "#/components/schemas/Order")
    let exported = try schema.jsonSchema()
    #expect(exported["$defs"]?.members?.map(\.key) == ["Part", "Order"])
    #expect(exported["properties"]?["next"]?["$ref"] == "#/$defs/Order")
    #expect(exported["properties"]?["note"]?["type"] == ["null", "string"])
    let validators = [
      try SchemaValidator(schema),
      try SchemaValidator(try Schema(loading: exported, formats: .assertion)),
    ]
    let values: [(JSON, Bool)] = [
      (["id": 1], true), (["id": 0], false), (["id": 1, "note": nil], true), (["note": "x"], false),
      (["id": 1, "next": ["id": 2, "parts": [["of": ["id": 3]]]]], true),
      (["id": 1, "next": ["id": 2, "parts": [["of": ["id": "3"]]]]], false),
    ]
    for (value, isValid) in values {
      #expect(validators.map { $0.admits(value) } == [isValid, isValid], "\(value)")
    }
  }

  @Test("A schema that means nothing is not exported")
  func refused() {
    #expect(throws: SchemaError.self) { try Schema.string(pattern: "(").jsonSchema() }
    #expect(throws: SchemaError.self) { try Schema.string(pattern: "(").xmlSchema() }
  }

  @Test("OpenAPI's default holds for a list with an xml object that does not say wrapped")
  func openAPI() throws {
    let document: JSON = [
      "type": "object",
      "properties": [
        "books": [
          "type": "array", "xml": ["name": "ignored"],
          "items": ["type": "integer", "xml": ["name": "book"]],
        ],
        "id": ["type": "integer", "xml": ["attribute": true]],
      ],
      "xml": ["name": "shelf"],
    ]
    let validator = try SchemaValidator(try Schema(loading: document))
    func violations(_ text: String) throws -> [String] {
      validator.validate(try XMLDocument(parsing: Array(text.utf8))).map(\.keyword)
    }
    #expect(try violations(#"<shelf id="1"><book>1</book><book>2</book></shelf>"#) == [])
    #expect(try violations(#"<shelf id="x"><book>y</book></shelf>"#) == ["type", "type"])
    #expect(try violations("<rack/>") == ["xml.name"])
  }
}
