import AccordModel

extension TerminalFormat {
  /// The closing summary: counts by suite and endpoint, reasons, and what came of the run.
  package func closing(_ run: RunRecord) -> String {
    let results = run.suites.flatMap(\.cases)
    var text = ""
    if run.summary.cases > 0 { text += counts(run) + "\n" }
    if run.coverage.promised > 0 { text += lines(run.coverage.sentence) }
    if detail == .exchanges { text += times(run) }
    text += reasons("skipped", ReasonCount.skipped(results))
    text += reasons("failed", ReasonCount.failed(results))
    text += reasons("not run", ReasonCount.notRun(results))
    text += reasons("not checked", ReasonCount.notChecked(results))
    text += reasons("not tried again", run.retryHindrances)
    for finding in run.baseline {
      text +=
        style.paint(TerminalText.line(finding.sentence), finding.fails ? .bad : .doubtful) + "\n"
    }
    text += ending(run)
    text += loud(run.settings.warnings)
    if let comparison { text += changes(comparison) }
    return text + headline(of: run)
  }

  /// The most reasons for failures that stand before the closing line when nothing else does.
  private static let reasonLimit = 3

  /// What came of a run, and why it says less than was asked if it does.
  func brief(_ run: RunRecord) -> String {
    let counts = ReasonCount.failed(run.suites.lazy.flatMap(\.cases))
      .sorted { $0.count > $1.count }
    var text = reasons("failed", Array(counts.prefix(Self.reasonLimit)))
    let rest = counts.count - Self.reasonLimit
    if rest > 0 { text += "failed for \(quantity(rest, "more reason"))\n" }
    return text + ending(run) + headline(of: run)
  }

  /// Why the run ended early, if it did.
  private func ending(_ run: RunRecord) -> String {
    guard let interruption = run.interruption else { return "" }
    return style.paint("The run ended early: \(TerminalText.line(interruption))", .bad) + "\n"
  }

  /// What came of a run, in the colour of its verdict.
  func headline(of run: RunRecord) -> String {
    let role: TerminalStyle.Role = run.exitStatus == 0 ? .good : .bad
    return lines(run.headline, role)
  }

  /// A sentence, wrapped to the width.
  private func lines(_ sentence: String, _ role: TerminalStyle.Role? = nil) -> String {
    TerminalText.wrapped(sentence, to: width).map { line in
      (role.map { style.paint(line, $0) } ?? line) + "\n"
    }.joined()
  }

  private func counts(_ run: RunRecord) -> String {
    var table = TextTable([
      "", "cases", "conforming", "violating", "warnings", "skipped", "failed", "not run",
      "not checked", "not provoked", "known", "flaky",
    ])
    for suite in run.suites {
      let endpoints = EndpointResults.endpoints(of: suite)
      let whole = Summary(suite.cases, notProvoked: suite.notProvoked.count)
      table.append(row(TerminalText.line(suite.id), whole))
      for endpoint in endpoints {
        table.append(row("  " + TerminalText.line(endpoint.contract), endpoint.summary))
      }
    }
    if run.suites.count > 1 { table.append(row("all", run.summary)) }
    return (width.flatMap(table.sentences) ?? table.lines).map { $0 + "\n" }.joined()
  }

  /// How long the exchanges of each endpoint took; only where everything is shown, since no two runs take
  /// the same time.
  private func times(_ run: RunRecord) -> String {
    var table = TextTable(
      ["times", "exchanges"] + OperationTimes.shown.map { "\($0) %" } + ["longest"]
    )
    let times = run.suites.flatMap { suite in
      OperationTimes.times(of: suite).map { ("\(suite.id)/\($0.contract)", $0) }
    }
    guard !times.isEmpty else { return "" }
    for (name, times) in times {
      table.append(
        [TerminalText.line(name), String(times.count)]
          + OperationTimes.shown.map { OperationTimes.words(times.percentile($0)) }
          + [OperationTimes.words(times.longest)]
      )
    }
    return "\n" + (width.flatMap(table.sentences) ?? table.lines).map { $0 + "\n" }.joined() + "\n"
  }

  private func row(_ name: String, _ summary: Summary) -> [String] {
    [name]
      + [
        summary.cases, summary.conforming, summary.violating, summary.warned, summary.skipped,
        summary.failed, summary.notRun, summary.notChecked, summary.notProvoked, summary.known,
        summary.flaky,
      ].map(String.init)
  }

  private func reasons(_ word: String, _ counts: [ReasonCount]) -> String {
    counts.flatMap { count in
      TerminalText.wrapped("\(word) \(count.count): \(TerminalText.line(count.reason))", to: width)
    }.map { $0 + "\n" }.joined()
  }
}
