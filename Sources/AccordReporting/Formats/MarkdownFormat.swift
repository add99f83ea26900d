import AccordModel

/// Markdown that fits in a comment on a pull request: at most 60,000 characters.
///
/// The summary comes first, then a table of everything that is wrong: what is wrong in one way is one
/// line, with as many items and cases as it has. The evidence of each follows as far as it fits. Timings are left out, so that two runs can be compared.
public struct MarkdownFormat: ReportFormat {
  /// The name.
  public let name = "markdown"

  /// The usual file.
  public let fileName = "report.md"

  /// The most characters of a page.
  package static let limit = 60_000

  /// What changed since another run, if that is to be told too.
  package var comparison: RunComparison?

  /// Creates the format.
  package init(comparison: RunComparison? = nil) { self.comparison = comparison }

  /// Writes the record of a run.
  public func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    var page = BoundedPage(limit: Self.limit)
    page.append("# \(MarkdownText.inline(run.headline))\n")
    var remarks = run.settings.warnings.map { "Warning: \($0)" }
    if let interruption = run.interruption { remarks.append("Ended early: \(interruption)") }
    page.append(
      remarks.map { "\n> **\(MarkdownText.inline(VisibleText.bounded($0, to: 500)))**\n" },
      upTo: 0.1
    ) { "\n\(quantity($0, "more warning")) about the run.\n" }
    if let comparison {
      page.append("\n**Since the run before:** \(MarkdownText.inline(comparison.headline))\n")
    }
    page.append("\n\(MarkdownText.inline(run.provenance))\n")
    for (index, suite) in run.suites.enumerated() {
      guard !append(suite, upTo: 0.3, to: &page) else { continue }
      page.append("\n\(quantity(run.suites.count - index, "more suite")).\n")
      break
    }
    if let comparison {
      append(changes(comparison), "Since the run before", "changes", upTo: 0.4, to: &page)
    }

    let broken = Cause.causes(in: run) { run.counts($0) }
    let warned = Cause.causes(in: run, where: run.warns)
    // The tables are what a reader needs whole; the evidence takes the room that they leave.
    let tables = [broken, warned].map { table($0) }
    let room = 1 - Double(tables[1].joined().utf8.count) / Double(Self.limit)
    append(broken, tables[0], "Violations", upTo: min(0.65, room - 0.1), to: &page)
    append(failures(run), "Failed", "reasons for failures", upTo: 0.75, to: &page)
    append(flaky(run), "Flaky", "flaky cases", upTo: 0.8, to: &page)
    append(notTriedAgain(run), "Not tried again", "reasons", upTo: 0.81, to: &page)
    append(warned, tables[1], "Warnings", upTo: 0.85, to: &page)
    append(known(run), "Known violations", "known violations", upTo: 0.86, to: &page)
    append(baseline(run), "Baseline", "entries of the baseline", upTo: 0.87, to: &page)
    append(skips(run), "Skipped and not run", "reasons for skips", upTo: 0.88, to: &page)
    append(notChecked(run), "Not checked", "promises not checked", upTo: 0.91, to: &page)
    appendFolded(notProvoked(run), "Not provoked", "error", upTo: 0.97, to: &page)
    output.write(page.text)
  }

  /// The table of a suite, if at least its head fits; what has no room is counted, and the sums are
  /// always there.
  private func append(
    _ suite: RunRecord.Suite,
    upTo share: Double,
    to page: inout BoundedPage
  ) -> Bool {
    let (head, rows, sums) = summary(of: suite)
    guard page.append(head, upTo: share) else { return false }
    var shown = 0
    while shown < rows.count, page.append(rows[shown], upTo: share) { shown += 1 }
    page.append(sums)
    if shown < rows.count { page.append("\n\(quantity(rows.count - shown, "more endpoint")).\n") }
    return true
  }

  /// The causes in a section of their own: the table of all of them, and the evidence of each as far
  /// as it fits below a share of the page.
  func append(
    _ causes: [Cause],
    _ table: [String],
    _ title: String,
    upTo share: Double,
    to page: inout BoundedPage
  ) {
    guard !causes.isEmpty else { return }
    page.append("\n## \(title)\n\n\(table[0])")
    page.append(table.dropFirst(), upTo: Self.tableShare) { count in
      "\n**\(count) more** of \(causes.count) entries are left out here; report.json has them all.\n"
    }
    page.append(
      causes.indices.map { MarkdownCause(causes[$0], number: $0 + 1).text },
      upTo: share
    ) { count in
      "\nThe evidence of **\(count) more** of \(causes.count) entries is left out here; report.json has it.\n"
    }
  }

  /// How much of a page the tables of causes may take.
  private static let tableShare = 0.9

  /// A table in a section of its own; the first of the rows is its head.
  func append(
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

  /// A table in a section of its own that is folded away, because it is the same in every run.
  private func appendFolded(
    _ rows: [String],
    _ title: String,
    _ noun: String,
    upTo share: Double,
    to page: inout BoundedPage
  ) {
    guard let head = rows.first, rows.count > 1 else { return }
    let summary = quantity(rows.count - 1, noun)
    page.append("\n## \(title)\n\n<details><summary>\(summary)</summary>\n\n\(head)")
    page.append(rows.dropFirst(), upTo: share) { "\n**\($0) more** are left out here.\n" }
    page.append("\n</details>\n")
  }
}
