import AccordModel

extension Baseline {
  /// The case with its known violations marked, as of a day.
  package func marking(
    _ result: RunRecord.Case,
    isStrict: Bool,
    today: CalendarDay
  ) -> RunRecord.Case {
    guard !entries.isEmpty, !result.violations.isEmpty else { return result }
    var marked = result
    for index in result.violations.indices {
      let entry = entry(for: result.violations[index], in: result.id)
      guard let entry, !entry.isExpired(on: today) else { continue }
      marked.violations[index].known = entry.remark
    }
    let counting = marked.violations.filter { $0.level == .must || isStrict }
    marked.isKnown =
      result.verdict == .violates && !counting.isEmpty
      && counting.allSatisfy { $0.known != nil }
    return marked
  }

  /// The run with its known violations marked and its findings about the entries, as of a day.
  package func applied(to run: RunRecord, today: CalendarDay) -> RunRecord {
    var run = run
    for suite in run.suites.indices {
      for index in run.suites[suite].cases.indices {
        run.suites[suite].cases[index] = marking(
          run.suites[suite].cases[index],
          isStrict: run.settings.isStrict,
          today: today
        )
      }
    }
    run.baseline = findings(in: run, today: today)
    return run
  }

  /// What is to be said of the entries, in their order.
  private func findings(in run: RunRecord, today: CalendarDay) -> [Finding] {
    var results: [CaseID: RunRecord.Case] = [:]
    var occurring: Set<Key> = []
    for result in run.suites.lazy.flatMap(\.cases) {
      results[result.id] = result
      for violation in result.violations {
        if let entry = entry(for: violation, in: result.id) { occurring.insert(entry.key) }
      }
    }
    return entries.compactMap { entry in
      if occurring.contains(entry.key) {
        return entry.isExpired(on: today) ? Finding(entry, .expired) : nil
      }
      guard let result = results[entry.testCase] else { return Finding(entry, .notObserved) }
      // A list that is empty now says nothing of what was wrong with its items.
      let looked = run.looked(at: entry.members, in: result)
      switch result.verdict {
      case .conforms: return Finding(entry, looked ? .fixed : .notObserved)
      // A rule may have had nothing to look at, because something else is broken before it.
      case .violates, .notChecked:
        let applied = result.rules.contains(entry.rule)
        return Finding(entry, looked && applied ? .fixed : .notObserved)
      case .skipped, .failed, .notRun: return Finding(entry, .notObserved)
      }
    }
  }
}
