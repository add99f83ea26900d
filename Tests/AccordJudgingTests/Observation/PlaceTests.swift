import AccordModel
import AccordSchema
import Testing

@testable import AccordJudging

/// What the judge says of the place is what the reader of the body knows of it.
@Suite struct PlaceTests {
  private func violations(_ body: String, _ schema: Schema) throws -> [SchemaViolation] {
    try SchemaValidator(schema).validate(JSONDocument(parsing: Array(body.utf8)))
  }

  @Test(arguments: ["dc:title", "a/b", "a~b", "a[0]", "@id", "0"])
  func namesAreNotTakenApart(_ name: String) throws {
    let schema = Schema.object([.required("list", .array(of: .object([.required(name, .string)])))])
    let body = #"{"list":[{},{"# + JSON.string(name).text() + ":1}]}"
    let found = try violations(body, schema)
    #expect(
      found.map(\.path) == [
        InstancePath([.member("list"), .item(0)]),
        InstancePath([.member("list"), .item(1), .member(name)]),
      ]
    )
  }

  @Test func elementsHaveTheirNumbers() throws {
    let document = try XMLDocument(parsing: Array("<a><b/><b c='1'/><d/></a>".utf8))
    let children = document.root.childElements
    #expect(
      children.map(\.instancePath) == [
        InstancePath([.element("a"), .element("b", number: 1)]),
        InstancePath([.element("a"), .element("b", number: 2)]),
        InstancePath([.element("a"), .element("d")]),
      ]
    )
  }

  @Test func theAnswerThatIsAgreedWithIsData() {
    let book = #"{"items":[{"id":7,"title":"a, as in b, because c"}]}"#
    let example = RuleExample.relation(
      "twice",
      .sameReadTwice,
      [.list(.json(book)), .list(.json(#"{"items":[{"id":7,"title":"d"}]}"#))]
    )
    let violation = Judge().judge(example).violations.first
    #expect(violation?.reference?.step == 0)
    #expect(violation?.reference?.value == #""a, as in b, because c""#)
    #expect(
      violation?.place == .body(InstancePath([.member("items"), .item(0), .member("title")]))
    )
  }
}
