import AccordModel

/// A reason with the cases that have it in common.
struct ReasonCount {
  /// The reason.
  let reason: String
  /// The cases, in the order of the report.
  private(set) var cases: [CaseID]
  /// The case that shows it: the first that sent something, if one of them did, where a failed exchange
  /// is the cause.
  private(set) var example: RunRecord.Case

  /// How many cases have it.
  var count: Int { cases.count }

  /// What makes reasons one.
  private enum Key: Hashable {
    case cause(ExchangeFailure)
    /// No cause is known; each reason is one of its own.
    case reason(String)
  }

  /// A reason of one case.
  private struct Reason {
    var words: String
    var key: Key

    init(_ words: String, cause: ExchangeFailure? = nil) {
      self.words = words
      key = cause.map { .cause($0) } ?? .reason(words)
    }
  }

  /// Counts the reasons of results, in the order in which they first occur.
  private static func count(
    _ results: some Sequence<RunRecord.Case>,
    _ reasons: (RunRecord.Case) -> [Reason]
  ) -> [ReasonCount] {
    var counts: [ReasonCount] = []
    var places: [Key: Int] = [:]
    for result in results {
      for reason in reasons(result) {
        if let place = places[reason.key] {
          counts[place].add(result, reason.key)
        } else {
          places[reason.key] = counts.count
          let count = ReasonCount(reason: reason.words, cases: [result.id], example: result)
          counts.append(count)
        }
      }
    }
    return counts
  }

  private mutating func add(_ result: RunRecord.Case, _ key: Key) {
    cases.append(result.id)
    if case .cause = key, !example.wasSent, result.wasSent { example = result }
  }

  /// Why cases were skipped.
  static func skipped(_ results: some Sequence<RunRecord.Case>) -> [ReasonCount] {
    count(results) { result in
      guard case .skipped(let reason) = result.verdict else { return [] }
      return [Reason(reason)]
    }
  }

  /// Why cases failed.
  static func failed(_ results: some Sequence<RunRecord.Case>) -> [ReasonCount] {
    var seen: Set<ExchangeFailure> = []
    for result in results {
      if let cause = result.cause, result.wasSent { seen.insert(cause) }
    }
    return count(results) { result in
      guard case .failed(let reason) = result.verdict else { return [] }
      guard let cause = result.cause else { return [Reason(reason)] }
      // What is not sent to a server that is not there fails for the reason of what was sent.
      return [Reason(seen.contains(cause) ? cause.words : reason, cause: cause)]
    }
  }

  /// Why cases did not get their turn.
  static func notRun(_ results: some Sequence<RunRecord.Case>) -> [ReasonCount] {
    count(results) { result in
      guard case .notRun(let reason) = result.verdict else { return [] }
      return [Reason(reason)]
    }
  }

  /// Why cases that were wrong were not tried again.
  static func notRepeated(_ results: some Sequence<RunRecord.Case>) -> [ReasonCount] {
    count(results) { result in [result.retryHindrance].compactMap(\.self).map { Reason($0) } }
  }

  /// What was promised and could not be checked.
  static func notChecked(_ results: some Sequence<RunRecord.Case>) -> [ReasonCount] {
    count(results) { result in result.notChecked.map { Reason($0) } }
  }
}
