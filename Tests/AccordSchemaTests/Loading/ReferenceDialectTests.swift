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
  ) throws -> SchemaValidator {
    var registry = SchemaRegistry()
    registry.add(target, at: "http://example.com/o.json")
    for (uri, document) in more { registry.add(document, at: uri) }
    let reference = JSONMember("items", ["$ref": .string("o.json" + place)])
    return try SchemaValidator(
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
    #expect(try SchemaValidator(direct).admits(nil))
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
    let unknown = #expect(throws: SchemaError.self) { try Self.validator(mine) }
    #expect(unknown?.missingDocument == "http://example.com/mine")
    #expect(unknown?.schemaLocation == "http://example.com/o.json#/jsonSchemaDialect")
    // Those of OpenAPI itself are 2020-12.
    for dialect in ["3.1/dialect/base", "3.2/dialect/2025-09-17"] {
      let uri = JSON.string("https://spec.openapis.org/oas/" + dialect)
      let own = Self.schema(["openapi": "3.1.0", "jsonSchemaDialect": uri], ["type": "integer"])
      #expect(try Self.validator(own).admits([1.0]))
    }
  }

  @Test("Each schema that OpenAPI 3.1 names may have a dialect of its own")
  func rootSchemas() throws {
    let four: JSON = [
      "$schema": "http://json-schema.org/draft-04/schema#", "type": "array",
      "items": ["type": "integer"],
    ]
    for (version, isFour) in [("3.1.0", true), ("3.2.0", true)] {
      let document = Self.schema(["openapi": .string(version)], four)
      #expect(try Self.validator(document).admits([[1.0]]) == !isFour)
      #expect(
        try Self.validator(document, place: "#/components/schemas/a/items").admits([1.0]) == !isFour
      )
      let direct = try Schema(loading: document, at: "o.json#/components/schemas/a")
      let validator = try SchemaValidator(direct)
      #expect(validator.admits([1.0]) == !isFour && validator.notices.isEmpty)
    }
    // What it refers to is found in the whole document, and so are its anchors.
    let parts: JSON = [
      "openapi": "3.1.0",
      "components": [
        "schemas": [
          "a": [
            "$schema": "https://json-schema.org/draft/2019-09/schema",
            "items": [["$ref": "#/components/schemas/b"], ["$ref": "#here"]],
            "$defs": ["c": ["$anchor": "here", "type": "string"]],
          ],
          "b": ["type": "integer"],
        ]
      ],
    ]
    let validator = try Self.validator(parts)
    #expect(validator.admits([[1, "x"]]) && !validator.admits([["x", "x"]]))
    #expect(!validator.admits([[1, 1]]))
    let violation = validator.validate([["x"]]).first
    #expect(violation?.schemaLocation.hasSuffix("/components/schemas/b/type") == true)
  }

  @Test("$schema inside another schema is ignored, and that is noticed")
  func ignored() throws {
    let inner: JSON = ["$schema": "http://json-schema.org/draft-04/schema#", "type": "integer"]
    let validator = try SchemaValidator(Schema(loading: ["items": inner]))
    #expect(validator.admits([1.0]))
    #expect(validator.notices.map(\.schemaLocation) == ["/items/$schema"])
    // OpenAPI 3.0 has no such keyword.
    let old = try SchemaValidator(
      Schema(
        loading: Self.schema(
          ["openapi": "3.0.3"],
          ["$schema": "https://json-schema.org/draft/2020-12/schema", "type": "integer"]
        ),
        at: "o.json#/components/schemas/a"
      )
    )
    #expect(!old.admits(1.0) && old.notices.count == 1)
    var registry = SchemaRegistry()
    registry.add(["$id": "http://example.com/i", "items": true], at: "http://example.com/i")
    let named: JSON = [
      "items": [
        "$id": "http://example.com/n", "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "integer",
      ]
    ]
    #expect(try SchemaValidator(Schema(loading: named, registry: registry)).notices.isEmpty)
  }

  @Test(
    "A version of OpenAPI that is not known is said",
    arguments: [
      ("openapi", "9.9.9"), ("openapi", "4.0.0"), ("openapi", "3.10.0"), ("openapi", 3.1),
      ("swagger", "1.2"), ("swagger", 2.0),
    ] as [(String, JSON)]
  )
  func unknownVersion(member: String, version: JSON) {
    let document: JSON = .object([JSONMember(member, version), JSONMember("a", ["type": "string"])])
    for load in [
      { _ = try Schema(loading: document, at: "o.json#/a") },
      { _ = try Self.validator(document, place: "#/a") },
    ] as [() throws -> Void] {
      let error = #expect(throws: SchemaError.self) { try load() }
      #expect(
        error?.message.hasSuffix(
          "/\(member): expected a version that is known, which are Swagger 2.0 and OpenAPI 3.0, 3.1 and "
            + "3.2 (a string such as \"3.1.0\"), found \(Found(version).words)."
        ) == true
      )
    }
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
      let loaded = try Schema(loading: schema, at: uri, registry: registry)
      let document = try XMLDocument(parsing: text)
      #expect(try SchemaValidator(loaded).admits(document) == isAdmitted)
      // Whoever looks into the schema sees what the validator sees, and so does who loads the export.
      let list = try #require(loaded.content.members.first?.schema)
      #expect(list.content.xml.wrapped == !isAdmitted)
      // A document is written as it stands, so that its references need the registry again.
      let exported = try Schema(loading: loaded.jsonSchema(), at: uri, registry: registry)
      #expect(try SchemaValidator(exported).admits(document) == isAdmitted, "exported")
    }
  }

  @Test("A list is the same schema whether it is selected or referred to")
  func list() throws {
    var registry = SchemaRegistry()
    let target: JSON = ["type": "array", "items": ["type": "integer"]]
    let document = Self.schema(["openapi": "3.0.3"], target)
    registry.add(document, at: "http://example.com/o.json")
    let place = "http://example.com/o.json#/components/schemas/a"
    let selected = try Schema(loading: document, at: place)
    let uri = "http://example.com/s.json"
    let reference: JSON = ["$ref": .string(place)]
    let referred = try Schema(loading: reference, at: uri, registry: registry)
    let own = try Schema(loading: target, at: uri)
    #expect(referred.content.xml == selected.content.xml)
    #expect(referred.content.xml.wrapped == false)
    #expect(own.content.xml.wrapped)
  }

  @Test("Meta-schemas that name each other for ever are said as that")
  func endlessMetaSchemas() throws {
    var registry = SchemaRegistry()
    registry.add(["$schema": "http://example.com/b"], at: "http://example.com/a")
    registry.add(["$schema": "http://example.com/a"], at: "http://example.com/b")
    let error = #expect(throws: SchemaError.self) {
      try SchemaValidator(Schema(loading: ["$schema": "http://example.com/a"], registry: registry))
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
