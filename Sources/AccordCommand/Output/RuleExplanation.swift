import Accord
import AccordJudging
import AccordReporting

/// A rule in words: its sentence, its level, and what it accepts and rejects.
struct RuleExplanation {
  let rule: any Rule

  /// The explanation.
  var text: String {
    var text = "\(rule.id)\n\n  \(rule.sentence)\n\n  \(level)\n"
    if !rule.accepted.isEmpty { text += "\naccepted\n" + rule.accepted.map(example).joined() }
    if !rule.rejected.isEmpty { text += "\nrejected\n" + rule.rejected.map(example).joined() }
    return text
  }

  private var level: String {
    switch rule.level {
    case .clause:
      "A violation counts where the document states the promise; of an assumption it is a warning."
    case .specification:
      "A violation is one of the HTTP specification itself."
    }
  }

  private func example(_ example: RuleExample) -> String {
    var text = "\n  \(example.name)\n"
    for exchange in example.exchanges {
      let request = exchange.request
      text += "    > \(request.method) \(TerminalText.line(request.target))\n"
      text += body(request.body, after: ">")
      switch exchange.outcome {
      case .answered(let response):
        text += "    < \(response.status) \(TerminalText.line(response.reason))"
        text += response.contentType.map { "  \(TerminalText.line($0))" } ?? ""
        text += "\n" + body(response.body, after: "<")
      case .failed(let failure, _): text += "    < \(TerminalText.line(failure.message))\n"
      }
    }
    if let place = example.place { text += "    ^ \(TerminalText.line(place))\n" }
    return text
  }

  private func body(_ bytes: [UInt8], after mark: String) -> String {
    guard !bytes.isEmpty else { return "" }
    let text = VisibleText.bounded(String(decoding: bytes, as: UTF8.self), to: 400)
    return "    \(mark) \(TerminalText.line(text))\n"
  }
}
