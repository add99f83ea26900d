package import AccordModel

extension TerminalFormat {
  /// What goes before a progress line to write over the last one.
  package static let overwrite = "\r\u{1B}[2K"

  /// How far a run is, on one line that is no wider than the terminal.
  package func progress(
    _ done: Int,
    of total: Int,
    _ summary: Summary,
    current: CaseID?,
    width: Int = 80
  ) -> String {
    var line = width < 60 ? "" : Self.bar(done, of: total)
    line += "\(done)/\(total)"
    if summary.violating > 0 { line += "  \(summary.violating) violating" }
    if summary.failed > 0 { line += "  \(summary.failed) failed" }
    if summary.skipped > 0 { line += "  \(summary.skipped) skipped" }
    if summary.flaky > 0 { line += "  \(summary.flaky) flaky" }
    if let current { line += "  \(current)" }
    let role: TerminalStyle.Role =
      summary.violating > 0 || summary.failed > 0 ? .bad : .faint
    // A line as wide as the terminal would wrap on some of them.
    return style.paint(TerminalText.fitted(line, to: width - 1), role)
  }

  /// How far a run is, as a picture.
  private static func bar(_ done: Int, of total: Int) -> String {
    let width = 20
    let filled = total > 0 ? min(width, max(0, done) * width / total) : width
    let rest = width - filled
    let tip = rest > 0 ? ">" + String(repeating: " ", count: rest - 1) : ""
    return "[" + String(repeating: "=", count: filled) + tip + "] "
  }
}
