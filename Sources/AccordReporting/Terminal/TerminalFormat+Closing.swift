package import AccordModel

extension TerminalFormat {
  /// The closing summary: counts by suite and endpoint, reasons, and what came of the run.
  package func closing(_ report: Report) -> String {
    let results = report.suites.flatMap(\.results)
    var text = ""
    if report.summary.cases > 0 { text += counts(report) + "\n" }
    text += reasons("skipped", ReasonCount.skipped(results))
    text += reasons("failed", ReasonCount.failed(results))
    text += reasons("not run", ReasonCount.notRun(results))
    text += reasons("not checked", ReasonCount.notChecked(results))
    if let interruption = report.interruption {
      text += style.paint("The run ended early: \(TerminalText.line(interruption))", .bad) + "\n"
    }
    text += loud(report.settings.warnings)
    let role: TerminalStyle.Role = report.exitStatus == 0 ? .good : .bad
    return text + style.paint(report.headline, role) + "\n"
  }

  private func counts(_ report: Report) -> String {
    var table = TextTable([
      "", "cases", "conforming", "violating", "warnings", "skipped", "failed", "not run",
      "not checked", "not provoked",
    ])
    for suite in report.suites {
      let endpoints = EndpointResults.endpoints(of: suite)
      let whole = Summary(suite.results, notProvoked: suite.notProvoked.count)
      table.append(row(TerminalText.line(suite.suite.id), whole))
      for endpoint in endpoints {
        table.append(row("  " + TerminalText.line(endpoint.contract), endpoint.summary))
      }
    }
    if report.suites.count > 1 { table.append(row("all", report.summary)) }
    return table.lines.map { $0 + "\n" }.joined()
  }

  private func row(_ name: String, _ summary: Summary) -> [String] {
    [name]
      + [
        summary.cases, summary.conforming, summary.violating, summary.warned, summary.skipped,
        summary.failed, summary.notRun, summary.notChecked, summary.notProvoked,
      ].map(String.init)
  }

  private func reasons(_ word: String, _ counts: [ReasonCount]) -> String {
    counts.map { "\(word) \($0.count): \(TerminalText.line($0.reason))\n" }.joined()
  }
}
