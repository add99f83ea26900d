@testable import AccordJudging
import AccordModel
import AccordSchema
import Testing

/// A violation names the member that it is about, whatever characters the name has.
@Suite struct BrokenMemberTests {
  static let names = ["dc:title", "a[0]", "a/b", "a~b", "0", "*"]

  private static let schema: Schema = .object([
    .required("items", .array(of: .object(names.map { .optional($0, .integer) })))
  ])

  private func members(
    _ response: Exchange.Response,
    _ schema: Schema,
    in format: Format
  ) -> [[String]] {
    var expectation = BookShop.found(in: format)
    guard case .success(var rule) = expectation.outcome else { return [] }
    rule.content = .payload(schema)
    expectation.outcome = .success(rule)
    return Judge().judge(.answer("wrong", to: expectation, response)).violations.map(\.members)
  }

  @Test(arguments: names)
  func inJSON(_ name: String) {
    let body = JSON.object([
      JSONMember("items", [.object([]), .object([JSONMember(name, "no number")])])
    ])
    let path = "/items/*/" + JSONPointer(tokens: [name]).description.dropFirst()
    #expect(
      members(.json(body.text()), Self.schema, in: BookShop.json)
        == [["response/success/content/member\(path)"]]
    )
  }

  @Test func whatIsMissingIsTheMemberThatIsBroken() {
    let schema: Schema = .object([.required("owner", .object([.required("dc:name", .string)]))])
    #expect(
      members(.json(#"{"owner":{}}"#), schema, in: BookShop.json)
        == [["response/success/content/member/owner/dc:name"]]
    )
    #expect(
      members(.xml("<Book xmlns=\"urn:books\"><id>7</id></Book>"), BookShop.book, in: BookShop.xml)
        == [["response/success/content/member/title"]]
    )
  }

  @Test func inXML() {
    let text = """
      <Books xmlns="urn:books"><items><Book><id>1</id><title>a</title></Book>\
      <Book><id>x</id><title>b</title></Book></items></Books>
      """
    #expect(
      members(.xml(text), BookShop.books, in: BookShop.xml)
        == [["response/success/content/member/items/*/id"]]
    )
  }

  @Test func inARow() {
    let example = RuleExample.relation(
      "rows",
      .sameReadTwice,
      [
        .list(
          .answer(
            200,
            "text/jsonl",
            #"{"id":1,"title":"a"}"# + "\n" + #"{"id":"x","title":"b"}"# + "\n"
          ),
          in: BookShop.jsonLines
        )
      ]
    )
    let judgement = Judge().judge(example)
    #expect(judgement.violations.map(\.place.description) == ["response body row 2 /id"])
    #expect(
      judgement.violations.map(\.members) == [["response/success/content/member/items/*/id"]]
    )
    #expect(judgement.exercised.contains("response/success/content/member/items/*/title"))
  }
}
