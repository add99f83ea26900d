import AccordSchema
import Testing

@testable import AccordReporting

struct SchemaTextTests {
  static let schemas: [(schema: Schema, phrase: String)] = [
    (.any, "anything"),
    (.never, "nothing"),
    (.null, "null"),
    (.string, "string"),
    (.string.nullable, "string or null"),
    (.nonEmptyString, "string, not empty"),
    (.string(length: 1...64), "string, 1 to 64 characters"),
    (.string(length: 3...3), "string, 3 characters"),
    (.string(pattern: "^a|b$"), "string, matches <code>&#94;a&#124;b&#36;</code>"),
    (.integer(in: 1...), "integer, at least 1"),
    (.integer(in: ...9).nullable, "integer or null, at most 9"),
    (.oneOf("A", "B"), "one of `A`, `B`"),
    (.oneOf("A", "B").nullable, "one of `A`, `B` or null"),
    (.constant(true), "exactly `true`"),
    (.guid, "GUID"),
    (.dotNetDateTime.nullable, "date and time (/Date(ms)/ or ISO 8601) or null"),
    (.format("iri"), "string of format `iri`"),
    (.array(of: .guid), "list of GUID"),
    (.array(of: .string.nullable, count: 0...2), "list of string, 0 to 2 items; items may be null"),
    (.dictionary(of: .string.nullable), "map of names to string or null"),
    (.object([]).titled("Thing").nullable, "Thing or null"),
    (.anyOf([.string, .integer]), "string or integer"),
    (.anyOf([.guid, .integer]).nullable, "GUID or integer or null"),
    (.object([.required("a", .string)], additional: .forbidden), "object, no other members"),
  ]

  @Test(arguments: schemas.indices)
  func phrase(_ index: Int) {
    #expect(SchemaText(Self.schemas[index].schema).phrase == Self.schemas[index].phrase)
  }
}
