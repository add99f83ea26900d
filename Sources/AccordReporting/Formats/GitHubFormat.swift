import AccordModel

/// Annotations for GitHub Actions: one line for each broken promise, at the line that states it.
///
/// Promises are errors, assumptions warnings, known violations notices. Why cases failed, and what
/// is wrong with the baseline, has no line in the sources and is told of the whole run.
public struct GitHubFormat: ReportFormat {
  /// The name.
  public let name = "github"

  /// Standard output, where the runner reads commands.
  public let fileName = "-"

  /// Creates the format.
  package init() {}

  /// Writes the record of a run.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    annotate(Cause.causes(in: run, where: run.counts), as: "error", to: &output)
    for count in ReasonCount.failed(run.suites.lazy.flatMap(\.cases)) {
      let message = "\(quantity(count.count, "case")) failed: \(bounded(count.reason))"
      output.write("\(WorkflowCommand("error", ["title": "failed"], message))\n")
    }
    if let interruption = run.interruption {
      let message = "The run ended early: \(bounded(interruption))"
      output.write("\(WorkflowCommand("error", ["title": "incomplete"], message))\n")
    }
    for finding in run.baseline {
      let message = bounded(finding.sentence)
      let command = finding.fails ? "error" : "notice"
      output.write("\(WorkflowCommand(command, ["title": "baseline"], message))\n")
    }
    annotate(Cause.causes(in: run, where: run.warns), as: "warning", to: &output)
    for result in run.flakyCases {
      let message =
        "\(line(result.id.description)) \(result.triesInWords ?? ""):\n"
        + result.wrongTries.map(line).joined(separator: "\n")
      output.write("\(WorkflowCommand("warning", ["title": "flaky"], message))\n")
    }
    for warning in run.settings.warnings {
      output.write("\(WorkflowCommand("warning", ["title": "run"], bounded(warning)))\n")
    }
    annotate(Cause.causes(in: run) { $0.known != nil }, as: "notice", to: &output)
  }

  private func annotate(
    _ causes: [Cause],
    as command: String,
    to output: inout some TextOutputStream
  ) {
    for promise in BrokenPromise.promises(of: causes) {
      let cause = promise.first
      let clause = cause.violation.clause
      let lines = [
        VisibleText.line(clause.sentence),
        "at        " + line(cause.violation.place.description),
        cause.allPlaces.map { "items     " + line($0) },
        "expected  " + line(cause.violation.expected),
        "actual    " + line(cause.violation.actual),
        cause.violation.known.map { "known     " + line($0) },
        cause.traceInWords.map { "trace     " + $0 },
        "case      \(line(cause.example.id.description))" + more(than: promise),
      ].compactMap(\.self)
      let annotation = WorkflowCommand(
        command,
        [
          "file": clause.file,
          "line": String(max(1, clause.line)),
          "title": title(of: cause),
        ],
        lines.joined(separator: "\n")
      )
      output.write("\(annotation)\n")
    }
  }

  /// The promise that broke, the endpoint, the rule and the place.
  private func title(of cause: Cause) -> String {
    let sentence = VisibleText.bounded(cause.violation.clause.sentence, to: 200)
    let place = VisibleText.bounded(cause.place, to: 200)
    return VisibleText.line(
      "\(sentence) · \(cause.suite)/\(cause.example.contract) · \(cause.violation.rule) · \(place)"
    )
  }

  private func more(than promise: BrokenPromise) -> String {
    var text = ""
    if promise.cases > 1 { text += " and \(quantity(promise.cases - 1, "more case"))" }
    if promise.causes.count > 1 { text += ", in \(promise.causes.count) ways" }
    return text
  }

  private func bounded(_ text: String) -> String { VisibleText.bounded(text, to: 1_000) }

  private func line(_ text: String) -> String {
    VisibleText.line(VisibleText.bounded(text, to: 500))
  }
}
