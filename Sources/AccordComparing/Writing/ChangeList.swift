import AccordReporting

/// The changes as lines for people.
struct ChangeList {
  let comparison: ContractComparison

  init(_ comparison: ContractComparison) { self.comparison = comparison }

  var text: String {
    var text = ""
    for change in comparison.changes {
      let word = change.acceptance == nil ? change.level.rawValue : "accepted"
      text += "\(TerminalText.line(change.location)): \(word): "
      text += "\(TerminalText.line(change.sentence)) [\(change.id)]"
      if let reason = change.acceptance { text += " Accepted: \(TerminalText.line(reason))" }
      text += "\n"
    }
    for entry in comparison.outdated { text += "\(entry.outdatedLine)\n" }
    return text + comparison.summary + "\n"
  }
}

extension AcceptedChanges.Entry {
  /// What is said of an entry that no change is behind any more.
  package var outdatedLine: String {
    "out of date: the baseline lists \(id) (\(fingerprint)), which did not occur: remove it. It was: "
      + TerminalText.line(sentence)
  }
}
