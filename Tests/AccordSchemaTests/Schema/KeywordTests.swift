@testable import AccordSchema
import Testing

/// Every keyword of 2020-12 in Swift, and what it is in JSON.
@Suite("The keywords of 2020-12 in Swift")
struct KeywordTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var keyword: String
    var schema: Schema
    /// The members of the exported document, without `$schema`.
    var json: JSON
    var admitted: JSON
    /// A value that is refused; an annotation refuses none.
    var refused: JSON?

    init(
      _ keyword: String,
      _ schema: Schema,
      _ json: JSON,
      admits admitted: JSON,
      refuses refused: JSON? = nil
    ) {
      (self.keyword, self.schema, self.json) = (keyword, schema, json)
      (self.admitted, self.refused) = (admitted, refused)
    }

    var testDescription: String { keyword }
  }

  static let validation: [Row] = [
    Row("type", .string, ["type": "string"], admits: "a", refuses: 1),
    Row("enum", .enumeration([1, "a"]), ["enum": [1, "a"]], admits: "a", refuses: "b"),
    Row("const", .constant(["a": 1]), ["const": ["a": 1]], admits: ["a": 1], refuses: [:]),
    Row("multipleOf", any.multipleOf(0.01), ["multipleOf": 0.01], admits: 1.25, refuses: 1.255),
    Row("maximum", any.maximum(3), ["maximum": 3], admits: 3, refuses: 3.5),
    Row(
      "exclusiveMaximum",
      any.exclusiveMaximum(3),
      ["exclusiveMaximum": 3],
      admits: 2,
      refuses: 3
    ),
    Row("minimum", any.minimum(-1.5), ["minimum": -1.5], admits: -1.5, refuses: -2),
    Row(
      "exclusiveMinimum",
      any.exclusiveMinimum(3),
      ["exclusiveMinimum": 3],
      admits: 4,
      refuses: 3
    ),
    Row("maxLength", any.maxLength(1), ["maxLength": 1], admits: "a", refuses: "ab"),
    Row("minLength", any.minLength(2), ["minLength": 2], admits: "ab", refuses: "a"),
    Row("pattern", any.pattern("^a+$"), ["pattern": "^a+$"], admits: "aa", refuses: "ab"),
    Row("maxItems", any.maxItems(1), ["maxItems": 1], admits: [1], refuses: [1, 2]),
    Row("minItems", any.minItems(1), ["minItems": 1], admits: [1], refuses: []),
    Row("uniqueItems", any.uniqueItems(), ["uniqueItems": true], admits: [1, 2], refuses: [1, 1]),
    Row(
      "maxContains",
      any.contains(.string, count: ...1),
      ["contains": ["type": "string"], "maxContains": 1],
      admits: ["a", 1],
      refuses: ["a", "b"]
    ),
    Row(
      "minContains",
      any.contains(.string, count: 0...),
      ["contains": ["type": "string"], "minContains": 0],
      admits: []
    ),
    Row(
      "maxProperties",
      any.maxProperties(1),
      ["maxProperties": 1],
      admits: ["a": 1],
      refuses: ["a": 1, "b": 1]
    ),
    Row(
      "minProperties",
      any.minProperties(1),
      ["minProperties": 1],
      admits: ["a": 1],
      refuses: [:]
    ),
    Row(
      "required",
      any.required("a", "b"),
      ["required": ["a", "b"]],
      admits: ["a": 1, "b": 1],
      refuses: ["a": 1]
    ),
    Row(
      "dependentRequired",
      any.dependentRequired(["a": ["b"]]),
      ["dependentRequired": ["a": ["b"]]],
      admits: ["b": 1],
      refuses: ["a": 1]
    ),
    Row(
      "format",
      any.format("date"),
      ["format": "date"],
      admits: "2024-02-29",
      refuses: "2023-02-29"
    ),
  ]

  static let applicators: [Row] = [
    Row(
      "allOf",
      any.allOf([.string, any.minLength(2)]),
      ["allOf": [["type": "string"], ["minLength": 2]]],
      admits: "ab",
      refuses: "a"
    ),
    Row(
      "anyOf",
      any.anyOf([.string, .integer]),
      ["anyOf": [["type": "string"], ["type": "integer"]]],
      admits: 1,
      refuses: 1.5
    ),
    Row(
      "oneOf",
      any.exactlyOne([.number, .integer]),
      ["oneOf": [["type": "number"], ["type": "integer"]]],
      admits: 1.5,
      refuses: 1
    ),
    Row("not", any.not(.string), ["not": ["type": "string"]], admits: 1, refuses: "a"),
    Row(
      "if",
      any.if(.string, then: any.minLength(2), else: .integer),
      ["if": ["type": "string"], "then": ["minLength": 2], "else": ["type": "integer"]],
      admits: "ab",
      refuses: "a"
    ),
    Row(
      "then",
      any.if(.string, then: any.minLength(2)),
      ["if": ["type": "string"], "then": ["minLength": 2]],
      admits: 1,
      refuses: "a"
    ),
    Row(
      "else",
      any.if(.string, else: .integer),
      ["if": ["type": "string"], "else": ["type": "integer"]],
      admits: "a",
      refuses: 1.5
    ),
    Row(
      "dependentSchemas",
      any.dependentSchemas(["a": any.required("b")]),
      ["dependentSchemas": ["a": ["required": ["b"]]]],
      admits: ["b": 1],
      refuses: ["a": 1]
    ),
    Row(
      "prefixItems",
      any.prefixItems([.string, .integer]),
      ["prefixItems": [["type": "string"], ["type": "integer"]]],
      admits: ["a", 1, true],
      refuses: [1]
    ),
    Row("items", any.items(.string), ["items": ["type": "string"]], admits: ["a"], refuses: [1]),
    Row(
      "contains",
      any.contains(.string),
      ["contains": ["type": "string"]],
      admits: [1, "a"],
      refuses: [1]
    ),
    Row(
      "properties",
      .object([.optional("a", .string)]),
      ["type": "object", "properties": ["a": ["type": "string"]]],
      admits: ["a": "x"],
      refuses: ["a": 1]
    ),
    Row(
      "patternProperties",
      any.patternProperties(["^x-": .string]),
      ["patternProperties": ["^x-": ["type": "string"]]],
      admits: ["x-a": "a", "y": 1],
      refuses: ["x-a": 1]
    ),
    Row(
      "additionalProperties",
      any.additionalProperties(.string),
      ["additionalProperties": ["type": "string"]],
      admits: ["a": "a"],
      refuses: ["a": 1]
    ),
    Row(
      "propertyNames",
      any.propertyNames(any.maxLength(1)),
      ["propertyNames": ["maxLength": 1]],
      admits: ["a": 1],
      refuses: ["ab": 1]
    ),
    Row(
      "unevaluatedItems",
      any.prefixItems([.string]).unevaluatedItems(.never),
      ["prefixItems": [["type": "string"]], "unevaluatedItems": false],
      admits: ["a"],
      refuses: ["a", 1]
    ),
    Row(
      "unevaluatedProperties",
      any.allOf([.object([.optional("a", .string)])]).unevaluatedProperties(.integer),
      [
        "allOf": [["type": "object", "properties": ["a": ["type": "string"]]]],
        "unevaluatedProperties": ["type": "integer"],
      ],
      admits: ["a": "x", "b": 1],
      refuses: ["a": "x", "b": "x"]
    ),
  ]

  static let annotations: [Row] = [
    Row("$comment", any.comment("why"), ["$comment": "why"], admits: 1),
    Row("title", any.titled("Name"), ["title": "Name"], admits: 1),
    Row("description", any.described("what it is"), ["description": "what it is"], admits: 1),
    Row("default", any.default(7), ["default": 7], admits: 1),
    Row("deprecated", any.deprecated(), ["deprecated": true], admits: 1),
    Row("readOnly", any.readOnly(), ["readOnly": true], admits: 1),
    Row("writeOnly", any.writeOnly(), ["writeOnly": true], admits: 1),
    Row("examples", any.examples([1, "a"]), ["examples": [1, "a"]], admits: 1),
    Row(
      "contentEncoding",
      any.contentEncoding("base64"),
      ["contentEncoding": "base64"],
      admits: "?"
    ),
    Row(
      "contentMediaType",
      any.contentMediaType("text/html"),
      ["contentMediaType": "text/html"],
      admits: 1
    ),
    Row(
      "contentSchema",
      any.contentSchema(.integer),
      ["contentSchema": ["type": "integer"]],
      admits: "a"
    ),
  ]

  @Test(arguments: validation + applicators + annotations)
  func eachHasASpellingThatMeansTheSame(_ row: Row) throws {
    let exported = try row.schema.jsonSchema(xml: false)
    let members = exported.members?.filter { $0.key != "$schema" } ?? []
    #expect(JSON.object(members) == row.json)
    let loaded = try Schema(loading: exported, formats: .assertion)
    for validator in [try SchemaValidator(row.schema), try SchemaValidator(loaded)] {
      #expect(validator.admits(row.admitted))
      if let refused = row.refused { #expect(!validator.admits(refused)) }
    }
  }

  @Test(arguments: validation + applicators + annotations)
  func eachIsSeenAlikeWhenItIsLoaded(_ row: Row) throws {
    let loaded = try Schema(loading: try row.schema.jsonSchema(), formats: .assertion)
    #expect(loaded.isNullable == row.schema.isNullable)
    for seed in 0..<3 as Range<UInt64> {
      #expect(loaded.sample(seed: seed) == row.schema.sample(seed: seed))
    }
    #expect(loaded.counterexamples() == row.schema.counterexamples())
    #expect(
      loaded.counterexamples(of: row.admitted) == row.schema.counterexamples(of: row.admitted)
    )
  }

  /// The keywords for which a value is found that breaks nothing else.
  static let broken: Set<String> = [
    "type", "enum", "const", "multipleOf", "maximum", "exclusiveMaximum", "minimum",
    "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems",
    "maxContains", "maxProperties", "minProperties", "required", "dependentRequired", "format",
    "not",
    "contains", "unevaluatedItems",
  ]

  @Test func valuesThatBreakThemAreFound() {
    var found: Set<String> = []
    for row in Self.validation + Self.applicators {
      let value = row.keyword == "dependentRequired" ? ["a": 1, "b": 1] : row.admitted
      let keywords = row.schema.counterexamples(of: value).map(\.keyword)
      if keywords.contains(row.keyword) { found.insert(row.keyword) }
    }
    #expect(Self.broken.subtracting(found) == [])
  }

  /// What is in a string is checked where somebody asks for it.
  @Test(
    arguments: [
      ("e30=", nil, nil), ("e30", "contentEncoding", nil), ("ew==", nil, "contentMediaType"),
      ("{}", "contentEncoding", nil),
    ] as [(String, String?, String?)]
  )
  func contentIsCheckedByChoice(text: String, encoding: String?, mediaType: String?) throws {
    let schema = Schema.string.contentEncoding("base64").contentMediaType("application/json")
    let asserting = Schema.string.contentEncoding("base64", as: .assertion)
      .contentMediaType("application/json", as: .assertion)
    let document = try schema.jsonSchema(xml: false)
    for schema in [schema, try Schema(loading: document)] {
      #expect(try SchemaValidator(schema).admits(.string(text)))
    }
    for schema in [asserting, try Schema(loading: document, content: .assertion)] {
      let validator = try SchemaValidator(schema)
      #expect(
        validator.validate(.string(text)).map(\.keyword)
          == [encoding, mediaType].compactMap(\.self)
      )
      let xml = try XMLDocument(parsing: "<a>\(text)</a>")
      #expect(validator.admits(xml) == validator.admits(.string(text)))
      #expect(schema.sample() == "e30=")
      #expect(schema.counterexamples().map(\.keyword).contains("contentMediaType"))
    }
  }

  @Test func contentOfUnknownKindsIsNotChecked() throws {
    let schema = Schema.string.contentEncoding("quoted-printable", as: .assertion)
      .contentMediaType("text/html", as: .assertion)
    #expect(try SchemaValidator(schema).admits("{"))
    #expect(try SchemaValidator(.any.contentEncoding("base64", as: .assertion)).admits(7))
  }

  @Test func wordsOfContent() throws {
    let schema = Schema.string.contentMediaType("application/problem+json", as: .assertion)
    #expect(
      try SchemaValidator(schema).validate("[").map(\.message)
        == ["At the whole value: expected a JSON text, found string \"[\"."]
    )
  }

  /// The keywords that name documents or places in them, which a value in Swift has no use for.
  static let ofDocuments: Set<String> = [
    "$schema", "$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$vocabulary", "$defs", "$ref",
  ]

  @Test func noneIsLeftOut() throws {
    let spelled = Set((Self.validation + Self.applicators + Self.annotations).map(\.keyword))
    var known: Set<String> = []
    for vocabulary in [
      "core", "applicator", "unevaluated", "validation", "meta-data", "format-annotation",
      "content",
    ] {
      let uri = "https://json-schema.org/draft/2020-12/meta/\(vocabulary)"
      let document = try #require(MetaSchema.document(at: uri))
      known.formUnion(document["properties"]?.members?.map(\.key) ?? [])
    }
    #expect(known.subtracting(spelled).subtracting(Self.ofDocuments) == [])
    #expect(spelled.isSubset(of: known))
  }

  @Test func whatStandsAlreadyIsKept() throws {
    let schema = Schema.any.anyOf([.string, .integer]).anyOf([.integer, .boolean])
      .exactlyOne([.integer]).exactlyOne([.number]).not(.constant(1)).not(.constant(2))
      .if(.integer, then: .any.minimum(0)).if(.integer, then: .any.maximum(9))
    let validator = try SchemaValidator(schema)
    for value: JSON in [0, 3, 9] { #expect(validator.admits(value), "\(value)") }
    for value: JSON in [-1, 1, 2, 10, "a", true] { #expect(!validator.admits(value), "\(value)") }
  }

  static let any = Schema.any
}
