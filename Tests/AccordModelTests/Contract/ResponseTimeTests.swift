import AccordModel
import HTTPTypes
import Testing

/// A promise of how long answers take.
struct ResponseTimeTests {
  private static let contract = Contract(
    "orders.get",
    "Shows an order.",
    document: "shop.txt",
    routes: [.get("/orders")],
    responses: [.status(.ok, .empty)],
    examples: [.example("all")]
  )

  private static func suite(_ contract: Contract) -> ContractSuite {
    ContractSuite("shop", name: "Shop", "Sells things.", contracts: [contract])
  }

  @Test(arguments: [
    (Duration.milliseconds(300), "300 ms"), (.seconds(2), "2 s"), (.milliseconds(1_500), "1500 ms"),
    (.microseconds(250), "0.25 ms"), (.nanoseconds(300_000_001), "300.000001 ms"), (.zero, "0 ms"),
  ])
  func isSaidInWords(_ limit: Duration, _ words: String) {
    let time = Self.contract.answers(within: limit).responseTime
    #expect(time?.clause.sentence == "An answer takes \(words) at most.")
  }

  @Test func isAssumedUnlessItIsStated() {
    let page = SourcePage("Service level", "https://shop.example/sla")
    #expect(Self.contract.answers(within: .seconds(1)).responseTime?.clause.basis.isStated == false)
    let stated = Self.contract.answers(within: .seconds(1), basis: .statedBy(page))
    #expect(stated.responseTime?.clause.basis == .statedBy(page))
    let suite = Self.suite(Self.contract).answers(within: .seconds(1))
    #expect(ContractLint().problems(in: suite).isEmpty)
  }

  @Test func whatAContractSaysGoesBefore() throws {
    let own = Self.contract.answers(within: .milliseconds(50))
    let suite = Self.suite(own).answers(within: .seconds(1))
    #expect(own.responseTime(in: suite)?.limit == .milliseconds(50))
    #expect(Self.contract.responseTime(in: suite)?.limit == .seconds(1))
    #expect(own.responseTime?.clause.source.line != suite.responseTime?.clause.source.line)
    #expect(own.clauses(in: suite).count { $0.id == "response-time" } == 1)
    let promise = try #require(own.promises(in: suite).first { $0.id == "response-time" })
    #expect(promise.kind == .response)
    #expect(promise.sentence == "An answer takes 50 ms at most.")
  }

  @Test(arguments: [Duration.zero, .milliseconds(-5)])
  func noAnswerTakesLessThanNothing(_ limit: Duration) {
    let suite = Self.suite(Self.contract.answers(within: limit))
    let words = limit == .zero ? "0 ms" : "-5 ms"
    #expect(
      ContractLint().problems(in: suite).map(\.message) == [
        "Answers are promised within a time of more than 0 ms, found \(words). Say how long an answer may take."
      ]
    )
  }
}
