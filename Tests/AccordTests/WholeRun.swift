import Accord
import ShippedContracts

/// The whole plans of the shipped suites against their embedded mock, run once for all tests that only
/// read what came of it.
enum WholeRun {
  private static let reports = ShippedContracts.suites.map { suite in
    Task { try await ConformanceRun([.init(suite, against: .inProcessMock)]).report() }
  }

  /// The report of each suite, in the order of the suites.
  static var all: [Report] {
    get async throws {
      var all: [Report] = []
      for report in reports { all.append(try await report.value) }
      return all
    }
  }
}
