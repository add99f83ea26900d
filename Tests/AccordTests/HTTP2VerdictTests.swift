#if HTTP2
import AccordModel
import AccordReporting
import ShippedContracts
import Testing

@testable import Accord

/// A plan comes to the same verdicts over HTTP/2 as over HTTP/1.1.
@Suite(.serialized) struct HTTP2VerdictTests {
  private struct Verdicts: Hashable {
    var verdicts: [String]
    var violations: [String]

    init(_ report: Report) {
      verdicts = report.suites.flatMap(\.results).map {
        "\($0.testCase.id) \($0.judgement.verdict)"
      }
      violations = report.suites.flatMap(\.results).flatMap { result in
        result.judgement.violations.map { "\(result.testCase.id) \($0.rule) \($0.place)" }
      }
    }
  }

  private func verdicts(
    of suite: ContractSuite,
    at server: MockServer?,
    overHTTP2 isHTTP2: Bool
  ) async throws -> Verdicts {
    var settings = ConformanceRun.Settings()
    settings.planOptions = PlanOptions(depth: .quick)
    settings.connection.usesHTTP2 = isHTTP2
    let target = ConformanceRun.Target(
      suite,
      against: server.map { .server($0.address) } ?? .embeddedMock
    )
    return Verdicts(try await ConformanceRun([target], settings: settings).report())
  }

  @Test(arguments: [Orders.suite] + ShippedContracts.suites)
  func aRightServerConforms(_ suite: ContractSuite) async throws {
    let first = try await verdicts(of: suite, at: nil, overHTTP2: false)
    let second = try await verdicts(of: suite, at: nil, overHTTP2: true)
    #expect(first.verdicts.count > 10)
    #expect(first.verdicts.allSatisfy { $0.hasSuffix("conforms") })
    #expect(second == first)
  }

  @Test(arguments: [Fault.wrongStatus(503), .wrongContentType("text/html"), .malformedJSON])
  func aWrongServerIsWrongInTheSameWay(_ fault: Fault) async throws {
    func verdicts(overHTTP2 isHTTP2: Bool) async throws -> Verdicts {
      let server = try await Mock([Orders.suite], faults: [fault]).start()
      let verdicts = try await self.verdicts(of: Orders.suite, at: server, overHTTP2: isHTTP2)
      await server.stop()
      return verdicts
    }
    let first = try await verdicts(overHTTP2: false)
    let second = try await verdicts(overHTTP2: true)
    #expect(!first.verdicts.allSatisfy { $0.hasSuffix("conforms") })
    #expect(second.violations == first.violations)
    #expect(
      second.verdicts.map { $0.prefix { $0 != "(" } }
        == first.verdicts.map { $0.prefix { $0 != "(" } }
    )
  }
}
#endif
