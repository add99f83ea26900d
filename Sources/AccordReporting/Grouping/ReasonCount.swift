import AccordModel

/// A reason with the cases that have it in common.
struct ReasonCount {
  /// The reason.
  let reason: String
  /// The cases, in the order of the report.
  private(set) var cases: [CaseID]

  /// How many cases have it.
  var count: Int { cases.count }

  /// Counts the reasons of results, in the order in which they first occur.
  static func count(
    _ results: some Sequence<RunRecord.Case>,
    _ reasons: (RunRecord.Case) -> [String]
  ) -> [ReasonCount] {
    var counts: [ReasonCount] = []
    var places: [String: Int] = [:]
    for result in results {
      for reason in reasons(result) {
        if let place = places[reason] {
          counts[place].cases.append(result.id)
        } else {
          places[reason] = counts.count
          counts.append(ReasonCount(reason: reason, cases: [result.id]))
        }
      }
    }
    return counts
  }

  /// Why cases were skipped.
  static func skipped(_ results: some Sequence<RunRecord.Case>) -> [ReasonCount] {
    count(results) { result in
      guard case .skipped(let reason) = result.verdict else { return [] }
      return [reason]
    }
  }

  /// Why cases failed.
  static func failed(_ results: some Sequence<RunRecord.Case>) -> [ReasonCount] {
    var known: [String] = []
    var seen: Set<String> = []
    for result in results where result.sent.outline.count > 0 {
      if let failure = result.failure, seen.insert(failure).inserted { known.append(failure) }
    }
    return count(results) { result in
      guard let failure = result.failure else { return [] }
      // What is not sent to a server that is not there fails for the reason of what was sent.
      guard result.sent.outline.count == 0 else { return [failure] }
      return [known.first(where: failure.hasSuffix) ?? failure]
    }
  }

  /// Why cases did not get their turn.
  static func notRun(_ results: some Sequence<RunRecord.Case>) -> [ReasonCount] {
    count(results) { result in
      guard case .notRun(let reason) = result.verdict else { return [] }
      return [reason]
    }
  }

  /// What was promised and could not be checked.
  static func notChecked(_ results: some Sequence<RunRecord.Case>) -> [ReasonCount] {
    count(results) { $0.notChecked }
  }
}
