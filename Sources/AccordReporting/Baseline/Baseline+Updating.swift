package import AccordModel

extension Baseline {
  /// What a change did to the entries.
  package struct Change: Sendable, Hashable {
    /// How many entries are new.
    package var added = 0
    /// How many entries were removed.
    package var removed = 0
    /// How many entries are as they were.
    package var kept = 0
  }

  /// Removes what no longer occurs; everything else stays as it is.
  package mutating func prune(after run: RunRecord, today: CalendarDay) -> Change {
    let fixed = Set(
      applied(to: run, today: today).baseline.filter { $0.state == .fixed }.map(\.entry.key)
    )
    let kept = entries.filter { !fixed.contains($0.key) }
    let change = Change(removed: entries.count - kept.count, kept: kept.count)
    self = Baseline(kept)
    return change
  }

  /// Lists what the run fails on, and removes what no longer occurs.
  ///
  /// An entry that stays keeps its reason, its ticket and its expiry, even one that is over: only a
  /// person can decide that a violation is put up with for longer.
  package mutating func update(
    after run: RunRecord,
    today: CalendarDay,
    reason: String,
    ticket: String? = nil,
    expiry: CalendarDay? = nil
  ) -> Change {
    var change = prune(after: run, today: today)
    let new = unlisted(in: run).map { violation, testCase in
      Entry(violation, in: testCase, reason: reason, ticket: ticket, expiry: expiry)
    }
    var listed = Set(entries.map(\.key))
    let added = new.filter { listed.insert($0.key).inserted }
    change.added = added.count
    self = Baseline(entries + added)
    return change
  }

  /// The violations that count in a run and are not listed, in the order of the run.
  package func unlisted(
    in run: RunRecord
  ) -> [(violation: RunRecord.Violation, testCase: CaseID)] {
    run.suites.flatMap { suite in
      suite.cases.filter { $0.verdict == .violates }.flatMap { result in
        result.violations.filter { violation in
          (violation.level == .must || run.settings.isStrict)
            && entry(for: violation, in: result.id) == nil
        }.map { ($0, result.id) }
      }
    }
  }
}
