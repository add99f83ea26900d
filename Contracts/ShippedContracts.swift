public import AccordModel
import InteractContracts
import PlatformContracts

/// The contracts that come with Accord.
public enum ShippedContracts {
  /// The suites, in the order of the reports.
  public static let suites: [ContractSuite] = [Interact.suite, Platform.suite]
}
