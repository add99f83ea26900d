import AccordModel

/// Assumptions by their reasons, in the order in which they are first made.
struct AssumptionList {
  private var reasons: [(reason: String, sentences: [String])] = []

  /// Whether nothing is assumed.
  var isEmpty: Bool { reasons.isEmpty }

  /// Adds a sentence if it is an assumption; one that is there already is not repeated.
  mutating func add(_ sentence: String, _ basis: Basis) {
    guard let reason = basis.reason else { return }
    guard let place = reasons.firstIndex(where: { $0.reason == reason }) else {
      reasons.append((reason, [sentence]))
      return
    }
    if !reasons[place].sentences.contains(sentence) { reasons[place].sentences.append(sentence) }
  }

  /// The list as Markdown.
  var markdown: String {
    var text = ""
    for (reason, sentences) in reasons {
      text += "- \(MarkdownText.inline(reason))\n"
      for sentence in sentences { text += "  - \(MarkdownText.inline(sentence))\n" }
    }
    return text
  }
}
