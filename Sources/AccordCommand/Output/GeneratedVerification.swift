import Accord
import AccordGenerating
import AccordReporting

/// The generated part of a run.
struct GeneratedVerification: Sendable {
  private(set) var session: GenerationSession

  /// The cases that go with the plan, by suites.
  let cases: [[Case]]

  /// Whether it is one that was found before, and nothing else is sent.
  let isReplay: Bool

  /// How long it goes on after the plan, in seconds.
  var seconds: Double?

  /// How many cases of each operation are made at once.
  var countAtOnce = 1

  /// Where failures are kept.
  var file = ""

  /// The failures that were kept.
  var entries: [FailureFile.Entry] = []

  private var kept = GenerationSession.Kept()
  private(set) var failures: [GeneratedFailure] = []

  init(_ session: GenerationSession, cases: [[Case]], isReplay: Bool = false) {
    self.session = session
    self.cases = cases
    self.isReplay = isReplay
  }

  /// The selection of the cases of a run: of a replay only the one.
  func selection(_ meant: Selection) -> Selection {
    guard isReplay else { return meant }
    var only = Selection(isReadOnly: meant.isReadOnly)
    only.only = Set(cases.joined().map(\.id))
    return only
  }

  /// Tries first what failed before.
  mutating func begin(_ run: GeneratedRun) async throws {
    guard !entries.isEmpty else { return }
    kept = try await session.retry(entries, by: run)
  }

  /// A result with what is wrong with it beyond what its contract says.
  func marking(_ result: RunRecord.Case, of suite: ContractSuite.ID) -> RunRecord.Case {
    session.marking(result, of: suite)
  }

  /// The run with all that was generated, and with what fails made small.
  mutating func finish(
    _ record: RunRecord,
    seed: UInt64,
    _ run: GeneratedRun,
    _ interruption: Interruption
  ) async throws -> RunRecord {
    var record = session.marking(record)
    if let earlier = kept.record { record = record.adding(earlier) }
    if let seconds {
      let end = ContinuousClock.now + .seconds(seconds)
      var rounds: [RunRecord] = []
      while ContinuousClock.now < end, interruption.reason == nil {
        let more = session.cases(countAtOnce)
        guard more.contains(where: { !$0.isEmpty }) else { break }
        rounds.append(try await run.record(more))
      }
      record = record.adding(rounds)
    }
    var remarks = isReplay ? [] : session.leftOut + kept.remarks
    if interruption.reason == nil, !isReplay {
      let found = try await session.failures(in: record, by: run, kept: kept.remaining)
      failures = found.failures
      remarks += found.remarks
      if let smallest = found.smallest { record = record.adding(smallest) }
    }
    record.settings.warnings += remarks + failures.map(\.sentence)
    return record
  }

  /// Keeps the failures for the next run.
  func keep(seed: UInt64) throws {
    guard !isReplay else { return }
    let found = failures.map { FailureFile.Entry($0.token, cause: $0.cause, seed: seed) }
    let known = Set(found.map(\.token))
    let all = FailureFile(kept.remaining.filter { !known.contains($0.token) } + found)
    // Nothing is written where nothing was and nothing is.
    guard !all.entries.isEmpty || !entries.isEmpty else { return }
    try OutputFile.write(all.bytes, to: file, by: "--failures")
  }

  /// A run without the sentences of the failures among its warnings.
  func withoutSentences(_ record: RunRecord) -> RunRecord {
    let sentences = Set(failures.map(\.sentence))
    var record = record
    record.settings.warnings.removeAll { sentences.contains($0) }
    return record
  }

  /// What is printed of the failures.
  func text(seed: UInt64) -> String {
    guard !failures.isEmpty else { return "" }
    var lines = ["", "Generated with --seed \(seed), failures by cause:"]
    for failure in failures {
      lines += [""] + failure.lines.map { TerminalText.line($0, limit: 100_000) }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
