import Accord
import Testing

@testable import AccordCommand

@Suite struct BodyCheckTests {
  private let schema = Schema.object([
    .required("id", .integer(in: 1...)), .optional("name", .nonEmptyString),
  ]).titled("Pet")

  private func findings(_ text: String, named name: String) throws -> [String] {
    try BodyCheck(Array(text.utf8), named: name, BodyFormat(ending: name))
      .findings(against: schema)
  }

  @Test func findsNothingWhereNothingIsWrong() throws {
    #expect(try findings(#"{"id": 1, "name": "Rex"}"#, named: "a.json") == [])
    #expect(try findings("<Pet><id>1</id></Pet>", named: "a.xml") == [])
    #expect(try findings("{\"id\": 1}\n{\"id\": 2}\n", named: "a.jsonl") == [])
  }

  @Test func pointsAtThePlace() throws {
    let found = try findings("{\n  \"id\": \"1\",\n  \"name\": \"\"\n}", named: "a.json")
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("a.json:2:9: type: /id: expected "))
    #expect(found[0].hasSuffix("\n    \"id\": \"1\",\n          ^"))
    #expect(found[1].hasPrefix("a.json:3:11: minLength: /name: expected "))
  }

  @Test func pointsAtWhatIsNotWellFormed() throws {
    let found = try findings("{\"id\": 1,}", named: "a.json")
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("a.json:1:10: not well-formed: "))
    #expect(try findings("<Pet><id>1</Pet>", named: "a.xml").count == 1)
  }

  @Test func showsHostileTextHarmlessly() throws {
    let found = try findings("{\"id\": \"\u{202E}x\u{7F}\"}", named: "a.json")
    #expect(!found.joined().unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{7F}" })
  }
}
