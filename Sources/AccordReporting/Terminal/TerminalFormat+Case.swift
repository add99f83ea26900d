import AccordModel

extension TerminalFormat {
  /// One case whole: what it shows, what came of it, and every exchange.
  package func text(of result: RunRecord.Case) -> String {
    let result = result.loaded
    var lines = LabelledLines(style: style, width: width, labels: ["not checked"])
    lines.add("shows", TerminalText.line(result.title))
    lines.add("verdict", TerminalText.line(Self.words(for: result)), value: role(of: result))
    lines.add("contract", TerminalText.line(result.contract))
    lines.add("origin", result.origin.rawValue)
    lines.add("looked at", result.lookedAt.map { TerminalText.line($0) })
    lines.add("not seen", result.unseenClauses.map { TerminalText.line($0) })
    lines.add("rules", TerminalText.line(result.rules.joined(separator: ", ")))
    if let tries = result.triesInWords { lines.add("tries", tries) }
    if let hindrance = result.retryHindrance { lines.add("tries", TerminalText.line(hindrance)) }
    for reason in result.notChecked { lines.add("not checked", TerminalText.line(reason)) }
    var text = style.paint(TerminalText.line(result.id.description), .strong) + "\n" + lines.text
    let details = details(of: result, isWhole: true)
    if !details.isEmpty { text += "\n" + details }
    for (index, exchange) in result.exchanges.enumerated() {
      text += "\n" + self.exchange(exchange, number: index + 1, upTo: nil)
    }
    for (index, earlier) in result.earlierTries.enumerated() {
      let name = "try \(index + 1) of \(result.earlierTries.count + 1): \(Self.words(for: earlier))"
      text += "\n" + style.paint(TerminalText.line(name), .strong) + "\n"
      let wrong = self.details(of: earlier.loaded, isWhole: true)
      if !wrong.isEmpty { text += "\n" + wrong }
      for (index, exchange) in earlier.exchanges.enumerated() {
        text += "\n" + self.exchange(exchange, number: index + 1, upTo: nil)
      }
    }
    if let script = result.script {
      text += "\n" + style.paint("as a script", .strong) + "\n" + VisibleText.block(script)
    }
    return text
  }

  private static func words(for result: RunRecord.Case) -> String {
    let verdict = word(for: result)
    return result.verdict.reason.map { "\(verdict): \($0)" } ?? verdict
  }
}
