import AccordModel

/// What a run put to the test, as the part of a living document.
struct CoverageTables {
  private let coverage: Coverage
  private let suite: ContractSuite

  /// The tables of a suite.
  init(_ coverage: Coverage, of suite: ContractSuite) {
    self.coverage = coverage
    self.suite = suite
  }

  /// The tables as Markdown.
  var markdown: String {
    let figure = coverage.figure
    var text = "\n## What was last seen\n\n"
    text += """
      \(figure.sentence)\(selection) Every clause is a promise, and so is every \
      combination of route, method, version and format, every status, and every member of a \
      payload; what nobody can bring about from outside counts among them.


      """
    text += MarkdownText.head(["About", "Promised", "Exercised", "Held"], numbers: 1..<4)
    for kind in Promise.Kind.allCases {
      let figure = Coverage.Figure(coverage.entries.filter { $0.promise.kind == kind })
      guard figure.promised > 0 else { continue }
      text += MarkdownText.row(
        [kind.rawValue] + [figure.promised, figure.exercised, figure.held].map(String.init)
      )
    }
    return text + missing
  }

  /// Which endpoints the run meant, where these are not all.
  private var selection: String {
    let meant = suite.contracts.map(\.id).filter { !coverage.entries(of: $0).isEmpty }
    guard meant.count < suite.contracts.count else { return "" }
    let names = meant.map(MarkdownText.code).joined(separator: ", ")
    let endpoints = quantity(suite.contracts.count, "endpoint")
    return " The run meant \(meant.count) of \(endpoints): \(names)."
  }

  /// The promises that were not put to the test.
  private var missing: String {
    let missing = coverage.missing
    guard !missing.isEmpty else { return "" }
    let promises =
      missing.count == 1 ? "The promise that was" : "The \(missing.count) promises that were"
    var text = "\n<details><summary>\(promises) not put to the test"
    text += "</summary>\n\n" + MarkdownText.head(["Endpoint", "Promise", "In words", "Why"])
    for entry in missing {
      let reason = entry.reason.map { ": \(MarkdownText.inline($0))" } ?? ""
      text += MarkdownText.row([
        MarkdownText.code(entry.promise.contract), MarkdownText.code(entry.promise.id),
        MarkdownText.inline(entry.promise.sentence), entry.state.words + reason,
      ])
    }
    return text + "\n</details>\n"
  }

  /// A state with its sign.
  static func words(_ state: PromiseState) -> String { "\(state.pageState.sign) \(state.words)" }
}
