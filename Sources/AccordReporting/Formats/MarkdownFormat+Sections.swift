import AccordModel

extension MarkdownFormat {
  /// The most characters of a foreign text in a cell.
  private static let cellLimit = 300

  /// The table of one suite.
  func summary(of suite: RunRecord.Suite) -> String {
    let names = [
      "Endpoint", "Cases", "Conforming", "Violating", "Warnings", "Skipped", "Failed", "Not run",
      "Not checked", "Not provoked",
    ]
    let whole = Summary(suite.cases, notProvoked: suite.notProvoked.count)
    var text = "\n## \(MarkdownText.inline(suite.name))\n\n"
    text += "Against \(cell(suite.subject)).\n\n"
    text += MarkdownText.head(names, numbers: 1..<names.count)
    for endpoint in EndpointResults.endpoints(of: suite) {
      text += MarkdownText.row([MarkdownText.code(endpoint.contract)] + counts(endpoint.summary))
    }
    return text + MarkdownText.row((["All"] + counts(whole)).map { "**\($0)**" })
  }

  /// Why cases failed: the head of a table and its rows.
  func failures(_ run: RunRecord) -> [String] {
    rows(ReasonCount.failed(run.suites.flatMap(\.cases)))
  }

  /// Why cases were skipped or did not get their turn.
  func skips(_ run: RunRecord) -> [String] {
    let results = run.suites.flatMap(\.cases)
    return rows(ReasonCount.skipped(results) + ReasonCount.notRun(results))
  }

  /// What was promised and could not be checked.
  func notChecked(_ run: RunRecord) -> [String] {
    rows(ReasonCount.notChecked(run.suites.flatMap(\.cases)))
  }

  /// The errors that no case brings about.
  func notProvoked(_ run: RunRecord) -> [String] {
    [MarkdownText.head(["Endpoint", "Error", "Reason"])]
      + run.suites.flatMap { suite in
        suite.notProvoked.map { entry in
          MarkdownText.row([
            MarkdownText.code("\(suite.id)/\(entry.contract)"),
            MarkdownText.code(entry.error), cell(entry.reason),
          ])
        }
      }
  }

  private func rows(_ counts: [ReasonCount]) -> [String] {
    [MarkdownText.head(["Cases", "Reason", "For example"], numbers: 0..<1)]
      + counts.map { count in
        MarkdownText.row([
          String(count.count), cell(count.reason),
          count.cases.first.map { MarkdownText.code($0.description) } ?? "",
        ])
      }
  }

  private func cell(_ text: String) -> String {
    MarkdownText.inline(VisibleText.bounded(text, to: Self.cellLimit))
  }

  private func counts(_ summary: Summary) -> [String] {
    [
      summary.cases, summary.conforming, summary.violating, summary.warned, summary.skipped,
      summary.failed, summary.notRun, summary.notChecked, summary.notProvoked,
    ].map(String.init)
  }
}
