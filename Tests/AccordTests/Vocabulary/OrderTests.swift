import Accord
import AccordModel
import AccordReporting
import AccordSchema
import Testing

@Suite("An ordinary API with errors of its own is stated")
struct OrderTests {
  @Test func contractsAreSound() throws {
    let plan = try #require(
      ConformanceRun([.init(Orders.suite, against: .inProcessMock)]).plans.first
    )
    let problems = ContractLint().problems(in: Orders.suite, cases: plan.cases)
    #expect(problems.map(\.description) == [])
    #expect(Set(plan.cases.flatMap(\.steps).map { "\($0.request.method)" }).count == 4)
  }

  @Test func mockKeepsTheContracts() async throws {
    let report = try await ConformanceRun([.init(Orders.suite, against: .inProcessMock)]).report()
    for result in report.suites.flatMap(\.results) {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.violations) \(result.judgement.notChecked)"
      )
    }
  }

  @Test func rightServerConforms() async throws {
    let found = try await violations(of: OrderServer())
    #expect(found == [])
  }

  @Test(arguments: [
    (OrderServer.Fault.errorsAsJSON, ["content-type-matches-format"]),
    (.errorsAsPages, ["content-type-matches-format"]),
    (.otherStatus, ["status-is-declared"]),
    (.noTitle, ["error-message"]),
    (.anyNumberOfOrders, ["wrong-request-is-refused"]),
    (.deletedWithContent, ["status-is-declared"]),
    (.brokenTag, ["response-headers"]),
    (.noLocation, ["response-headers"]),
  ])
  func wrongServerIsFound(_ fault: OrderServer.Fault, _ rules: [String]) async throws {
    let found = try await violations(of: OrderServer(fault: fault))
    #expect(Set(found.map(\.rule)) == Set(rules), "\(found.map(\.text))")
  }

  @Test func documentSaysHowErrorsAreWritten() throws {
    let plan = try #require(
      ConformanceRun([.init(Orders.suite, against: .inProcessMock)]).plans.first
    )
    let markdown = LivingDocument(of: plan).markdown
    #expect(markdown.contains("An error is written as application/problem+json."))
    #expect(markdown.contains("404 or 422"))
  }

  struct Found: Equatable {
    var rule: String
    var text: String
  }

  private func violations(of server: OrderServer) async throws -> [Found] {
    var settings = ConformanceRun.Settings()
    try settings.givens.add("orders.order=1,2,3", for: [Orders.suite])
    let target = ConformanceRun.Target(
      Orders.suite,
      at: try ServerAddress("http://orders.example"),
      over: InProcessTransport { .answered(server.answer($0)) }
    )
    let report = try await ConformanceRun([target], settings: settings).report()
    let results = report.suites.flatMap(\.results)
    #expect(results.count > 20)
    return results.flatMap { result in
      result.judgement.violations.map { violation in
        Found(
          rule: violation.rule,
          text:
            "\(result.testCase.id): \(violation.place) \(violation.expected) \(violation.actual)"
        )
      }
    }
  }
}
