import Accord
import AccordReporting

/// What a run shows while it runs: one line that changes on a terminal, few plain lines elsewhere.
actor RunScreen {
  private let console: Console
  private let format: TerminalFormat
  private let total: Int
  private let isQuiet: Bool
  private let marking: @Sendable (RunRecord.Case) -> RunRecord.Case
  private var summary = Summary([])
  private var named = 0
  /// Why the cases failed that are named already: a server that is not there is one line.
  private var causes: Set<ExchangeFailure> = []
  private var reasons: Set<String> = []

  /// How many cases that are wrong a log names at once; the report names all of them, by cause.
  private static let nameLimit = 10

  /// A screen for a run; `marking` marks what is known in a case.
  init(
    _ console: Console,
    cases: Int,
    isQuiet: Bool = false,
    marking: @escaping @Sendable (RunRecord.Case) -> RunRecord.Case = { $0 }
  ) {
    self.marking = marking
    self.console = console
    total = cases
    self.isQuiet = isQuiet
    format = console.format()
  }

  /// A log has a line after so many cases: ten in all, and none of a short run.
  private var stride: Int { max(100, (total + 9) / 10) }

  /// Shows that a case is done.
  func show(_ result: RunRecord.Case) {
    guard !isQuiet else { return }
    count(result)
    guard console.isTerminal else {
      if summary.cases.isMultiple(of: stride) {
        // Narrow, because a picture says nothing in a log.
        let line = format.progress(summary.cases, of: total, summary, current: nil, width: 59)
        console.write(line + "\n")
      }
      return
    }
    let line = format.progress(
      summary.cases,
      of: total,
      summary,
      current: result.id,
      width: console.width
    )
    console.write(TerminalFormat.overwrite + line)
  }

  /// Counts a case, and names one that is wrong in a log.
  private func count(_ result: RunRecord.Case) {
    let shown = marking(result)
    summary.add(shown)
    if !console.isTerminal { name(shown) }
  }

  /// Removes the line that changes.
  func finish() {
    if console.isTerminal, !isQuiet { console.write(TerminalFormat.overwrite) }
  }

  /// Names one of the first cases that are wrong, so that a log tells early that something is.
  private func name(_ result: RunRecord.Case) {
    switch result.verdict {
    case .conforms, .notChecked, .skipped, .notRun: return
    case .violates where result.isKnown: return
    case .violates, .failed: break
    }
    guard named < Self.nameLimit else { return }
    if let cause = result.cause {
      guard causes.insert(cause).inserted else { return }
    } else if let failure = result.failure {
      guard reasons.insert(failure).inserted else { return }
    }
    named += 1
    console.write(format.line(for: result))
  }
}
