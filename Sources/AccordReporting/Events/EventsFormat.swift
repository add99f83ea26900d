import AccordModel

/// JSON Lines: the run as events, as they happen.
///
/// While a run goes on, the command line writes them in the order in which the cases begin, each as
/// soon as those before it are written, so that a run that is cut off keeps what it had and the same
/// run gives the same bytes. Written from a record, the cases stand in the order of the plan.
public struct EventsFormat: ReportFormat {
  /// The name.
  public let name = "events"

  /// The usual file.
  public let fileName = "events.jsonl"

  /// Creates the format.
  package init() {}

  /// Writes the record of a run.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    let suites = run.suites.map(RunEvent.PlannedSuite.init)
    let beginning = RunBeginning(
      seed: run.settings.seed,
      isStrict: run.settings.isStrict,
      began: run.began,
      version: run.version,
      part: run.part
    )
    RunEvent.writeBeginning(of: suites, beginning) { output.write($0) }
    for suite in run.suites {
      for result in suite.cases { output.write(RunEvent.finished(result, suite: suite.id).line) }
    }
    output.write(RunEvent.ended(RunEnd(run)).line)
  }
}
