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

  /// What is to be said of the entries of the baseline, apart from those that are known.
  package var baseline: [Baseline.Finding]

  /// When the run began; `nil` where it says nothing, as of a run against our own mock.
  package var began: Moment?

  /// The version of Accord that made it.
  package var version: String

  /// Creates a record.
  package init(
    suites: [Suite],
    settings: Report.Settings,
    interruption: String? = nil,
    baseline: [Baseline.Finding] = [],
    began: Moment? = nil,
    version: String = AccordVersion.current
  ) {
    self.suites = suites
    self.settings = settings
    self.interruption = interruption
    self.baseline = baseline
    self.began = began
    self.version = version
  }

  /// The record of a report.
  package init(_ report: Report) {
    // A token may be one of several suites: the command of one may name the variable of another.
    let variables = report.suites.map(\.suite).secretVariables
    self.init(
      suites: report.suites.map { Suite($0, expanding: variables) },
      settings: report.settings,
      interruption: report.interruption,
      began: report.began,
      version: report.version
    )
  }
}

extension RunRecord {
  /// Who made the run, and when, as a sentence.
  package var provenance: String {
    "Accord \(version)" + (began.map { ", begun \($0)." } ?? ".")
  }

  /// The counts of the whole run.
  package var summary: Summary {
    Summary(
      suites.lazy.flatMap(\.cases),
      notProvoked: suites.reduce(0) { $0 + $1.notProvoked.count }
    )
  }

  /// How much of what the suites promise was put to the test.
  package var coverage: Coverage.Figure {
    suites.reduce(Coverage.Figure()) { $0 + $1.coverage }
  }

  /// The exit status of the run, as of ``Report/exitStatus``.
  ///
  /// A baseline that lists what is fixed or expired fails the run as a violation does.
  package var exitStatus: Int32 {
    let status = summary.exitStatus(isInterrupted: interruption != nil)
    return [0, 2].contains(status) && baseline.contains(where: \.fails) ? 1 : status
  }

  /// Whether a violation counts in this run: it is none that only warns, and none that is known.
  package func counts(_ violation: Violation) -> Bool {
    violation.known == nil && (violation.level == .must || settings.isStrict)
  }

  /// Whether a violation only warns.
  package func warns(_ violation: Violation) -> Bool {
    violation.known == nil && violation.level == .assumption && !settings.isStrict
  }

  /// The record with every duration zero, so that two runs of one thing give the same bytes.
  package var withoutTimings: RunRecord {
    var record = self
    for suite in suites.indices {
      for place in suites[suite].cases.indices {
        record.suites[suite].cases[place] = suites[suite].cases[place].withoutTimings
      }
    }
    return record
  }
}
