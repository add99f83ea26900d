package import AccordModel

/// What a terminal shows, in pieces: what is shown when is the caller's.
///
/// Every piece ends with a line feed, apart from the progress line. Nothing that a server sends can
/// steer the terminal.
public struct TerminalFormat: ReportFormat {
  /// How much is shown.
  package enum Detail: String, Sendable, Hashable {
    /// The closing line alone, with why cases failed and the run ended early.
    case closing
    /// What is wrong, each cause once.
    case causes
    /// Also the exchanges of every case that is wrong.
    case exchanges
  }

  /// Whether it is coloured.
  package var style: TerminalStyle

  /// How many characters fit in a line; without it, lines are as long as they are.
  package var width: Int?

  /// How much is shown.
  package var detail: Detail

  /// What changed since another run, if that is to be told too.
  package var comparison: RunComparison?

  /// The name.
  public let name = "terminal"

  /// The usual file.
  public let fileName = "report.txt"

  /// Creates the format.
  package init(
    style: TerminalStyle = .none,
    width: Int? = nil,
    detail: Detail = .causes,
    comparison: RunComparison? = nil
  ) {
    self.style = style
    self.width = width
    self.detail = detail
    self.comparison = comparison
  }

  /// Writes the whole record: what is wrong, by its causes, and the closing summary.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    guard detail != .closing else {
      output.write(brief(run))
      return
    }
    output.write(
      opening(run.suites.map { ($0.name, $0.subject, $0.cases.count) }, run.settings)
    )
    let results = run.suites.flatMap(\.cases)
    // What counts stands last, next to the closing summary.
    let known = Cause.causes(in: run) { $0.known != nil }
    if !known.isEmpty { output.write("\n" + known.map { line(for: $0) }.joined()) }
    for cause in Cause.causes(in: run, where: run.warns) { output.write("\n" + entry(cause)) }
    for cause in Cause.causes(in: run, where: { run.counts($0) }) {
      output.write("\n" + entry(cause))
    }
    for failure in failures(results) { output.write("\n" + failure) }
    for result in run.flakyCases { output.write("\n" + flaky(result)) }
    if detail == .exchanges { writeExchanges(of: results, to: &output) }
    output.write("\n" + closing(run))
  }

  /// The exchanges of every case that is wrong.
  private func writeExchanges(
    of results: [RunRecord.Case],
    to output: inout some TextOutputStream
  ) {
    for result in results {
      var isWrong = result.violations.contains { $0.known == nil }
      if case .failed = result.verdict { isWrong = true }
      let exchanges = isWrong ? result.exchanges : []
      guard !exchanges.isEmpty else { continue }
      output.write("\n" + line(for: result))
      for (index, exchange) in exchanges.enumerated() {
        output.write(self.exchange(exchange, number: index + 1, upTo: Self.bodyLimit))
      }
    }
  }

  /// What is about to run, with the warnings about the run itself.
  package func opening(
    _ suites: [(name: String, subject: String, cases: Int)],
    _ settings: Report.Settings
  ) -> String {
    var text = loud(settings.warnings)
    for (name, subject, cases) in suites {
      text += style.paint(TerminalText.line(name), .strong)
      text += " against \(TerminalText.line(subject)): \(quantity(cases, "case"))\n"
    }
    return text
  }

  /// One line for one case, for a log.
  package func line(for result: RunRecord.Case) -> String {
    let id = TerminalText.line(result.id.description)
    let reason = result.verdict.reason ?? (result.isFlaky ? result.triesInWords : nil)
    let tail = reason.map { "  " + style.paint(TerminalText.line($0), .faint) } ?? ""
    let word = TerminalText.padded(Self.word(for: result), to: 8)
    return style.paint(word, role(of: result)) + "  " + id + tail + "\n"
  }

  /// One line for what is known to be broken, with the reason why that is put up with.
  private func line(for cause: Cause) -> String {
    let others = cause.cases.count - 1
    let text = [
      TerminalText.line(cause.example.id.description), TerminalText.line(cause.violation.rule),
      TerminalText.line(cause.violation.known ?? ""),
      others > 0 ? quantity(others, "more case") : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
    let lines = TerminalText.wrapped(text, to: width.map { $0 - 10 })
    return style.paint(TerminalText.padded("known", to: 8), .doubtful) + "  "
      + lines.joined(separator: "\n          ") + "\n"
  }

  /// What came of a case, in a word.
  static func word(for result: RunRecord.Case) -> String {
    switch result.verdict {
    case .conforms where result.isFlaky, .notChecked where result.isFlaky: "flaky"
    case .conforms where !result.violations.isEmpty: "warning"
    case .conforms: "conforms"
    case .notChecked: "unread"
    case .violates where result.isKnown: "known"
    case .violates: "violates"
    case .skipped: "skipped"
    case .failed: "failed"
    case .notRun: "not run"
    }
  }

  /// The colour of what came of a case.
  func role(of result: RunRecord.Case) -> TerminalStyle.Role {
    switch result.verdict {
    case .conforms: result.violations.isEmpty && !result.isFlaky ? .good : .doubtful
    case .violates where result.isKnown: .doubtful
    case .violates, .failed: .bad
    case .notChecked, .skipped, .notRun: .doubtful
    }
  }

  /// Warnings about the whole run, set apart so that nobody reads past them.
  func loud(_ warnings: [String]) -> String {
    warnings.flatMap { warning in
      TerminalText.wrapped("!! WARNING: \(TerminalText.line(warning))", to: width)
    }.map { style.paint($0, .loud) + "\n" }.joined()
  }
}
