import AccordModel

extension TerminalFormat {
  /// What a case has to say: its violations and warnings, or why it failed; else nothing.
  package func details(of result: RunRecord.Case) -> String {
    if case .failed(let reason) = result.verdict {
      return failure(reason, of: result)
    }
    return result.violations.map { violation(of: result, $0) }
      .joined(separator: "\n")
  }

  /// One broken promise with its evidence.
  package func violation(
    of result: RunRecord.Case,
    _ violation: RunRecord.Violation
  ) -> String {
    let level = violation.level.rawValue
    let source = violation.clause.source
    var lines = Lines(style: style, labels: [level, "expected"])
    lines.add(
      level,
      TerminalText.line(violation.clause.sentence) + "   "
        + style.paint(TerminalText.line(source), .faint),
      violation.level == .must ? .bad : .doubtful
    )
    lines.add("at", TerminalText.line(Self.place(of: violation, in: result)))
    lines.add("expected", TerminalText.line(violation.expected))
    lines.add("actual", TerminalText.line(violation.actual))
    if let hint = violation.hint { lines.add("hint", TerminalText.line(hint)) }
    if result.exchanges.indices.contains(violation.step) {
      lines.add("try", Self.curl(result.exchanges[violation.step]))
    }
    return heading(result, violation.rule) + lines.text
  }

  /// A case that could not be judged.
  private func failure(_ reason: String, of result: RunRecord.Case) -> String {
    var lines = Lines(style: style, labels: ["failed", "expected"])
    lines.add("failed", TerminalText.line(reason), .bad)
    if let exchange = result.exchanges.last {
      lines.add("try", Self.curl(exchange))
    }
    return heading(result, "failed") + lines.text
  }

  private func heading(_ result: RunRecord.Case, _ rule: String) -> String {
    style.paint(TerminalText.line(result.id.description), .strong)
      + " · \(TerminalText.line(rule))\n"
  }

  /// The place of a violation, with the exchange where a case has several and the line in the body.
  static func place(of violation: RunRecord.Violation, in result: RunRecord.Case) -> String {
    var place = violation.place
    if let position = violation.position { place += " (\(position))" }
    guard result.exchanges.count > 1, result.exchanges.indices.contains(violation.step) else {
      return place
    }
    let name = result.exchanges[violation.step].step.map { " (\($0))" } ?? ""
    return "exchange \(violation.step + 1)\(name), \(place)"
  }

  /// The command that sends an exchange's request again; too long to be cut, it is kept whole.
  static func curl(_ exchange: RunRecord.Exchange) -> String {
    VisibleText.line(exchange.curl)
  }
}

/// Labelled lines whose values stand below each other.
private struct Lines {
  let style: TerminalStyle
  let width: Int
  private(set) var text = ""

  init(style: TerminalStyle, labels: [String]) {
    self.style = style
    width = labels.map(\.count).max() ?? 0
  }

  mutating func add(_ label: String, _ value: String, _ role: TerminalStyle.Role = .faint) {
    let label = style.paint(TerminalText.padded(label, to: width), role)
    text += "  \(label)  \(value)\n"
  }
}
