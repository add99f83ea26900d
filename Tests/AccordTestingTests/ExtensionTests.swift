import Accord
import AccordTesting
import ShippedContracts
import Testing

/// What a team adds is a test of its own, too.
@Suite struct ExtensionTests {
  /// The first example of each contract once more.
  struct Again: CaseOrigin {
    let id = "again"

    func cases(of contract: Contract, in suite: ContractSuite) -> [Case] {
      contract.drafts(in: suite).prefix(1).map { $0.answered("again", "It works again.") }
    }
  }

  static let subject = ShippedContracts.suites.first.map { suite in
    var settings = ConformanceRun.Settings(selection: Selection(cases: ["*/again"]))
    settings.extensions = Extensions(origins: [Again()])
    return SuiteUnderTest(suite, settings: settings)
  }

  @Test func itsCasesAreListed() {
    let count = ShippedContracts.suites.first?.contracts.count
    #expect(Self.subject?.cases.count == count)
    #expect(Self.subject?.cases.allSatisfy { $0.testDescription.hasSuffix("/again") } == true)
  }

  @Test("an added case conforms", arguments: subject?.cases ?? [])
  func conforms(_ testCase: CaseUnderTest) async throws {
    try await #require(Self.subject).check(testCase)
  }
}
