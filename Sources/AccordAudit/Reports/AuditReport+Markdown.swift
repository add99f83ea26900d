import AccordReporting

extension AuditReport {
  /// The report as Markdown.
  public var markdown: String {
    var lines = ["# How much the contracts would notice", ""]
    for suite in suites {
      lines += ["## \(MarkdownText.inline(suite.name))", ""]
      for sentence in Self.sentences(of: suite) { lines += [MarkdownText.inline(sentence), ""] }
      lines += Self.table("family", suite.entries, by: \.family)
      lines += Self.table("operator", suite.entries, by: \.operator)
      lines += Self.table("promise", suite.entries) { "\($0.contract) \($0.clause)" }
      lines += ["### Survivors", ""]
      for entry in Self.survivors(of: suite) {
        lines.append(
          "- \(MarkdownText.inline(Self.sentence(of: entry)))<br>\(MarkdownText.code(entry.id))"
        )
      }
      let accepted = suite.entries.filter { $0.outcome == .accepted }
      if !accepted.isEmpty { lines += ["", "### Accepted", ""] }
      for entry in accepted {
        lines.append(
          "- \(MarkdownText.inline(entry.sentence)): \(MarkdownText.inline(entry.reason ?? ""))"
        )
      }
      lines.append("")
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func table(
    _ title: String,
    _ entries: [Entry],
    by key: (Entry) -> String
  ) -> [String] {
    var lines = [
      "| \(title) | noticed | of | strictly | equivalent |", "|---|---:|---:|---:|---:|",
    ]
    for (name, figures) in figures(of: entries, by: key) {
      lines.append(
        "| \(MarkdownText.inline(name)) | \(figures.noticed) | \(figures.total) | "
          + "\(figures.noticedStrictly) | \(figures.equivalent) |"
      )
    }
    return lines + [""]
  }
}
