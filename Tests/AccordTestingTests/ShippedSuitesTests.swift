import Accord
import AccordTesting
import ShippedContracts
import Testing

/// The shipped suites against the mock in process, each case a test of its own.
@Suite struct ShippedSuitesTests {
  static let suites = ShippedContracts.suites.map { SuiteUnderTest($0) }

  @Test("a shipped suite keeps its contract", arguments: suites.flatMap(\.cases))
  func keepsItsContract(_ testCase: CaseUnderTest) async throws {
    let subject = try #require(
      Self.suites.first { $0.cases.contains { $0.testCase.id == testCase.testCase.id } }
    )
    try await subject.check(testCase)
  }
}
