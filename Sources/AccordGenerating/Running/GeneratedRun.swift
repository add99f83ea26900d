package import Accord
package import AccordReporting

/// Runs generated cases as the run does that they belong to, apart from its plan.
package struct GeneratedRun: Sendable {
  private let targets: [ConformanceRun.Target]
  private let settings: ConformanceRun.Settings
  private let plans: [Plan]
  private let recording: ConformanceRun.Recording
  private let interruption: Interruption

  /// Prepares runs of the targets of another run, with its settings; `plans` say how live data are made.
  package init(
    _ targets: [ConformanceRun.Target],
    _ settings: ConformanceRun.Settings,
    _ plans: [Plan],
    _ recording: ConformanceRun.Recording,
    _ interruption: Interruption
  ) {
    self.targets = targets
    self.plans = plans
    self.recording = recording
    self.interruption = interruption
    var settings = settings
    settings.extensions.cases = []
    settings.shard = nil
    settings.selection = Selection(isReadOnly: settings.selection.isReadOnly)
    self.settings = settings
  }

  /// The suites, in the order of the targets.
  var suites: [ContractSuite] { targets.map(\.suite) }

  /// Whether the run was ended.
  var isInterrupted: Bool { interruption.reason != nil }

  /// What came of cases, each list of one target, in its order.
  ///
  /// Throws what a run throws that cannot begin.
  package func record(_ cases: [[Case]]) async throws -> RunRecord {
    let meant = targets.indices.filter { !cases[$0].isEmpty }
    let run = ConformanceRun(
      meant.map { targets[$0] },
      settings: settings,
      mock: nil,
      planned: meant.map { index in
        var plan = plans[index]
        plan.cases = cases[index]
        plan.notProvoked = []
        return plan
      }
    )
    let recorded = try await run.record(recording, interruption: interruption)
    var record = recorded.record
    for (place, index) in meant.enumerated() {
      let known = Dictionary(cases[index].map { ($0.id, $0) }) { first, _ in first }
      record.suites[place].cases = record.suites[place].cases.map { result in
        ServerErrors.marking(result, of: known[result.id], in: targets[index].suite)
      }
    }
    return record
  }
}
