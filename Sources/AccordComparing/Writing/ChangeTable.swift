import AccordReporting

/// The changes in GitHub Flavored Markdown, for a pull request.
struct ChangeTable {
  let comparison: ContractComparison

  /// The most changes of a level that are shown; a comment has room for about 65,000 characters.
  static let limit = 100

  init(_ comparison: ContractComparison) { self.comparison = comparison }

  var text: String {
    var text = "## Changes of the contract\n\n"
    text += MarkdownText.inline(comparison.summary) + "\n"
    for (level, title) in [
      (ChangeLevel.breaking, "Breaking"), (.dangerous, "Dangerous"), (.harmless, "Harmless"),
    ] {
      text += section(
        title,
        comparison.changes.filter { $0.level == level && $0.acceptance == nil },
        isFolded: level == .harmless
      )
    }
    text += section("Accepted", comparison.changes.filter { $0.acceptance != nil }, isFolded: true)
    if !comparison.outdated.isEmpty {
      text += "\n### Out of date in the baseline\n\n"
      for entry in comparison.outdated { text += "- \(MarkdownText.inline(entry.outdatedLine))\n" }
    }
    return text
  }

  private func section(_ title: String, _ changes: [Change], isFolded: Bool) -> String {
    guard !changes.isEmpty else { return "" }
    var text = "\n"
    text +=
      isFolded
      ? "<details><summary>\(title): \(changes.count)</summary>\n\n"
      : "### \(title): \(changes.count)\n\n"
    text += MarkdownText.head(["Change", "What it means", "Where"])
    for change in changes.prefix(Self.limit) {
      text += MarkdownText.row([
        MarkdownText.code(change.id),
        MarkdownText.inline(change.sentence + (change.acceptance.map { " Accepted: \($0)" } ?? "")),
        MarkdownText.code(change.location),
      ])
    }
    if changes.count > Self.limit { text += "\n\(changes.count - Self.limit) more\n" }
    return text + (isFolded ? "\n</details>\n" : "")
  }
}
