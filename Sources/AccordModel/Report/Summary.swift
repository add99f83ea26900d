/// The counts of a report or of a part of it.
public struct Summary: Sendable, Hashable {
  /// All cases.
  public var cases = 0
  /// Cases that conform, with or without warnings.
  public var conforming = 0
  /// Cases that violate, apart from the known ones.
  public var violating = 0
  /// Cases that violate only in ways that the baseline lists.
  public var known = 0
  /// Cases that broke an assumption and nothing that counts.
  public var warned = 0
  /// Cases that were skipped.
  public var skipped = 0
  /// Cases that failed.
  public var failed = 0
  /// Cases that did not get their turn.
  public var notRun = 0
  /// Cases that conform as far as they could be checked; they are not among the conforming.
  public var notChecked = 0
  /// Cases that conform, whole or as far as they could be checked, and did not when they were first tried.
  public var flaky = 0
  /// Error names that no case brings about.
  public var notProvoked = 0

  /// Counts results.
  public init(_ results: some Sequence<Report.Result>, notProvoked: Int = 0) {
    self.notProvoked = notProvoked
    for result in results { add(result) }
  }

  /// Counts one result more.
  public mutating func add(_ result: Report.Result) {
    add(
      result.judgement.verdict,
      isWarned: !result.judgement.violations.isEmpty,
      tries: result.earlierTries.count
    )
  }

  /// Counts one verdict more, of a case that broke an assumption or did not, after so many tries that were
  /// wrong.
  package mutating func add(
    _ verdict: Verdict,
    isWarned: Bool,
    isKnown: Bool = false,
    tries: Int = 0
  ) {
    cases += 1
    if verdict.isFlaky(after: tries) { flaky += 1 }
    switch verdict {
    case .conforms:
      conforming += 1
      if isWarned { warned += 1 }
    case .notChecked:
      notChecked += 1
      if isWarned { warned += 1 }
    case .violates: if isKnown { known += 1 } else { violating += 1 }
    case .skipped: skipped += 1
    case .failed: failed += 1
    case .notRun: notRun += 1
    }
  }
}

extension Report {
  /// The counts of the whole report.
  public var summary: Summary {
    Summary(
      suites.flatMap(\.results),
      notProvoked: suites.reduce(0) { $0 + $1.notProvoked.count }
    )
  }

  /// The exit status of the run: 0 all conform, 1 something violates, 2 nothing does and something
  /// failed or the run ended early, 3 nothing was selected or everything was skipped.
  ///
  /// A violation outweighs a failure, because it stays what it is whatever else went wrong. A run
  /// that skipped every case saw nothing, which must not look like a run that saw no violation. What passed
  /// only when it was tried again violates a strict run.
  public var exitStatus: Int32 {
    summary.exitStatus(isInterrupted: interruption != nil, isStrict: settings.isStrict)
  }
}

extension Summary {
  /// The exit status of a run with these counts.
  package func exitStatus(isInterrupted: Bool, isStrict: Bool = false) -> Int32 {
    if violating > 0 || isStrict && flaky > 0 { return 1 }
    if failed > 0 || notRun > 0 || isInterrupted { return 2 }
    return cases == skipped ? 3 : 0
  }
}
