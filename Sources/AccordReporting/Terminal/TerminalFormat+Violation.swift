import AccordModel

extension TerminalFormat {
  /// The most cases of one cause that are named.
  private static let caseLimit = 5

  /// What a case has to say: its violations and warnings, or why it failed; else nothing.
  ///
  /// Whole are commands with their bodies, however long; else a line is cut.
  package func details(of result: RunRecord.Case, isWhole: Bool = false) -> String {
    if case .failed(let reason) = result.verdict {
      return failure(reason, of: result, cases: [result.id], isWhole: isWhole)
    }
    return Cause.causes(of: result).map { entry($0, isWhole: isWhole) }.joined(separator: "\n")
  }

  /// One broken promise with the evidence of its first occurrence, for all cases that break it in the
  /// same way.
  func entry(_ cause: Cause, isWhole: Bool = false) -> String {
    let (violation, result) = (cause.violation, cause.example.loaded)
    let level = violation.level.rawValue
    let difference = ViolationDifference(violation, in: result)
    var lines = LabelledLines(style: style, width: width, labels: [level, "expected"])
    lines.add(level, promise(violation.clause), violation.level == .must ? .bad : .doubtful)
    lines.add("at", TerminalText.line(Self.place(of: violation, in: result)))
    if let all = cause.allPlaces { lines.add("items", TerminalText.line(all)) }
    if let values = difference.values {
      lines.add("differs", values)
    } else {
      lines.add("expected", TerminalText.line(violation.expected), value: .good)
      lines.add("actual", TerminalText.line(violation.actual), value: .bad)
      lines.add("body", difference.body)
    }
    if let known = violation.known { lines.add("known", TerminalText.line(known), .doubtful) }
    if let hint = violation.hint { lines.add("hint", TerminalText.line(hint)) }
    addTries(of: result, to: &lines)
    addTrace(of: result, violation.step, to: &lines)
    if result.exchanges.indices.contains(violation.step) {
      addCommand(result.exchanges[violation.step], of: result, isWhole: isWhole, to: &lines)
    }
    addOthers(cause.cases, to: &lines)
    return heading(result, violation.rule, cases: cause.cases.count) + lines.text
  }

  /// The promise with the line that declares it.
  private func promise(_ clause: RunRecord.Clause) -> [String] {
    let sentence = TerminalText.line(clause.sentence)
    let source = TerminalText.line(clause.source)
    if let width, sentence.count + source.count + 17 > width {
      return TerminalText.wrapped(sentence, to: width - 14)
        + TerminalText.wrapped(source, to: width - 14).map { style.paint($0, .faint) }
    }
    return [sentence + "   " + style.paint(source, .faint)]
  }

  /// The cases that could not be judged, by the reasons why.
  func failures(_ results: [RunRecord.Case]) -> [String] {
    ReasonCount.failed(results).map { count in
      failure(count.reason, of: count.example, cases: count.cases)
    }
  }

  /// A case that could not be judged, for all that have the reason in common.
  private func failure(
    _ reason: String,
    of result: RunRecord.Case,
    cases: [CaseID],
    isWhole: Bool = false
  ) -> String {
    var lines = LabelledLines(style: style, width: width, labels: ["failed", "expected"])
    lines.add("failed", TerminalText.line(reason), .bad)
    addTries(of: result, to: &lines)
    if let exchange = result.exchanges.last {
      if let trace = exchange.traceInWords { lines.add("trace", trace) }
      addCommand(exchange, of: result, isWhole: isWhole, to: &lines)
    }
    addOthers(cases, to: &lines)
    return heading(result, "failed", cases: cases.count) + lines.text
  }

  /// A case that passed only when it was tried again: what was wrong before, try by try.
  func flaky(_ result: RunRecord.Case) -> String {
    var lines = LabelledLines(style: style, width: width, labels: ["expected"])
    lines.add("flaky", result.triesInWords ?? "", .doubtful)
    for (index, wrong) in result.wrongTries.enumerated() {
      lines.add("try \(index + 1)", TerminalText.line(wrong))
    }
    return heading(result, "flaky", cases: 1) + lines.text
  }

  /// Says how often a case was tried that is wrong, or why not again.
  private func addTries(of result: RunRecord.Case, to lines: inout LabelledLines) {
    if let tries = result.triesInWords { lines.add("tries", tries) }
    if let hindrance = result.retryHindrance { lines.add("tries", TerminalText.line(hindrance)) }
  }

  /// Names the trace by which others find the request.
  private func addTrace(of result: RunRecord.Case, _ step: Int, to lines: inout LabelledLines) {
    let exchanges = result.exchanges
    guard exchanges.indices.contains(step), let trace = exchanges[step].traceInWords else { return }
    lines.add("trace", trace)
  }

  /// Names the cases after the first.
  private func addOthers(_ cases: [CaseID], to lines: inout LabelledLines) {
    let others = cases.dropFirst()
    let named = detail == .exchanges ? others : others.prefix(Self.caseLimit)
    let more = others.count - named.count
    lines.add(
      "also in",
      named.map { TerminalText.line($0.description) } + (more > 0 ? ["\(more) more"] : [])
    )
  }

  /// The case and the rule; where both have no room on one line, the rule stands below.
  private func heading(_ result: RunRecord.Case, _ rule: String, cases: Int) -> String {
    let id = TerminalText.line(result.id.description)
    let rest = "· \(TerminalText.line(rule))\(cases > 1 ? " · \(cases) cases" : "")\n"
    let isWide = width.map { id.count + rest.count > $0 } ?? false
    return style.paint(id, .strong) + (isWide ? "\n  " : " ") + rest
  }

  /// The place of a violation, with the exchange where a case has several and the line in the body.
  static func place(of violation: RunRecord.Violation, in result: RunRecord.Case) -> String {
    var place = violation.place.description
    if let position = violation.position { place += " (\(position))" }
    guard result.sent.outline.count > 1 else { return place }
    let exchanges = result.exchanges
    guard exchanges.indices.contains(violation.step) else { return place }
    let name = exchanges[violation.step].step.map { " (\($0))" } ?? ""
    return "exchange \(violation.step + 1)\(name), \(place)"
  }

  /// The command that sends an exchange's request again; too long to be cut, it is kept whole.
  static func curl(_ exchange: RunRecord.Exchange) -> String {
    VisibleText.line(exchange.curl)
  }

  /// Adds the command on lines that a shell reads as one; a body that is no line has one of its own.
  private func addCommand(
    _ exchange: RunRecord.Exchange,
    of result: RunRecord.Case,
    isWhole: Bool,
    to lines: inout LabelledLines
  ) {
    let brief = isWhole ? nil : exchange.curlWithoutBody
    let command = VisibleText.line(brief ?? exchange.curl)
    lines.add("try", width.map { ShellText.wrapped(command, to: $0 - 14) } ?? [command])
    if brief != nil { lines.add("BODY", TerminalText.line(Self.body(exchange, of: result))) }
  }

  /// The beginning of a body that a command leaves out, and how to see the whole.
  static func body(_ exchange: RunRecord.Exchange, of result: RunRecord.Case) -> String {
    let content = exchange.request.body
    let text = String(decoding: content.bytes.prefix(4 * CurlCommand.columnLimit), as: UTF8.self)
    let line = VisibleText.line(text)
    let start = line.prefix(CurlCommand.columnLimit)
    return """
      \(start)\(start.count < line.count ? "…" : "") (\(quantity(content.length, "byte")); \
      `accord show \(result.id)` shows the command with them)
      """
  }
}
