import Accord
import AccordMocking
import ShippedContracts
import Testing

/// The mock itself keeps every promise, so that whatever a distortion shows comes from the
/// distortion.
@Suite struct MockConformanceTests {
  @Test func unvariedMockConformsEntirely() async throws {
    var cases = 0
    for suite in ShippedContracts.suites {
      let start = ContinuousClock.now
      let report = try await Trial(suite: suite, difference: .none).report()
      print("\(suite.id): \(report.summary) \(ContinuousClock.now - start)")
      cases += report.summary.cases
      #expect(report.violations == [])
      #expect(report.exitStatus == 0)
      #expect(report.summary.conforming == report.summary.cases, "\(report.account)")
      for result in report.results {
        #expect(result.judgement.rules.count >= 1, "\(result.testCase.id) was judged by no rule")
      }
    }
    #expect(cases >= 250)
  }
}
