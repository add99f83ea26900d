import Accord
import AccordAudit

/// Suites that are not shipped, audited once for all tests.
enum AuditedSuites {
  static let all: [ContractSuite] = [
    Garden.suite, Club.suite, Notes.suite, Depot.suite, Shelves.suite, Parcels.suite,
    Letters.suite,
  ]

  private static let reports = Task {
    var reports: [AuditReport.Suite] = []
    for suite in all { reports.append(await Audit(of: suite).report()) }
    return AuditReport(reports)
  }

  /// What became of their mutants.
  static var report: AuditReport {
    get async { await reports.value }
  }
}
