extension ReportFormat {
  /// The format that also tells what changed since another run, where it has a place for that.
  package func telling(_ comparison: RunComparison) -> any ReportFormat {
    if self is MarkdownFormat { return MarkdownFormat(comparison: comparison) }
    guard var terminal = self as? TerminalFormat else { return self }
    terminal.comparison = comparison
    return terminal
  }
}
