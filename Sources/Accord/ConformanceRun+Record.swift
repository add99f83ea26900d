package import AccordReporting

extension ConformanceRun {
  /// How a run is recorded.
  package struct Recording: Sendable {
    /// How much of bodies is kept.
    package var bodies: RunRecord.Content.Extent
    /// Whether it is told how long exchanges took.
    package var keepsTimings: Bool

    /// Creates a way of recording.
    package init(bodies: RunRecord.Content.Extent = .beginning, keepsTimings: Bool = true) {
      self.bodies = bodies
      self.keepsTimings = keepsTimings
    }
  }

  /// A run as it was recorded.
  package struct Recorded: Sendable {
    /// The record; what was sent and received is in a file that goes with it.
    package var record: RunRecord

    /// The contracts of which no success was seen, because right requests got errors that are admitted,
    /// each as a sentence; they are among the warnings of the record.
    package var unseenSuccesses: [String]

    /// The file, unless none could be made: then all is in memory.
    fileprivate let spool: ExchangeSpool?

    /// Why something could not be read again from the file; known once all was written that is
    /// written from the record.
    package var loss: String? { spool?.failure }
  }

  /// Runs every case and judges it, and puts what was sent and received into a file, so that memory
  /// does not grow with it.
  ///
  /// `onCase` hears of every case while the run goes on, as of ``report(interruption:keepingExchanges:onResult:)``,
  /// and `onCleanUp` of what is to be removed as soon as that is known.
  package func record(
    _ recording: Recording = Recording(),
    interruption: Interruption = Interruption(),
    onCase: @escaping @Sendable (RunRecord.Case, ContractSuite.ID) async -> Void = { _, _ in },
    onCleanUp: @escaping @Sendable (CleanUpEvent) async -> Void = { _ in }
  ) async throws -> Recorded {
    let variables = suites.secretVariables
    let keeper = RecordedCases(recording, expanding: variables)
    let outcome = try await run(keeper, interruption, onCleanUp: onCleanUp) {
      await onCase($0, $1.id)
    }
    // Of a part nobody can say it: another one may have seen the success.
    let unseen =
      part != nil
      ? []
      : zip(suites, outcome.results).flatMap { suite, cases in
        UnseenSuccesses(in: suite, of: cases.lazy.map(UnseenSuccesses.Seen.init)).sentences
      }
    var runSettings = outcome.settings
    runSettings.warnings += unseen
    let record = RunRecord(
      suites: zip(outcome.suites, outcome.results).map { suite, cases in
        var suite = RunRecord.Suite(suite, expanding: variables)
        suite.cases = cases
        return suite
      },
      settings: runSettings,
      interruption: outcome.interruption,
      began: settings.began,
      part: part
    )
    return Recorded(record: record, unseenSuccesses: unseen, spool: keeper.spool)
  }
}
