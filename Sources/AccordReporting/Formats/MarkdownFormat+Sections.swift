import AccordModel

extension MarkdownFormat {
  /// The most characters of a foreign text in a cell.
  private static let cellLimit = 300

  /// The table of one suite: its head, its rows and its sums.
  ///
  /// Columns after the third whose cells all are `0` are left out.
  func summary(of suite: RunRecord.Suite) -> (head: String, rows: [String], sums: String) {
    let names = [
      "Cases", "Conforming", "Violating", "Warnings", "Skipped", "Failed", "Not run", "Not checked",
      "Not provoked", "Known", "Flaky",
    ]
    let sums = counts(Summary(suite.cases, notProvoked: suite.notProvoked.count))
    let shown = names.indices.filter { $0 < 3 || sums[$0] != "0" }
    var head =
      "\n## \(MarkdownText.inline(VisibleText.bounded(suite.name, to: Self.cellLimit)))\n\n"
    head += "Against \(cell(suite.subject))."
    head += suite.coverage.promised > 0 ? " \(suite.coverage.sentence)\n\n" : "\n\n"
    head += MarkdownText.head(["Endpoint"] + shown.map { names[$0] }, numbers: 1..<shown.count + 1)
    let rows = EndpointResults.endpoints(of: suite).map { endpoint in
      let cells = counts(endpoint.summary)
      return MarkdownText.row([MarkdownText.code(endpoint.contract)] + shown.map { cells[$0] })
    }
    return (head, rows, MarkdownText.row((["All"] + shown.map { sums[$0] }).map { "**\($0)**" }))
  }

  /// What changed since another run: the head of a table and its rows.
  func changes(_ comparison: RunComparison) -> [String] {
    [MarkdownText.head(["", "Cases", "Promise", "Rule", "Place", "For example"], numbers: 1..<2)]
      + comparison.groups.map { MarkdownText.row([$0.change.words] + cells(of: $0)) }
  }

  /// The cells of what changed: how many cases, the promise, the rule, the place, an example.
  func cells(of group: RunComparison.Group) -> [String] {
    [
      String(group.cases.count), cell(group.sentence), MarkdownText.code(group.rule),
      MarkdownText.code(VisibleText.bounded(group.place, to: Self.cellLimit)),
      group.cases.first.map { MarkdownText.code($0.description) } ?? "",
    ]
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

  /// All causes, one line each: the head of a table and its rows.
  func table(_ causes: [Cause]) -> [String] {
    guard !causes.isEmpty else { return [] }
    let names = ["", "Endpoint", "Place", "Expected", "Rule", "Found in"]
    return [MarkdownText.head(names, numbers: 0..<1)]
      + causes.enumerated().map { index, cause in
        MarkdownText.row([
          String(index + 1), MarkdownText.code(cause.example.contract),
          MarkdownText.code(VisibleText.bounded(cause.place, to: Self.placeLimit)),
          cell(VisibleText.bounded(cause.violation.expected, to: Self.expectedLimit)),
          MarkdownText.code(cause.violation.rule), cause.extent,
        ])
      }
  }

  /// The most characters of a place, and of what was expected, in the table of causes.
  private static let placeLimit = 120
  private static let expectedLimit = 60

  /// The violations that the baseline lists, each with the reason why it is put up with.
  func known(_ run: RunRecord) -> [String] {
    [MarkdownText.head(["Cases", "Rule", "Place", "Reason", "For example"], numbers: 0..<1)]
      + Cause.causes(in: run) { $0.known != nil }.map { cause in
        MarkdownText.row([
          String(cause.cases.count), MarkdownText.code(cause.violation.rule),
          cell(cause.place), cell(cause.violation.known ?? ""),
          MarkdownText.code(cause.example.id.description),
        ])
      }
  }

  /// What became of the entries of the baseline.
  func baseline(_ run: RunRecord) -> [String] {
    [MarkdownText.head(["State", "What and what to do"])]
      + run.baseline.map { finding in
        MarkdownText.row([MarkdownText.code(finding.state.rawValue), cell(finding.sentence)])
      }
  }

  /// The cases that passed only when they were tried again: the head of a table and its rows.
  func flaky(_ run: RunRecord) -> [String] {
    [MarkdownText.head(["Case", "Passed on", "What was wrong before"])]
      + run.flakyCases.map { result in
        MarkdownText.row([
          MarkdownText.code(result.id.description), "try \(result.earlierTries.count + 1)",
          result.wrongTries.map(cell).joined(separator: "<br>"),
        ])
      }
  }

  /// Why cases were not tried again that were wrong.
  func notTriedAgain(_ run: RunRecord) -> [String] { rows(run.retryHindrances) }

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
      summary.failed, summary.notRun, summary.notChecked, summary.notProvoked, summary.known,
      summary.flaky,
    ].map(String.init)
  }
}
