@testable import AccordSchema
import Testing

@Suite("The graph of a loaded document")
struct GraphTests {
  static func loaded(
    _ text: String,
    _ draft: SchemaDraft = .draft202012,
    registry: SchemaRegistry = SchemaRegistry()
  ) throws -> Schema {
    let document = try JSONDocument(parsing: Array(text.utf8)).root.value
    return try Schema(loading: document, draft: draft, registry: registry, formats: .assertion)
  }

  static let documents: [(String, SchemaDraft)] = [
    (##"{"$ref": "#/$defs/a", "$defs": {"a": {"type": "integer"}}}"##, .draft202012),
    (
      ##"{"$ref": "#/definitions/a", "definitions": {"a": {"minimum": 2}}, "type": "string"}"##,
      .draft7
    ),
    (##"{"items": [{"type": "integer"}], "additionalItems": {"type": "string"}}"##, .draft7),
    (##"{"minimum": 2, "exclusiveMinimum": true}"##, .draft4),
    (##"{"dependencies": {"a": ["b"], "b": {"required": ["c"]}}}"##, .draft6),
    (
      ##"{"if": {"type": "integer"}, "then": {"minimum": 2}, "else": {"type": "string"}}"##,
      .draft7
    ),
    (
      ##"{"prefixItems": [{"const": 1}], "items": {"enum": ["a"]}, "contains": {"const": "a"}}"##,
      .draft202012
    ),
    (
      ##"{"properties": {"a": false}, "required": ["b"], "additionalProperties": {"type": "integer"}}"##,
      .draft201909
    ),
    // What no value could hold before.
    (##"{"type": "object", "properties": {"a": {"$ref": "#"}}}"##, .draft202012),
    (##"{"properties": {"a": {"minimum": 2}}, "unevaluatedProperties": false}"##, .draft202012),
    (##"{"prefixItems": [{"const": 1}], "unevaluatedItems": {"type": "string"}}"##, .draft202012),
    (##"{"contains": {"const": 1}, "unevaluatedItems": false, "minItems": 1}"##, .draft201909),
    (
      ##"{"type": ["object", "integer"], "$dynamicAnchor": "n", "additionalProperties": {"$dynamicRef": "#n"}}"##,
      .draft202012
    ),
    (
      ##"{"type": ["object", "integer"], "$recursiveAnchor": true, "additionalProperties": {"$recursiveRef": "#"}}"##,
      .draft201909
    ),
    (
      ##"{"properties": {"a": {"$id": "urn:a", "$ref": "#/$defs/b", "$defs": {"b": {"type": "integer"}}}}, "required": ["a"]}"##,
      .draft202012
    ),
    (##"{"type": "integer"}"##, .draft4),
    (##"{"enum": []}"##, .draft7),
  ]

  static let values: [JSON] = [
    1, 2, 3, 1.5, "a", true, .null, [], [1], [1, "a"], [1, 2], ["a", "a"], [:], ["a": 1], ["b": 1],
    ["a": 1, "b": 2], ["b": 1, "c": 2], ["a": 1, "b": 2, "c": 3], ["b": "x"], ["a": ["a": [:]]],
    ["a": ["a": 1]], ["a": ["a": "x"]], ["a": "x"],
  ]

  /// A schema whose keywords are written as those of one in Swift, as far as it does not come back to
  /// itself.
  static func written(_ schema: Schema, inside open: Set<Schema.Identity> = []) -> Schema {
    guard let open = open.entering(schema) else { return schema }
    return schema.with { $0.mapSchemas { written($0, inside: open) } }
  }

  @Test("It means what the document means", arguments: documents)
  func meaning(_ text: String, _ draft: SchemaDraft) throws {
    let schema = try Self.loaded(text, draft)
    let document = try SchemaValidator(schema)
    let written = Self.written(schema)
    #expect(!written.mayRecur)
    let graph = try SchemaValidator(written)
    #expect(Self.values.contains { !document.admits($0) })
    for value in Self.values {
      #expect(graph.admits(value) == document.admits(value), "\(value)")
    }
    let whole = JSONNumber("1.0").map(JSON.number) ?? .null
    #expect(graph.admits(whole) == document.admits(whole))
  }

  @Test("References are nodes, and those that come back are the node where they began")
  func cycle() throws {
    let schema = try Self.loaded(
      ##"{"$defs": {"n": {"properties": {"next": {"$ref": "#/$defs/n"}}}}, "$ref": "#/$defs/n", "minProperties": 1}"##
    )
    let first = try #require(schema.content.allOf.first)
    let next = try #require(first.content.members.first).schema
    let after = try #require(next.content.members.first).schema
    #expect(first.identity == next.identity)
    #expect(next.identity == after.identity)
    #expect(first == next)
    #expect(first.content == after.content)
    #expect(Set([first, next, after, schema]).count == 2)
  }

  @Test("Documents of a registry are in the same graph")
  func registry() throws {
    var registry = SchemaRegistry()
    registry.add(
      ["type": "object", "properties": ["back": ["$ref": "root"], "n": ["type": "integer"]]],
      at: "https://example.com/other"
    )
    let document: JSON = ["properties": ["o": ["$ref": "https://example.com/other"]]]
    let schema = try Schema(
      loading: document,
      at: "https://example.com/root",
      registry: registry
    )
    let other = try #require(schema.content.members.first).schema
    #expect(other.content.members.map(\.name) == ["back", "n"])
    let back = other.content.members[0].schema
    #expect(back.content.members.map(\.name) == ["o"])
    #expect(try !SchemaValidator(back).admits(["o": ["n": "x"]]))
    #expect(schema.sample() == ["o": ["back": nil, "n": 1]])
  }

  @Test("References that multiply come to an end")
  func multiplied() throws {
    // Each definition holds the next one twice: 2 to the 30th schemas.
    let shapes = [
      ##""allOf": [{"$ref": "NEXT"}, {"$ref": "NEXT"}]"##,
      ##""anyOf": [{"$ref": "NEXT"}, {"$ref": "NEXT"}]"##,
      ##""properties": {"a": {"$ref": "NEXT"}, "b": {"$ref": "NEXT"}}"##,
      ##""items": {"$ref": "NEXT"}, "prefixItems": [{"$ref": "NEXT"}]"##,
    ]
    for shape in shapes {
      let definitions = (0..<30).map { number in
        let next = shape.replacing("NEXT", with: "#/$defs/d\(number + 1)")
        return ##""d\##(number)": {\##(next)}"##
      }
      let schema = try Self.loaded(
        ##"{"$ref": "#/$defs/d0", "$defs": {"## + definitions.joined(separator: ",")
          + ##", "d30": {"type": ["object", "array", "string", "null"]}}}"##
      )
      _ = schema.isNullable
      _ = schema.withMergedMembers
      _ = try LexicalReader(schema).json(LexicalValue(.map([]), atByte: 0))
      // To hold a value to alternatives that multiply takes as long as it always did.
      if !shape.contains("Of") { #expect(schema.sample() != nil, "\(shape)") }
    }
  }

  @Test("A reference that leads nowhere is told by whoever makes a validator, also of a copy")
  func dangling() throws {
    let schema = try Self.loaded(##"{"properties": {"a": {"$ref": "#/$defs/none"}}}"##)
    #expect(throws: SchemaError.self) { try SchemaValidator(schema) }
    #expect(throws: SchemaError.self) { try SchemaValidator(schema.described("described")) }
    #expect(schema.sample() == nil)
  }

  @Test("Samples and counterexamples can be had of a loaded document")
  func samples() throws {
    let schema = try Self.loaded(
      ##"{"type": "object", "properties": {"a": {"type": "integer", "minimum": 3}}, "required": ["a"]}"##
    )
    #expect(schema.sample() == ["a": 3])
    let keywords = Set(schema.counterexamples().map(\.keyword))
    #expect(keywords == ["type", "minimum", "required"])
  }

  @Test("A tree is sampled, broken, read from texts and written as XML Schema")
  func tree() throws {
    let schema = try Self.loaded(
      ##"""
      {
        "$defs": {
          "node": {
            "type": "object", "xml": {"name": "Node"}, "required": ["count", "nodes"],
            "properties": {
              "count": {"type": "integer"},
              "nodes": {
                "type": "array", "xml": {"wrapped": true}, "items": {"$ref": "#/$defs/node"}
              },
              "next": {"anyOf": [{"$ref": "#/$defs/node"}, {"type": "null"}]}
            }
          }
        },
        "$ref": "#/$defs/node"
      }
      """##
    )
    #expect(schema.sample() == ["count": 1, "nodes": [], "next": nil])
    let value: JSON = ["count": 1, "nodes": [["count": 2, "nodes": []]], "next": nil]
    let places = Set(schema.counterexamples(of: value).map(\.pointer.description))
    #expect(places.isSuperset(of: ["/nodes/0/count", "/nodes/0/nodes", "/count"]))
    let form = FormDocument(parsing: Array("count=7&nodes=[{count:8,nodes:[]}]".utf8))
    #expect(try SchemaValidator(schema).validate(form).isEmpty)
    let set = try schema.xmlSchema(named: "tree")
    #expect(!set.documents.map(\.text).joined().contains("Anything"))
    let xml = try BodyWriter.xml(value, as: schema)
    #expect(BodyReader.value(of: try XMLDocument(parsing: xml).root, as: schema) == value)
  }
}
