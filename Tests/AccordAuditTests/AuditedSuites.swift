import Accord
import AccordAudit
import ShippedContracts

/// Suites that are not shipped, audited once for all tests.
enum AuditedSuites {
  static let all: [ContractSuite] = [
    Garden.suite, Club.suite, Notes.suite, Depot.suite, Shelves.suite, Parcels.suite,
    Letters.suite,
  ]

  private static let reports = Task {
    var reports: [AuditReport.Suite] = []
    for suite in all { reports.append(await Audit(of: suite).report()) }
    // A mock without a behaviour of its own does not page by number, and answers nothing that is nil.
    var settings = Audit.Settings()
    settings.operators = ["paging", "xml"]
    for suite in ShippedContracts.suites {
      reports.append(await Audit(of: suite, settings: settings).report())
    }
    return AuditReport(reports)
  }

  /// What became of their mutants.
  static var report: AuditReport {
    get async { await reports.value }
  }
}
