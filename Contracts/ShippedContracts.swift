public import AccordModel
import AccordMocking
import InteractContracts
import InteractMock
import PlatformContracts
import PlatformMock

/// The contracts that come with Accord, each with what its mock does beyond them.
public enum ShippedContracts {
  /// The suites, in the order of the reports.
  public static let suites: [ContractSuite] = [
    Interact.suite.mocked(by: .interact), Platform.suite.mocked(by: .platform),
  ]
}
