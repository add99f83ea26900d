import AccordModel

extension MarkdownFormat {
  /// The most identifiers of cases that are listed.
  private static let caseLimit = 100

  /// A comparison of two runs: what is newly broken in full, everything else in tables.
  package func text(for comparison: RunComparison) -> String {
    var page = BoundedPage(limit: Self.limit)
    page.append("# \(MarkdownText.inline(comparison.headline))\n\n")
    page.append(MarkdownText.head(["Run", "Verdict"]))
    for (name, run) in [("Before", comparison.before), ("Now", comparison.after)] {
      page.append(MarkdownText.row([name, MarkdownText.inline(run.headline)]))
    }
    let broken = comparison.newCauses
    append(broken, table(broken), "Newly broken", upTo: 0.6, to: &page)
    for (change, title, share) in [
      (RunComparison.Change.fixed, "Fixed", 0.7), (.stillBroken, "Still broken", 0.8),
      (.notChecked, "No longer checked", 0.85),
    ] {
      append(rows(comparison, change), title, "entries", upTo: share, to: &page)
    }
    append(comparison.newCases, "New cases", upTo: 0.9, to: &page)
    append(comparison.goneCases, "Cases that are gone", upTo: 0.94, to: &page)
    append(comparison.unjudgedCases, "Cases that are no longer judged", upTo: 0.98, to: &page)
    return page.text
  }

  private func rows(_ comparison: RunComparison, _ change: RunComparison.Change) -> [String] {
    [MarkdownText.head(["Cases", "Promise", "Rule", "Place", "For example"], numbers: 0..<1)]
      + comparison.groups.filter { $0.change == change }.map { MarkdownText.row(cells(of: $0)) }
  }

  private func append(
    _ cases: [CaseID],
    _ title: String,
    upTo share: Double,
    to page: inout BoundedPage
  ) {
    guard !cases.isEmpty else { return }
    page.append("\n## \(title)\n\n<details><summary>\(quantity(cases.count, "case"))</summary>\n\n")
    var shown = 0
    for id in cases.prefix(Self.caseLimit) {
      guard page.append("- \(MarkdownText.code(id.description))\n", upTo: share) else { break }
      shown += 1
    }
    if shown < cases.count { page.append("- \(cases.count - shown) more\n") }
    page.append("\n</details>\n")
  }
}
