public import AccordModel

/// A run as it is kept: everything that a report says, without the contracts that it came from.
///
/// Every format is written from it, whether the run has just ended or was read from a file, so a run
/// is never repeated for a format.
///
/// ```swift
/// for result in run.suites.flatMap(\.cases) {
///   for violation in result.violations where run.counts(violation) {
///     print(result.id, violation.place, violation.expected, violation.actual)
///   }
/// }
/// ```
///
/// All text in it that came from a server is as it came, secrets redacted: a ``ReportFormat`` escapes
/// it for its language.
public struct RunRecord: Sendable, Hashable {
  /// The suites, in the order of the run.
  public package(set) var suites: [Suite]

  /// The settings that a reader has to know.
  public package(set) var settings: Report.Settings

  /// Why the run ended early, if it did.
  public package(set) var interruption: String?

  /// What is to be said of the entries of the baseline, apart from those that are known.
  package var baseline: [Baseline.Finding]

  /// When the run began; `nil` where it says nothing, as of a run against our own mock.
  public package(set) var began: Moment?

  /// The version of Accord that made it.
  public package(set) var version: String

  /// Which part of a plan it was, if the plan was divided.
  package var part: Part?

  /// Creates a record.
  package init(
    suites: [Suite],
    settings: Report.Settings,
    interruption: String? = nil,
    baseline: [Baseline.Finding] = [],
    began: Moment? = nil,
    version: String = AccordVersion.current,
    part: Part? = nil
  ) {
    self.suites = suites
    self.settings = settings
    self.interruption = interruption
    self.baseline = baseline
    self.began = began
    self.version = version
    self.part = part
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
  public var provenance: String {
    "Accord \(version)" + (began.map { ", begun \($0)." } ?? ".")
  }

  /// What is to be said of entries of the baseline, a sentence each: those whose violation is fixed,
  /// whose day is over, or that the run did not get to see.
  public var baselineRemarks: [String] { baseline.map(\.sentence) }

  /// The counts of the whole run.
  public var summary: Summary {
    Summary(
      suites.lazy.flatMap(\.cases),
      notProvoked: suites.reduce(0) { $0 + $1.notProvoked.count }
    )
  }

  /// How much of what the suites promise was put to the test.
  public var coverage: Coverage.Figure {
    suites.reduce(Coverage.Figure()) { $0 + $1.coverage }
  }

  /// The exit status of the run, as of ``Report/exitStatus``.
  ///
  /// A baseline that lists what is fixed or expired fails the run as a violation does.
  /// A part of a plan to which no case fell is as it should be.
  public var exitStatus: Int32 {
    if part != nil, suites.allSatisfy(\.cases.isEmpty), interruption == nil { return 0 }
    let status = summary.exitStatus(
      isInterrupted: interruption != nil,
      isStrict: settings.isStrict
    )
    return [0, 2].contains(status) && baseline.contains(where: \.fails) ? 1 : status
  }

  /// Whether a violation counts in this run: it is none that only warns, and none that is known.
  public func counts(_ violation: Violation) -> Bool {
    violation.known == nil && (violation.level == .must || settings.isStrict)
  }

  /// Whether a violation only warns.
  public func warns(_ violation: Violation) -> Bool {
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
