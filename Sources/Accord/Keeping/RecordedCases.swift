import AccordReporting
import Synchronization

/// Keeps the records of cases, and what was sent and received in a file.
final class RecordedCases: ResultKeeper {
  /// The file; nil where none can be made: then all stays in memory.
  let spool = ExchangeSpool()

  private let variables: [String]
  private let recording: ConformanceRun.Recording

  /// Lists that many cases have alike, each once.
  private let lists = Mutex<[[String]: [String]]>([:])

  /// Records cases; `variables` are the names that the shell expands in the commands of curl.
  init(_ recording: ConformanceRun.Recording, expanding variables: [String]) {
    self.recording = recording
    self.variables = variables
  }

  func kept(_ result: Report.Result, of suite: ContractSuite) -> RunRecord.Case {
    var record = RunRecord.Case(
      result,
      in: suite,
      expanding: variables,
      keeping: recording.bodies
    )
    if !recording.keepsTimings { record = record.withoutTimings }
    var kept = stored(record)
    guard !kept.isInFile else { return kept }
    let shared = lists.withLock { lists in
      (rules: lists.shared(kept.rules), exercised: lists.shared(kept.exercised))
    }
    kept.share(rules: shared.rules, exercised: shared.exercised)
    return kept
  }

  func redacted(
    _ kept: RunRecord.Case,
    by redactor: Redactor,
    _ judge: (Case, [Exchange]) -> Judgement
  ) -> RunRecord.Case {
    let redacted = redactor.redact(kept, expanding: variables)
    // What has nothing to redact stays where it is.
    return redacted == kept ? kept : stored(redacted)
  }

  private func stored(_ record: RunRecord.Case) -> RunRecord.Case {
    spool.map(record.stored) ?? record
  }
}

extension [[String]: [String]] {
  /// The first of the equal lists.
  fileprivate mutating func shared(_ list: [String]) -> [String] {
    if let known = self[list] { return known }
    self[list] = list
    return list
  }
}
