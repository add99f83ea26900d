import Accord
import AccordReporting

/// What a run shows while it runs: one line that changes on a terminal, plain lines elsewhere.
actor RunScreen {
  private let console: Console
  private let format: TerminalFormat
  private let total: Int
  private let suites: [ContractSuite]
  private let marking: @Sendable (RunRecord.Case) -> RunRecord.Case
  private var summary = Summary([])

  /// A plain line at least after so many cases, so that a log shows that the run is alive.
  private static let stride = 100

  /// A screen for a run; `marking` marks what is known in a case.
  init(
    _ console: Console,
    cases: Int,
    of suites: [ContractSuite],
    marking: @escaping @Sendable (RunRecord.Case) -> RunRecord.Case = { $0 }
  ) {
    self.marking = marking
    self.console = console
    total = cases
    self.suites = suites
    format = TerminalFormat(style: console.isColoured ? .ansi : .none)
  }

  /// Shows that a case is done.
  func show(_ result: Report.Result) {
    guard let suite = suites.first(where: { $0.id == result.testCase.suite }) else { return }
    let shown = marking(RunRecord.Case(result, in: suite))
    summary.add(shown)
    if console.isTerminal {
      let line = format.progress(
        summary.cases,
        of: total,
        summary,
        current: result.testCase.id,
        width: console.width
      )
      console.write(TerminalFormat.overwrite + line)
      return
    }
    switch result.judgement.verdict {
    case .conforms, .notChecked: break
    case .violates, .skipped, .failed, .notRun:
      console.write(format.line(for: shown))
    }
    if summary.cases.isMultiple(of: Self.stride) { console.write("\(summary.cases)/\(total)\n") }
  }

  /// Removes the line that changes.
  func finish() {
    if console.isTerminal { console.write(TerminalFormat.overwrite) }
  }
}
