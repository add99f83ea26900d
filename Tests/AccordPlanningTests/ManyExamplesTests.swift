import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordPlanning

/// The cases of very many examples, which are made when they are asked for.
struct ManyExamplesTests {
  /// A suite of one operation with so many examples.
  private static func suite(_ count: Int) -> ContractSuite {
    ContractSuite(
      "items",
      name: "Items",
      "Serves items.",
      errors: ErrorCatalogue(
        entries: [.entry("ItemNotFound", statuses: .exactly(.notFound))],
        places: [.name("/error")]
      ),
      contracts: [
        Contract(
          "items.get",
          "Returns an item.",
          document: "items.txt",
          routes: [.get("/items/{id}")],
          parameters: [.path("id", .string, example: "1")],
          responses: [.status(.ok, .payload(.object([.required("id", .integer)])))],
          examples: (1...count).map { number in
            .example(
              "item-\(number)",
              path: ["id": .literal(.string("\(number)"))],
              changesState: number.isMultiple(of: 7),
              expect: number.isMultiple(of: 90) ? .refusal(.error("ItemNotFound")) : .response(),
              basis: number.isMultiple(of: 50) ? .assumption("It was seen so.") : .stated
            )
          }
        )
      ]
    )
  }

  private let suite = Self.suite(700)

  @Test
  func theyAreThoseThatWouldBeKept() throws {
    let contract = try #require(suite.contracts.first { $0.id == "items.get" })
    let expected = ExamplePlanner().sketches(in: ContractScope(suite: suite, contract: contract))
      .map(\.testCase)
    let planned = CasePlanner().plan(suite).cases.filter { $0.origin == .example }
    #expect(planned.count == 700)
    #expect(planned.map(\.id) == expected.map(\.id))
    for (planned, expected) in zip(planned, expected) {
      #expect(planned == expected, "\(expected.id)")
      #expect(planned.suite == expected.suite)
      #expect(planned.contract == expected.contract)
      #expect(planned.origin == expected.origin)
      #expect(planned.access == expected.access)
      #expect(planned.callers == expected.callers)
      #expect(planned.givens == expected.givens)
      #expect(planned.made.title == expected.title)
    }
  }

  @Test
  func fewAreKeptWhole() {
    #expect(CasePlanner().plan(Self.suite(100)).cases.allSatisfy { !$0.isDrafted })
    let plan = CasePlanner().plan(suite)
    #expect(plan.cases.contains { $0.isDrafted })
    // A case of a source needs no live data, and nothing is used up by it.
    for testCase in plan.cases where testCase.isDrafted {
      #expect(testCase.made.givens.isEmpty)
      #expect(testCase.made.consumes.isEmpty && testCase.made.risks.isEmpty)
      #expect(testCase.made.relation == nil && testCase.made.workflow == nil)
      #expect(testCase.made.cleanUp.isEmpty)
    }
  }

  @Test
  func aCaseThatIsChangedIsItsOwn() throws {
    let plan = CasePlanner().plan(suite)
    let planned = try #require(plan.cases.first { $0.isDrafted })
    var changed = planned
    changed.title = "Another."
    #expect(!changed.isDrafted)
    #expect(changed != planned)
    #expect(changed.steps == planned.steps)
    #expect(changed.id == planned.id)
    changed.title = planned.title
    #expect(changed == planned)
    #expect(changed.hashValue == planned.hashValue)
  }
}
