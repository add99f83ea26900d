package import AccordModel

/// Stored runs beside one another, in the order in which they began: how much conforms, how much is put to the
/// test, what is now so and now so, and what got slower.
package struct RunTrend: Sendable {
  /// A run.
  package struct Entry: Sendable, Hashable {
    /// Where it was read.
    package var name: String
    /// When it began, where it says so.
    package var began: Moment?
    /// The counts.
    package var summary: Summary
    /// How much of what was promised was put to the test.
    package var coverage: Coverage.Figure
    /// The exit status.
    package var exitStatus: Int32

    /// What a reader calls it: when it began, or the name of its file.
    package var title: String { began?.description ?? name }
  }

  /// A case that was right and wrong by turns.
  package struct Flaky: Sendable, Hashable {
    /// The case.
    package var id: CaseID
    /// What each run says of it: right, wrong, or nothing.
    package var states: [Bool?]
    /// In which runs it passed only when it was tried again.
    package var retried: [Bool]

    /// How often it changed, from run to run and from try to try.
    package var changes: Int { RunTrend.changes(in: states) + retried.count { $0 } }
  }

  /// An endpoint that takes longer than it did.
  package struct Slower: Sendable, Hashable {
    /// The endpoint with its suite, such as `shop/orders.get`.
    package var endpoint: String
    /// The median of the runs before the last, and that of the last, in microseconds.
    package var before: Int
    package var now: Int
  }

  /// What is kept of a run that is read.
  private struct Read: Sendable {
    var entry: Entry
    var states: [CaseID: Bool]
    /// The cases that passed only when they were tried again.
    var retried: Set<CaseID>
    var medians: [String: Int]
    /// The cases and the endpoints in the order of the run.
    var cases: [CaseID]
    var endpoints: [String]
  }

  private var runs: [Read] = []

  /// Creates a trend without a run.
  package init() {}

  /// Adds a run, of which nothing is kept but what is said here.
  package mutating func add(_ run: RunRecord, named name: String) {
    let results = run.suites.lazy.flatMap(\.cases)
    var states: [CaseID: Bool] = [:]
    for result in results {
      switch result.verdict {
      case .conforms: states[result.id] = true
      case .violates, .failed: states[result.id] = false
      case .notChecked, .skipped, .notRun: continue
      }
    }
    let times = run.suites.flatMap { suite in
      OperationTimes.times(of: suite).map { ("\(suite.id)/\($0.contract)", $0.percentile(50)) }
    }
    runs.append(
      Read(
        entry: Entry(
          name: name,
          began: run.began,
          summary: run.summary,
          coverage: run.coverage,
          exitStatus: run.exitStatus
        ),
        states: states,
        retried: Set(results.filter(\.isFlaky).map(\.id)),
        medians: Dictionary(times, uniquingKeysWith: { first, _ in first }),
        cases: results.map(\.id),
        endpoints: times.map(\.0)
      )
    )
  }

  /// The runs in the order in which they began; those that do not say it come first, by their names.
  private var ordered: [Read] {
    runs.sorted { left, right in
      let times = (left.entry.began, right.entry.began)
      let seconds = (times.0?.secondsSinceEpoch ?? .min, times.1?.secondsSinceEpoch ?? .min)
      return seconds.0 == seconds.1 ? left.entry.name < right.entry.name : seconds.0 < seconds.1
    }
  }

  /// The runs, the earliest first.
  package var entries: [Entry] { ordered.map(\.entry) }

  /// The cases that changed more than once, or passed only when they were tried again, those that did most often first.
  package var flaky: [Flaky] {
    let runs = ordered
    var seen: Set<CaseID> = []
    let cases = runs.reversed().flatMap(\.cases).filter { seen.insert($0).inserted }
    return cases.compactMap { id in
      let flaky = Flaky(
        id: id,
        states: runs.map { $0.states[id] },
        retried: runs.map { $0.retried.contains(id) }
      )
      return flaky.changes > 1 || flaky.retried.contains(true) ? flaky : nil
    }.enumerated().sorted { ($1.element.changes, $0.offset) < ($0.element.changes, $1.offset) }
      .map(\.element)
  }

  /// How much longer something has to take to be told: half as long again, and a millisecond.
  private static let slowdown = (percent: 150, microseconds: 1_000)

  /// The endpoints whose median in the last run is well above that of the runs before it.
  package var slower: [Slower] {
    guard let last = ordered.last else { return [] }
    return last.endpoints.compactMap { endpoint in
      let before = ordered.dropLast().compactMap { $0.medians[endpoint] }.sorted()
      guard let now = last.medians[endpoint], !before.isEmpty else { return nil }
      let median = before[before.count / 2]
      let isSlower =
        now * 100 > median * Self.slowdown.percent && now > median + Self.slowdown.microseconds
      return isSlower ? Slower(endpoint: endpoint, before: median, now: now) : nil
    }
  }

  private static func changes(in states: [Bool?]) -> Int {
    let known = states.compactMap(\.self)
    return zip(known, known.dropFirst()).count { $0 != $1 }
  }
}
