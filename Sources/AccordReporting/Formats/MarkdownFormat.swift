import AccordModel

/// Markdown that fits in a comment on a pull request: at most 60,000 characters.
///
/// The summary comes first; violations alike in rule, promise, place, expected and actual are one
/// entry. What does not fit is counted. Timings are left out, so that two runs can be compared.
package struct MarkdownFormat: ReportFormat {
  /// The name.
  package let name = "markdown"

  /// The usual file.
  package let fileName = "report.md"

  /// The most characters of a page.
  package static let limit = 60_000

  /// Creates the format.
  package init() {}

  /// Writes the record of a run.
  package func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    var page = BoundedPage(limit: Self.limit)
    page.append("# \(MarkdownText.inline(run.headline))\n")
    var remarks = run.settings.warnings.map { "Warning: \($0)" }
    if let interruption = run.interruption { remarks.append("Ended early: \(interruption)") }
    page.append(
      remarks.map { "\n> **\(MarkdownText.inline(VisibleText.bounded($0, to: 500)))**\n" },
      upTo: 0.1
    ) { "\n\(quantity($0, "more warning")) about the run.\n" }
    page.append(run.suites.map(summary), upTo: 0.3) { "\n\(quantity($0, "more suite")).\n" }

    let broken = Cause.causes(in: run) { run.counts($0) }
    let warned = Cause.causes(in: run) { !run.counts($0) }
    append(broken, "Violations", upTo: 0.65, to: &page)
    append(failures(run), "Failed", "reasons for failures", upTo: 0.75, to: &page)
    append(warned, "Warnings", upTo: 0.85, to: &page)
    append(skips(run), "Skipped and not run", "reasons for skips", upTo: 0.88, to: &page)
    append(notChecked(run), "Not checked", "promises not checked", upTo: 0.91, to: &page)
    append(notProvoked(run), "Not provoked", "errors not provoked", upTo: 0.97, to: &page)
    output.write(page.text)
  }

  private func append(
    _ causes: [Cause],
    _ title: String,
    upTo share: Double,
    to page: inout BoundedPage
  ) {
    guard !causes.isEmpty else { return }
    page.append("\n## \(title)\n")
    let entries = causes.indices.lazy.map { MarkdownCause(causes[$0], number: $0 + 1).text }
    page.append(entries, upTo: share) { count in
      "\n**\(count) more** of \(causes.count) entries are left out here; report.json has them all.\n"
    }
  }

  private func append(
    _ rows: [String],
    _ title: String,
    _ noun: String,
    upTo share: Double,
    to page: inout BoundedPage
  ) {
    guard let head = rows.first, rows.count > 1 else { return }
    page.append("\n## \(title)\n\n\(head)")
    page.append(rows.dropFirst(), upTo: share) { count in
      "\n**\(count) more** of \(rows.count - 1) \(noun) are left out here; report.json has them.\n"
    }
  }
}
