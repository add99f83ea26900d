import AccordModel
import AccordSchema

/// A language that a comparison of two runs is written in.
public enum ComparisonFormat: String, Sendable, CaseIterable {
  /// The text that a terminal shows.
  case terminal
  /// Markdown, short enough for a comment on a pull request.
  case markdown
  /// JSON with every violation that changed.
  case json

  /// A comparison as text, in which nothing is a command for the log of a CI system.
  package func text(for comparison: RunComparison, in terminal: TerminalFormat) -> String {
    switch self {
    case .terminal: LogText.harmless(terminal.text(for: comparison))
    case .markdown: MarkdownFormat().text(for: comparison)
    case .json: LogText.harmless(comparison.json.text(indented: true), in: .json) + "\n"
    }
  }
}

extension RunComparison {
  /// What changed as text, in which nothing is a command for the log of a CI system.
  ///
  /// ```swift
  /// print(RunComparison(from: before, to: now).text(in: .markdown))
  /// ```
  public func text(in format: ComparisonFormat) -> String {
    format.text(for: self, in: TerminalFormat())
  }
}
