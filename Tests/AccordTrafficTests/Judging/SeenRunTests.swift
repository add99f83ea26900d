import Accord
import AccordModel
import AccordReporting
import ShippedContracts
import Testing

@testable import AccordTraffic

/// What a run sent and received is traffic: right and wrong requests in every way that a plan knows.
struct SeenRunTests {
  @Test("What conforms in a run is not violated as traffic", arguments: ShippedContracts.suites)
  func conformsToo(_ suite: ContractSuite) async throws {
    let report = try await ConformanceRun([.init(suite, against: .inProcessMock)]).report()
    let run = TrafficRun([TrafficTarget(suite)], subject: "a run")
    var number = 0
    for exchange in report.suites.flatMap(\.results).flatMap(\.exchanges) {
      guard let response = exchange.response else { continue }
      number += 1
      run.judge(
        SeenExchange(
          number: number,
          place: "exchange \(number)",
          origin: exchange.request.origin,
          method: exchange.request.method,
          target: exchange.request.target,
          fields: exchange.request.fields,
          content: .whole(exchange.request.body),
          answer: .response(response, .whole(response.body))
        )
      )
    }
    let record = run.report().record
    let summary = record.summary
    #expect(summary.cases > 400)
    #expect(summary.violating == 0)
    #expect(summary.failed == 0)
    #expect(summary.skipped == 0)
    // Errors that only the server can know to be right.
    #expect(summary.notChecked * 5 < summary.cases)
    let warnings = record.suites[0].cases.filter { !$0.violations.isEmpty }
      .map { "\($0.id) \($0.violations[0].rule) \($0.violations[0].actual)" }
    #expect(warnings == [])
  }
}
