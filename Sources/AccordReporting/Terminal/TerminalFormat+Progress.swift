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
    var line = "\(done)/\(total)"
    if summary.violating > 0 { line += "  \(summary.violating) violating" }
    if summary.failed > 0 { line += "  \(summary.failed) failed" }
    if summary.skipped > 0 { line += "  \(summary.skipped) skipped" }
    if let current { line += "  \(current)" }
    let role: TerminalStyle.Role =
      summary.violating > 0 || summary.failed > 0 ? .bad : .faint
    // A line as wide as the terminal would wrap on some of them.
    return style.paint(TerminalText.fitted(line, to: width - 1), role)
  }
}
