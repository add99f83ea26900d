import AccordMocking
import AccordModel
import AccordSchema
import HTTPTypes
import Testing

/// What a mock answers from its contracts alone: as the example that the request repeats.
@Suite struct ContractAnswersTests {
  private static let lamp = Contract(
    "lamps.get",
    "Returns a lamp.",
    document: "lamps.txt",
    routes: [.get("/lamps/{id}")],
    parameters: [.path("id", .integer(in: 1...), example: 1), .query("color", .string)],
    responses: [.status(.ok, .empty), .status(.accepted, .empty, name: "later")],
    examples: [
      .example("usual"),
      .example("none", path: ["id": 8], expect: .refusal(.status(.notFound))),
      .example("blue", path: ["id": 8], query: ["color": "blue"], expect: .response("later")),
      .example("eight-again", path: ["id": 8]),
    ]
  )

  /// The example that says most goes before one that says nothing, wherever it stands; of those that say
  /// as much the first.
  @Test(arguments: [
    ("/lamps/1", 200), ("/lamps/8", 404), ("/lamps/8?color=blue", 202), ("/lamps/8?color=red", 404),
    ("/lamps/9?color=blue", 200),
  ])
  func theClosestExampleAnswers(_ target: String, _ status: Int) async {
    let mock = Mock([
      ContractSuite("lamps", name: "Lamps", "Switches lamps.", contracts: [Self.lamp])
    ])
    #expect(await mock.answer(MockRequest("GET", target)).status == status)
  }
}
