import AccordModel

/// One cause of violations as Markdown.
struct MarkdownCause {
  /// The most characters of what was expected and of what was found.
  private static let evidenceLimit = 1_000
  /// The most characters of a command.
  private static let commandLimit = 2_000
  /// The most identifiers of cases that are listed.
  private static let caseLimit = 50

  private let cause: Cause
  private let number: Int

  /// The entry of a cause.
  init(_ cause: Cause, number: Int) {
    self.cause = cause
    self.number = number
  }

  /// The entry.
  var text: String {
    let violation = cause.violation
    let example = cause.example.loaded
    let source = violation.clause.source
    let place = TerminalFormat.place(of: violation, in: example)
    var text = "\n### \(number). \(MarkdownText.inline(cause.heading))\n\n"
    text += "**\(violation.level.rawValue)** · \(MarkdownText.code(violation.rule))"
    text += " · \(MarkdownText.code(source)) · \(cause.extent)\n\n"
    text += "\(MarkdownText.inline(violation.clause.sentence))\n\n"
    if let reason = violation.clause.assumedBecause {
      text += "Assumed, because: \(MarkdownText.inline(reason))\n\n"
    }
    text += "At \(MarkdownText.code(VisibleText.bounded(place, to: 300)))"
    let all = cause.isRepeated ? VisibleText.bounded(cause.place, to: 300) : nil
    text += all.map { ", the first of \(cause.extent) at \(MarkdownText.code($0)):\n\n" } ?? ":\n\n"
    let evidence = Self.evidence(ViolationDifference(violation, in: example), violation)
    text += MarkdownText.block(evidence, language: "diff")
    if let hint = violation.hint {
      text += "\n\(MarkdownText.inline(VisibleText.bounded(hint, to: 500)))\n"
    }
    if let tries = example.triesInWords { text += "\nThe case was \(tries).\n" }
    if let trace = cause.traceInWords { text += "\nTrace \(MarkdownText.code(trace))\n" }
    if example.exchanges.indices.contains(violation.step) {
      let exchange = example.exchanges[violation.step]
      let command = TerminalFormat.curl(exchange)
      text += "\n"
      text +=
        command.unicodeScalars.count > Self.commandLimit
        ? "The request is too long to be shown; report.json has it.\n"
        : MarkdownText.block(command, language: "sh")
    }
    return text + Self.list(of: cause.cases)
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

  /// What was promised and what came, as a unified diff: both values line by line, or the words and
  /// then the place in the body.
  private static func evidence(
    _ difference: ViolationDifference,
    _ violation: RunRecord.Violation
  ) -> String {
    var text = "--- expected\n+++ actual\n"
    if let values = difference.values {
      return text + values.map(line).joined()
    }
    text += lines("-", violation.expected) + lines("+", violation.actual)
    guard !difference.body.isEmpty else { return text }
    return text + "@@ response body @@\n" + difference.body.map(line).joined()
  }

  private static func line(_ line: DifferenceLine) -> String {
    "\(line.sign)\(VisibleText.line(line.text))\n"
  }

  private static func lines(_ sign: String, _ text: String) -> String {
    VisibleText.bounded(text, to: evidenceLimit)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { "\(sign)\(VisibleText.line(String($0)))\n" }.joined()
  }
}
