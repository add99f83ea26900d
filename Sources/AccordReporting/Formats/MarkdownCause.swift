import AccordModel

/// One cause of violations as Markdown.
struct MarkdownCause {
  /// The most characters of what was expected and of what was found.
  private static let evidenceLimit = 1_000
  /// The most characters of a command.
  private static let commandLimit = 2_000
  /// The most identifiers of cases that are listed.
  private static let caseLimit = 50

  /// The entry.
  let text: String

  /// The entry of a cause.
  init(_ cause: Cause, number: Int) {
    let violation = cause.violation
    let source = violation.clause.source
    let place = TerminalFormat.place(of: violation, in: cause.example)
    var text = "\n### \(number). \(MarkdownText.inline(violation.clause.sentence))\n\n"
    text += "**\(violation.level.rawValue)** · \(MarkdownText.code(violation.rule))"
    text += " · \(MarkdownText.code(source)) · \(quantity(cause.cases.count, "case"))\n\n"
    if let reason = violation.clause.assumedBecause {
      text += "Assumed, because: \(MarkdownText.inline(reason))\n\n"
    }
    text += "At \(MarkdownText.code(VisibleText.bounded(place, to: 300))):\n\n"
    text += MarkdownText.block(
      Self.labelled("expected", violation.expected) + Self.labelled("actual", violation.actual)
    )
    if let hint = violation.hint {
      text += "\n\(MarkdownText.inline(VisibleText.bounded(hint, to: 500)))\n"
    }
    if cause.example.exchanges.indices.contains(violation.step) {
      let exchange = cause.example.exchanges[violation.step]
      let command = TerminalFormat.curl(exchange)
      text += "\n"
      text +=
        command.unicodeScalars.count > Self.commandLimit
        ? "The request is too long to be shown; report.json has it.\n"
        : MarkdownText.block(command, language: "sh")
    }
    self.text = text + Self.list(of: cause.cases)
  }

  private static func list(of cases: [CaseID]) -> String {
    guard let first = cases.first else { return "" }
    var text = "\n\(MarkdownText.code(first.description))\n"
    let others = cases.dropFirst()
    guard !others.isEmpty else { return text }
    text += "\n<details><summary>\(quantity(others.count, "more case"))</summary>\n\n"
    for id in others.prefix(caseLimit) { text += "- \(MarkdownText.code(id.description))\n" }
    if others.count > caseLimit { text += "- \(others.count - caseLimit) more\n" }
    return text + "\n</details>\n"
  }

  /// A label with a text whose further lines stand below its first.
  private static func labelled(_ label: String, _ text: String) -> String {
    let text = VisibleText.block(VisibleText.bounded(text, to: evidenceLimit))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return TerminalText.padded(label, to: 10) + lines.joined(separator: "\n          ") + "\n"
  }
}
