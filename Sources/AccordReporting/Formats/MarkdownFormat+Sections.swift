import AccordModel

extension MarkdownFormat {
  /// The most characters of a foreign text in a cell.
  private static let cellLimit = 300

  /// The table of one suite.
  func summary(of suite: Report.SuiteResult) -> String {
    let names = [
      "Endpoint", "Cases", "Conforming", "Violating", "Warnings", "Skipped", "Failed", "Not run",
      "Not checked", "Not provoked",
    ]
    let whole = Summary(suite.results, notProvoked: suite.notProvoked.count)
    var text = "\n## \(MarkdownText.inline(suite.suite.name))\n\n"
    text += "Against \(cell(suite.subject)).\n\n"
    text += MarkdownText.head(names, numbers: 1..<names.count)
    for endpoint in EndpointResults.endpoints(of: suite) {
      text += MarkdownText.row([MarkdownText.code(endpoint.contract)] + counts(endpoint.summary))
    }
    return text + MarkdownText.row((["All"] + counts(whole)).map { "**\($0)**" })
  }

  /// Why cases failed: the head of a table and its rows.
  func failures(_ report: Report) -> [String] {
    rows(ReasonCount.failed(report.suites.flatMap(\.results)))
  }

  /// Why cases were skipped or did not get their turn.
  func skips(_ report: Report) -> [String] {
    let results = report.suites.flatMap(\.results)
    return rows(ReasonCount.skipped(results) + ReasonCount.notRun(results))
  }

  /// What was promised and could not be checked.
  func notChecked(_ report: Report) -> [String] {
    rows(ReasonCount.notChecked(report.suites.flatMap(\.results)))
  }

  /// The errors that no case brings about.
  func notProvoked(_ report: Report) -> [String] {
    [MarkdownText.head(["Endpoint", "Error", "Reason"])]
      + report.suites.flatMap { suite in
        suite.notProvoked.map { entry in
          MarkdownText.row([
            MarkdownText.code("\(suite.suite.id)/\(entry.contract)"),
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
