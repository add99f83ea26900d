@testable import AccordSchema
import Testing

/// How a document is read into which a reference leads.
@Suite("The dialect of a referenced document")
struct ReferenceDialectTests {
  /// The schema `a` of a document, under the head that says how it is read.
  private static func schema(_ head: JSON, _ schema: JSON) -> JSON {
    let components: JSON = ["components": ["schemas": ["a": schema]]]
    return .object((head.members ?? []) + (components.members ?? []))
  }

  private static func validator(
    _ target: JSON,
    from referrer: [JSONMember] = [],
    place: String = "#/components/schemas/a",
    knowing more: [String: JSON] = [:]
  ) throws -> Validator {
    var registry = SchemaRegistry()
    registry.add(target, at: "http://example.com/o.json")
    for (uri, document) in more { registry.add(document, at: uri) }
    let reference = JSONMember("items", ["$ref": .string("o.json" + place)])
    return try Validator(
      Schema(
        loading: .object(referrer + [reference]),
        at: "http://example.com/s.json",
        registry: registry,
        formats: .assertion
      )
    )
  }

  private static let flags: JSON = [
    "type": "integer", "nullable": true, "minimum": 0, "exclusiveMinimum": true,
  ]

  @Test(
    "OpenAPI 3.0 has nullable and limits that are flags, whatever refers to it",
    arguments: [
      "https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft-07/schema#",
      "http://json-schema.org/draft-04/schema#",
    ]
  )
  func openAPI30(metaSchema: String) throws {
    let document = Self.schema(["openapi": "3.0.3"], Self.flags)
    let stated = [JSONMember("$schema", .string(metaSchema))]
    for referrer in [stated, []] {
      let validator = try Self.validator(document, from: referrer)
      for (value, isAdmitted) in [(nil, true), (1, true), (0, false), ("x", false)]
        as [(JSON, Bool)]
      {
        #expect(validator.admits([value]) == isAdmitted, "\(value)")
      }
    }
  }

  @Test("What an OpenAPI document names by $schema is no meta-schema of its schemas")
  func statedSchema() throws {
    let uri = "https://spec.openapis.org/oas/3.0/schema/2021-09-28"
    let document = Self.schema(["openapi": "3.0.3", "$schema": .string(uri)], Self.flags)
    #expect(try Self.validator(document).admits([nil]))
    let direct = try Schema(loading: document, at: "o.json#/components/schemas/a")
    #expect(try Validator(direct).admits(nil))
  }

  @Test("OpenAPI 3.1 has its jsonSchemaDialect, or 2020-12")
  func openAPI31() throws {
    let prefix: JSON = ["type": ["array", "null"], "prefixItems": [["type": "string"]]]
    let seven = [JSONMember("$schema", "http://json-schema.org/draft-07/schema#")]
    let usual = try Self.validator(Self.schema(["openapi": "3.1.0"], prefix), from: seven)
    #expect(!usual.admits([[1]]) && usual.admits([nil]))
    let stated = try Self.validator(
      Self.schema(
        ["openapi": "3.1.0", "jsonSchemaDialect": "http://json-schema.org/draft-07/schema#"],
        prefix
      )
    )
    #expect(stated.admits([[1]]))
    // A dialect of which the meta-schema is known.
    let own: JSON = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$vocabulary": ["https://json-schema.org/draft/2020-12/vocab/applicator": true],
    ]
    let mine = Self.schema(
      ["openapi": "3.1.0", "jsonSchemaDialect": "http://example.com/mine"],
      ["type": "string"]
    )
    #expect(try Self.validator(mine, knowing: ["http://example.com/mine": own]).admits([1]))
    #expect(!(try Self.validator(mine).admits([1])))
  }

  @Test("A plain schema has its own $schema, else what refers to it has")
  func plain() throws {
    let own: JSON = ["$schema": "http://json-schema.org/draft-04/schema#", "type": "integer"]
    #expect(!(try Self.validator(own, place: "").admits([1.0])))
    let four = [JSONMember("$schema", "http://json-schema.org/draft-04/schema#")]
    #expect(!(try Self.validator(["type": "integer"], from: four, place: "").admits([1.0])))
    #expect(try Self.validator(["type": "integer"], place: "").admits([1.0]))
    // Through an OpenAPI document: what it refers to is a schema of it.
    let openAPI = Self.schema(["openapi": "3.0.3"], ["$ref": "t.json"])
    let through = try Self.validator(
      openAPI,
      knowing: ["http://example.com/t.json": Self.flags]
    )
    #expect(through.admits([nil]) && !through.admits([0]))
  }

  @Test("A reference to a whole document of another format leads to no schema")
  func whole() {
    let error = #expect(throws: SchemaError.self) {
      try Self.validator(Self.schema(["openapi": "3.0.3"], Self.flags), place: "")
    }
    #expect(
      error?.message
        == "In the schema at /items/$ref: expected a JSON Schema, found an OpenAPI 3.0.3 document; "
        + "select one of its schemas."
    )
  }

  @Test("Lists are written in XML as the document of the schema says")
  func lists() throws {
    let target: JSON = ["type": "object", "properties": ["l": ["type": "array"]]]
    var registry = SchemaRegistry()
    registry.add(Self.schema(["openapi": "3.0.3"], target), at: "http://example.com/o.json")
    let text = "<a><l>1</l><l>2</l></a>"
    for (reference, isAdmitted) in [("o.json#/components/schemas/a", true), ("#/$defs/a", false)] {
      let schema: JSON = ["$ref": .string(reference), "$defs": ["a": target]]
      let uri = "http://example.com/s.json"
      let validator = try Validator(Schema(loading: schema, at: uri, registry: registry))
      #expect(validator.admits(try XMLDocument(parsing: text)) == isAdmitted)
    }
  }

  @Test("Meta-schemas that name each other for ever are said as that")
  func endlessMetaSchemas() throws {
    var registry = SchemaRegistry()
    registry.add(["$schema": "http://example.com/b"], at: "http://example.com/a")
    registry.add(["$schema": "http://example.com/a"], at: "http://example.com/b")
    let error = #expect(throws: SchemaError.self) {
      try Validator(Schema(loading: ["$schema": "http://example.com/a"], registry: registry))
    }
    #expect(
      error?.message.hasSuffix(
        "more than 8 meta-schemas are named one by the other, up to http://example.com/b; let one of "
          + "them name that of a draft."
      ) == true
    )
    #expect(error?.missingDocument == nil)
  }
}
