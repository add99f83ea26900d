import Accord
import AccordReporting

/// Writes the events of a run while it goes on, to every file that was asked for.
struct EventRecorder: Sendable {
  private let logs: [EventLog]
  private let known: KnownViolations?
  private let isStrict: Bool

  /// Opens the files and writes what is planned.
  init(
    _ reports: [ReportOptions.Report],
    of targets: [ConformanceRun.Target],
    _ plans: [Plan],
    _ beginning: RunBeginning,
    known: KnownViolations?
  ) async throws {
    self.known = known
    isStrict = beginning.isStrict
    logs = try reports.filter(Self.isRecorded).map { try EventLog($0.path) }
    guard !logs.isEmpty else { return }
    let planned = zip(plans, targets).map { plan, target in
      RunEvent.PlannedSuite(plan, subject: target.subject.name)
    }
    for log in logs { await log.begin(planned, beginning) }
  }

  /// Whether a report is written while the run goes on: events, unless they go to standard output,
  /// where they would be among what the run shows.
  static func isRecorded(_ report: ReportOptions.Report) -> Bool {
    report.format is EventsFormat && report.path != "-"
  }

  /// Writes that a case is done.
  func write(_ result: RunRecord.Case, of suite: ContractSuite.ID) async {
    guard !logs.isEmpty else { return }
    let marked = known?.marking(result, isStrict: isStrict) ?? result
    for log in logs { await log.write(marked, of: suite) }
  }

  /// Writes what is to be removed, and what was.
  func write(_ event: CleanUpEvent) async {
    for log in logs { await log.write(event) }
  }

  /// Writes how the run ended; says which files could not be written.
  func end(_ run: RunRecord) async -> [OutputFile.Failure] {
    var failures: [OutputFile.Failure] = []
    for log in logs {
      if let failure = await log.end(run) { failures.append(failure) }
    }
    return failures
  }
}
