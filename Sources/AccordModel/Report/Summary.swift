/// The counts of a report or of a part of it.
public struct Summary: Sendable, Hashable {
  /// All cases.
  public var cases = 0
  /// Cases that conform, with or without warnings.
  public var conforming = 0
  /// Cases that violate.
  public var violating = 0
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
  /// Error names that no case brings about.
  public var notProvoked = 0

  /// Counts results.
  public init(_ results: some Sequence<Report.Result>, notProvoked: Int = 0) {
    self.notProvoked = notProvoked
    for result in results { add(result) }
  }

  /// Counts one result more.
  public mutating func add(_ result: Report.Result) {
    cases += 1
    switch result.judgement.verdict {
    case .conforms:
      conforming += 1
      if !result.judgement.violations.isEmpty { warned += 1 }
    case .notChecked:
      notChecked += 1
      if !result.judgement.violations.isEmpty { warned += 1 }
    case .violates: violating += 1
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

  /// The exit status of the run: 0 all conform, 1 violations, 2 failures or interrupted,
  /// 3 nothing selected or everything skipped.
  ///
  /// A failure outweighs a violation, because with it the run says less than was asked. A run that
  /// skipped every case saw nothing, which must not look like a run that saw no violation.
  public var exitStatus: Int32 {
    let summary = summary
    if summary.failed > 0 || summary.notRun > 0 || interruption != nil { return 2 }
    if summary.cases == summary.skipped { return 3 }
    return summary.violating > 0 ? 1 : 0
  }
}
