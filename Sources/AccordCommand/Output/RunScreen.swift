import Accord
import AccordReporting

/// What a run shows while it runs: one line that changes on a terminal, plain lines elsewhere.
actor RunScreen {
  private let console: Console
  private let format: TerminalFormat
  private let total: Int
  private let suites: [ContractSuite]
  private var summary = Summary([])

  /// A plain line at least after so many cases, so that a log shows that the run is alive.
  private static let stride = 100

  init(_ console: Console, cases: Int, of suites: [ContractSuite]) {
    self.console = console
    total = cases
    self.suites = suites
    format = TerminalFormat(style: console.isColoured ? .ansi : .none)
  }

  /// Shows that a case is done.
  func show(_ result: Report.Result) {
    summary.add(result)
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
      guard let suite = suites.first(where: { $0.id == result.testCase.suite }) else { break }
      console.write(format.line(for: RunRecord.Case(result, in: suite)))
    }
    if summary.cases.isMultiple(of: Self.stride) { console.write("\(summary.cases)/\(total)\n") }
  }

  /// Removes the line that changes.
  func finish() {
    if console.isTerminal { console.write(TerminalFormat.overwrite) }
  }
}
