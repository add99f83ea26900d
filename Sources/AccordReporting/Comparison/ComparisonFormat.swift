import AccordModel
import AccordSchema

/// A language that a comparison of two runs is written in.
package enum ComparisonFormat: String, Sendable, CaseIterable {
  /// The text that a terminal shows.
  case terminal
  /// Markdown, short enough for a comment on a pull request.
  case markdown
  /// JSON with every violation that changed.
  case json

  /// A comparison as text.
  package func text(for comparison: RunComparison, in terminal: TerminalFormat) -> String {
    switch self {
    case .terminal: terminal.text(for: comparison)
    case .markdown: MarkdownFormat().text(for: comparison)
    case .json: comparison.json.text(indented: true) + "\n"
    }
  }
}
