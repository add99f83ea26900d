@testable import AccordSchema
import Testing

/// What differs between drafts, and what references do, beyond the public suite.
struct SchemaLoadingTests {
  /// A schema of one draft with values that conform to it and values that do not.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let draft: SchemaDraft
    let schema: String
    let accepted: [JSON]
    let rejected: [JSON]

    var testDescription: String { "\(draft.name), \(name)" }
  }

  static let drafts: [Row] = [
    Row(
      name: "exclusive limits are numbers",
      draft: .draft6,
      schema: #"{"exclusiveMinimum": 1, "exclusiveMaximum": 3}"#,
      accepted: [2, "x"],
      rejected: [1, 3]
    ),
    Row(
      name: "exclusive limits are flags",
      draft: .draft4,
      schema: #"{"minimum": 1, "exclusiveMinimum": true, "maximum": 3}"#,
      accepted: [2, 3],
      rejected: [1, 4]
    ),
    Row(
      name: "const is known",
      draft: .draft6,
      schema: #"{"const": 1}"#,
      accepted: [1.0],
      rejected: [2]
    ),
    Row(
      name: "const is unknown",
      draft: .draft4,
      schema: #"{"const": 1}"#,
      accepted: [1, 2],
      rejected: []
    ),
    Row(
      name: "contains is known",
      draft: .draft6,
      schema: #"{"contains": {"const": 1}, "minContains": 2}"#,
      accepted: [[1], [2, 1]],
      rejected: [[], [2]]
    ),
    Row(
      name: "propertyNames is known",
      draft: .draft6,
      schema: #"{"propertyNames": {"maxLength": 1}}"#,
      accepted: [["a": 1], [:]],
      rejected: [["ab": 1]]
    ),
    Row(
      name: "if is unknown",
      draft: .draft6,
      schema: #"{"if": true, "then": false}"#,
      accepted: [1],
      rejected: []
    ),
    Row(
      name: "a boolean is a schema",
      draft: .draft6,
      schema: #"{"properties": {"a": false, "b": true}}"#,
      accepted: [["b": 1]],
      rejected: [["a": 1]]
    ),
    Row(
      name: "what stands beside $ref is ignored",
      draft: .draft6,
      schema: ##"{"$ref": "#/definitions/a", "maximum": 1, "definitions": {"a": {"minimum": 0}}}"##,
      accepted: [0, 5],
      rejected: [-1]
    ),
    Row(
      name: "$id with a fragment names a place",
      draft: .draft6,
      schema: ##"{"items": {"$ref": "#a"}, "definitions": {"x": {"$id": "#a", "type": "null"}}}"##,
      accepted: [[nil], []],
      rejected: [[1]]
    ),
    Row(
      name: "items is a list of schemas",
      draft: .draft6,
      schema: #"{"items": [{"type": "null"}], "additionalItems": {"type": "string"}}"#,
      accepted: [[], [nil], [nil, "a"]],
      rejected: [[1], [nil, 1]]
    ),
    Row(
      name: "1.0 is an integer",
      draft: .draft6,
      schema: #"{"type": "integer"}"#,
      accepted: [1.0],
      rejected: [1.5]
    ),
    Row(
      name: "what stands beside $ref counts",
      draft: .draft201909,
      schema: ##"{"$ref": "#/$defs/a", "maximum": 1, "$defs": {"a": {"minimum": 0}}}"##,
      accepted: [0, 1],
      rejected: [-1, 5]
    ),
    Row(
      name: "$anchor names a place",
      draft: .draft201909,
      schema: ##"{"items": {"$ref": "#a"}, "$defs": {"x": {"$anchor": "a", "type": "null"}}}"##,
      accepted: [[nil]],
      rejected: [[1]]
    ),
    Row(
      name: "items is a list and prefixItems unknown",
      draft: .draft201909,
      schema: #"{"items": [{"type": "null"}], "additionalItems": false, "prefixItems": [false]}"#,
      accepted: [[], [nil]],
      rejected: [[1], [nil, nil]]
    ),
    Row(
      name: "contains has bounds",
      draft: .draft201909,
      schema: #"{"contains": {"const": 1}, "minContains": 2, "maxContains": 3}"#,
      accepted: [[1, 1], [1, 2, 1, 1]],
      rejected: [[1], [1, 1, 1, 1]]
    ),
    Row(
      name: "contains evaluates nothing",
      draft: .draft201909,
      schema: #"{"contains": {"const": 1}, "unevaluatedItems": false}"#,
      accepted: ["x"],
      rejected: [[1]]
    ),
    Row(
      name: "contains evaluates what it admits",
      draft: .draft202012,
      schema: #"{"contains": {"const": 1}, "unevaluatedItems": false}"#,
      accepted: [[1], [1, 1]],
      rejected: [[1, 2]]
    ),
    Row(
      name: "additionalItems evaluates all",
      draft: .draft201909,
      schema: #"{"items": [true], "additionalItems": true, "unevaluatedItems": false}"#,
      accepted: [[], [1], [1, 2]],
      rejected: []
    ),
    Row(
      name: "unevaluatedProperties looks into branches that hold",
      draft: .draft201909,
      schema: #"""
        {"anyOf": [{"properties": {"a": {"const": 1}}, "required": ["a"]},
                   {"properties": {"b": true}, "required": ["b"]}],
         "unevaluatedProperties": false}
        """#,
      accepted: [["a": 1], ["b": 2], ["a": 1, "b": 2]],
      rejected: [["a": 2, "b": 2], ["c": 1], ["a": 1, "c": 1]]
    ),
    Row(
      name: "dependentSchemas and dependentRequired",
      draft: .draft201909,
      schema: #"""
        {"dependentSchemas": {"a": {"required": ["b"]}}, "dependentRequired": {"c": ["d"]}}
        """#,
      accepted: [[:], ["a": 1, "b": 1], ["c": 1, "d": 1]],
      rejected: [["a": 1], ["c": 1]]
    ),
    Row(
      name: "dependencies",
      draft: .draft6,
      schema: #"{"dependencies": {"a": {"required": ["b"]}, "c": ["d"]}}"#,
      accepted: [[:], ["a": 1, "b": 1], ["c": 1, "d": 1]],
      rejected: [["a": 1], ["c": 1]]
    ),
    Row(
      name: "$recursiveRef without an anchor is a reference",
      draft: .draft201909,
      schema: ##"{"properties": {"a": {"$recursiveRef": "#"}}, "additionalProperties": false}"##,
      accepted: [["a": ["a": [:]]]],
      rejected: [["a": ["b": 1]]]
    ),
    Row(
      name: "$recursiveRef leads to the outermost anchor",
      draft: .draft201909,
      schema: ##"""
        {"$id": "http://example.com/strict", "$recursiveAnchor": true, "$ref": "tree",
         "unevaluatedProperties": false,
         "$defs": {"tree": {"$id": "http://example.com/tree", "$recursiveAnchor": true,
           "type": "object",
           "properties": {"data": true, "children": {"items": {"$recursiveRef": "#"}}}}}}
        """##,
      accepted: [["data": 1, "children": [["data": 2]]]],
      rejected: [["children": [["daat": 2]]], ["daat": 2]]
    ),
    Row(
      name: "$recursiveRef stops at a resource without an anchor",
      draft: .draft201909,
      schema: ##"""
        {"$id": "http://example.com/open", "$recursiveAnchor": false, "$ref": "tree",
         "required": ["data"],
         "$defs": {"tree": {"$id": "http://example.com/tree", "$recursiveAnchor": true,
           "properties": {"children": {"items": {"$recursiveRef": "#"}}}}}}
        """##,
      accepted: [["data": 1, "children": [[:]]]],
      rejected: [["children": []]]
    ),
  ]

  @Test("Drafts differ", arguments: drafts)
  func verdicts(row: Row) throws {
    let document = try JSONDocument(parsing: row.schema).root.value
    let validator = try SchemaValidator(Schema(loading: document, draft: row.draft))
    for value in row.accepted {
      #expect(validator.validate(value).map(\.message) == [], "\(value)")
    }
    for value in row.rejected {
      #expect(!validator.admits(value), "\(value)")
    }
  }

  @Test("Every meta-schema admits itself and refuses what is none", arguments: SchemaDraft.allCases)
  func metaSchemas(draft: SchemaDraft) throws {
    let metaSchema = try #require(SchemaRegistry().document(at: draft.metaSchemaURI))
    #expect(try Schema.violations(inDocument: metaSchema).map(\.message) == [])
    let broken: JSON = ["type": "strin", "minLength": -1]
    let places = try Schema.violations(inDocument: broken, draft: draft).map(\.instanceLocation)
    #expect(places == ["/type", "/minLength"])
  }

  @Test func everyEmbeddedMetaSchemaIsRead() {
    let uris = MetaSchema.uris
    #expect(uris.count == 19)
    for uri in uris { #expect(MetaSchema.document(at: uri) != nil, "\(uri)") }
  }

  @Test func aLoadedSchemaStandsInsideAWrittenOne() throws {
    let loaded = try Schema(loading: ["properties": ["id": ["type": "integer"]]])
    let validator = try SchemaValidator(.object([.required("a", loaded), .required("b", loaded)]))
    let violations = validator.validate(["a": ["id": 1], "b": ["id": "x"]])
    #expect(violations.map(\.schemaLocation) == ["/properties/b/properties/id/type"])
    #expect(violations.map(\.instanceLocation) == ["/b/id"])
  }

  @Test func aViolationNamesTheDocumentOfItsSchema() throws {
    var registry = SchemaRegistry()
    registry.add(["$defs": ["id": ["minimum": 1]]], at: "http://example.com/ids.json")
    let schema = try Schema(
      loading: ["items": ["$ref": "ids.json#/$defs/id"]],
      at: "http://example.com/list.json",
      registry: registry
    )
    let violations = try SchemaValidator(schema).validate([1, 0])
    #expect(violations.map(\.schemaLocation) == ["http://example.com/ids.json#/$defs/id/minimum"])
    #expect(violations.map(\.message) == ["At /1: expected at least 1, found integer 0."])
  }

  @Test func aDocumentIsKnownByTheNameThatItGivesItself() throws {
    var registry = SchemaRegistry()
    registry.add(["$id": "urn:example:null", "type": "null"], at: "file:///schemas/null.json")
    let schema = try Schema(loading: ["$ref": "urn:example:null"], registry: registry)
    let validator = try SchemaValidator(schema)
    #expect(validator.admits(nil))
    #expect(!validator.admits(1))
  }

  @Test(
    "A schema that always applies itself to the same value is refused",
    arguments: [
      ##"{"anyOf": [{"$ref": "#"}, {"$ref": "#"}]}"##, ##"{"not": {"$ref": "#"}}"##,
      ##"{"oneOf": [{"$ref": "#"}, {"$ref": "#"}, {"not": {"$ref": "#"}}]}"##,
      ##"{"$ref": "#"}"##,
      ##"{"if": {"$ref": "#"}, "then": {"$ref": "#"}, "else": {"$ref": "#"}}"##,
    ]
  )
  func endless(text: String) throws {
    let document = try JSONDocument(parsing: text).root.value
    #expect(throws: SchemaError.self) { try SchemaValidator(Schema(loading: document)) }
  }

  @Test func aDynamicReferenceToItselfEnds() throws {
    let text = ##"{"$dynamicAnchor": "a", "allOf": [{"$dynamicRef": "#a"}]}"##
    let document = try JSONDocument(parsing: text).root.value
    let validator = try SchemaValidator(Schema(loading: document))
    #expect(validator.outcome(of: try JSONDocument(parsing: "1")).verdict == .undecided)
    #expect(!validator.admits(try JSONDocument(parsing: "1")))
    #expect(!validator.admits(try XMLDocument(parsing: "<a>1</a>")))
  }

  @Test func namesThatAreOnlyEquivalentAreDifferent() throws {
    // é as one scalar and as two.
    let schema = try Schema(loading: [
      "properties": ["\u{E9}": ["type": "null"], "e\u{301}": ["type": "string"]]
    ])
    let validator = try SchemaValidator(schema)
    #expect(validator.admits(["\u{E9}": nil, "e\u{301}": "x"]))
    #expect(!validator.admits(["\u{E9}": "x"]))
    #expect(!validator.admits(["e\u{301}": nil]))
  }

  @Test func aDocumentChecksXML() throws {
    let schema = try Schema(
      loading: [
        "$ref": "#/$defs/node",
        "$defs": [
          "node": [
            "type": "object", "required": ["id"],
            "properties": ["id": ["type": "integer"], "node": ["$ref": "#/$defs/node"]],
          ]
        ],
      ]
    )
    let validator = try SchemaValidator(schema)
    let good = try XMLDocument(parsing: "<a><id>1</id><node><id>2</id></node></a>")
    #expect(validator.validate(good).map(\.message) == [])
    let bad = try XMLDocument(parsing: "<a><id>1</id><node><id>x</id></node></a>")
    #expect(validator.validate(bad).map(\.keyword) == ["type"])
  }

  @Test func formatIsAssertedOnDemand() throws {
    let document: JSON = ["format": "ipv4"]
    let annotating = try SchemaValidator(Schema(loading: document))
    #expect(annotating.admits("x"))
    let asserting = try SchemaValidator(Schema(loading: document, formats: .assertion))
    #expect(!asserting.admits("x"))
    #expect(asserting.admits("192.0.2.1"))
    #expect(try SchemaValidator(Schema(loading: ["format": "no"], formats: .assertion)).admits("x"))
  }
}
