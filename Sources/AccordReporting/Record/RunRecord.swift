package import AccordModel

/// A run as it is kept: everything that a report says, without the contracts that it came from.
///
/// Every format is written from it, whether the run has just ended or was read from a file, so a run
/// is never repeated for a format.
package struct RunRecord: Sendable, Hashable {
  /// The suites, in the order of the run.
  package var suites: [Suite]

  /// The settings that a reader has to know.
  package var settings: Report.Settings

  /// Why the run ended early, if it did.
  package var interruption: String?

  /// Creates a record.
  package init(suites: [Suite], settings: Report.Settings, interruption: String? = nil) {
    self.suites = suites
    self.settings = settings
    self.interruption = interruption
  }

  /// The record of a report.
  package init(_ report: Report) {
    self.init(
      suites: report.suites.map(Suite.init),
      settings: report.settings,
      interruption: report.interruption
    )
  }
}

extension RunRecord {
  /// The counts of the whole run.
  package var summary: Summary {
    Summary(
      suites.lazy.flatMap(\.cases),
      notProvoked: suites.reduce(0) { $0 + $1.notProvoked.count }
    )
  }

  /// The exit status of the run, as of ``Report/exitStatus``.
  package var exitStatus: Int32 { summary.exitStatus(isInterrupted: interruption != nil) }

  /// Whether a violation counts in this run, or only warns.
  package func counts(_ violation: Violation) -> Bool {
    violation.level == .must || settings.isStrict
  }

  /// The record with every duration zero, so that two runs of one thing give the same bytes.
  package var withoutTimings: RunRecord {
    var record = self
    for suite in suites.indices {
      for place in suites[suite].cases.indices {
        let exchanges = suites[suite].cases[place].exchanges.indices
        for index in exchanges {
          record.suites[suite].cases[place].exchanges[index].timing = Timing()
        }
      }
    }
    return record
  }
}
