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
      \(figure.sentence) Every clause is a promise, and so is every \
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

  /// The promises that were not put to the test.
  private var missing: String {
    let missing = coverage.missing
    guard !missing.isEmpty else { return "" }
    var text = "\n<details><summary>The \(missing.count) promises that were not put to the test"
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
  static func words(_ state: PromiseState) -> String {
    let page: PageState =
      switch state {
      case .holds: .holds
      case .broken: .broken
      case .warned: .warned
      case .skipped: .skipped
      case .notProvoked: .notProvoked
      case .notExercised: .notRun
      }
    return state == .notExercised ? "○ \(state.words)" : "\(page.sign) \(page.word)"
  }
}
