import AccordModel

/// Assumptions by their reasons, in the order in which they are first made.
struct AssumptionList {
  private(set) var reasons: [(reason: String, sentences: [String])] = []

  /// Whether nothing is assumed.
  var isEmpty: Bool { reasons.isEmpty }

  /// How many reasons there are.
  var count: Int { reasons.count }

  /// The list without some of its reasons.
  func without(_ others: Set<String>) -> AssumptionList {
    var list = self
    list.reasons.removeAll { others.contains($0.reason) }
    return list
  }

  /// The reasons that several lists have, with what any of them assumes for it.
  static func shared(by lists: [AssumptionList]) -> AssumptionList {
    var counts: [String: Int] = [:]
    for list in lists { for (reason, _) in list.reasons { counts[reason, default: 0] += 1 } }
    var shared = AssumptionList()
    for list in lists {
      for (reason, sentences) in list.reasons where counts[reason, default: 0] > 1 {
        for sentence in sentences { shared.add(sentence, .assumption(reason)) }
      }
    }
    return shared
  }

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
