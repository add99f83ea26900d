@testable import AccordSchema
import Testing

@Suite("Schemas that hold themselves")
struct RecursionTests {
  static let folder = Schema.recursive("Folder") { folder in
    .object([
      .required("name", .string),
      .optional("folders", .array(of: folder)),
      .optional("parent", folder.nullable),
    ]).titled("Folder")
  }

  static let values: [(JSON, Bool)] = [
    (["name": "a"], true), (["name": "a", "parent": nil], true),
    (["name": "a", "folders": [["name": "b", "folders": []]]], true),
    (["name": "a", "parent": ["name": "b", "parent": ["name": "c"]]], true),
    (["name": "a", "folders": [["name": 7]]], false),
    (["name": "a", "parent": ["name": "b", "parent": ["name": 7]]], false),
  ]

  @Test func theyAreCheckedToAnyDepth() throws {
    let validator = try SchemaValidator(Self.folder)
    for (value, isValid) in Self.values { #expect(validator.admits(value) == isValid, "\(value)") }
  }

  @Test func aDocumentKeepsThemByTheirName() throws {
    let exported = try Schema.array(of: Self.folder).jsonSchema(xml: false)
    #expect(exported["items"] == ["$ref": "#/$defs/Folder"])
    let definition = exported["$defs"]?["Folder"]
    #expect(definition?["properties"]?["folders"]?["items"] == ["$ref": "#/$defs/Folder"])
    let loaded = try Schema(loading: try Self.folder.jsonSchema(), formats: .assertion)
    let validator = try SchemaValidator(loaded)
    for (value, isValid) in Self.values { #expect(validator.admits(value) == isValid, "\(value)") }
    #expect(loaded.sample() == Self.folder.sample())
    #expect(loaded.counterexamples() == Self.folder.counterexamples())
  }

  @Test func twoOfOneNameAndOneBodyAreEqual() {
    func list(_ items: Schema) -> Schema {
      .recursive("List") { .object([.required("item", items), .optional("rest", $0)]) }
    }
    #expect(list(.string) == list(.string))
    #expect(list(.string) != list(.integer))
    #expect(Set([list(.string), list(.string), list(.integer)]).count == 2)
  }

  @Test func samplesEndWhereTheyMay() throws {
    #expect(Self.folder.sample() == ["name": "text", "folders": [], "parent": nil])
    let endless = Schema.recursive("Endless") { .object([.required("again", $0)]) }
    #expect(endless.sample() == nil)
    #expect(try !SchemaValidator(endless).admits([:]))
  }

  @Test func whatAppliesItselfToItsOwnValueIsRefused() {
    for schema in [
      Schema.recursive("A") { $0 }, .recursive("B") { .anyOf([$0, .null]) },
      .recursive("C") { $0.described("C") },
      .recursive("D") { .object([.optional("a", .string)], extending: $0) },
    ] {
      #expect(throws: SchemaError.self) { try SchemaValidator(schema) }
      #expect(schema.sample() == nil)
    }
  }

  @Test func theyAreTypesInXMLSchemaThatHoldThemselves() throws {
    let set = try Self.folder.xmlSchema(named: "folder")
    let text = set.documents.map(\.text).joined()
    #expect(text.contains(#"<xs:extension base="Folder-2"/>"#))
    #expect(!text.contains("Anything"))
    let value: JSON = ["name": "a", "folders": [["name": "b"]], "parent": ["name": "c"]]
    let xml = try BodyWriter.xml(value, as: Self.folder)
    let document = try XMLDocument(parsing: xml)
    #expect(try SchemaValidator(Self.folder).validate(document).isEmpty)
    #expect(BodyReader.value(of: document.root, as: Self.folder) == value)
  }
}
