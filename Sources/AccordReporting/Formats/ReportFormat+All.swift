extension ReportFormat where Self == JUnitFormat {
  /// JUnit XML that the schemas of Jenkins and of Ant both accept.
  package static var junit: JUnitFormat { JUnitFormat() }
}

extension ReportFormat where Self == MarkdownFormat {
  /// Markdown, short enough for a comment on a pull request.
  package static var markdown: MarkdownFormat { MarkdownFormat() }
}

extension ReportFormat where Self == JSONFormat {
  /// JSON with everything that was sent and received.
  package static var json: JSONFormat { JSONFormat() }
}

extension ReportFormat where Self == TerminalFormat {
  /// The text that a terminal shows.
  package static var terminal: TerminalFormat { TerminalFormat() }
}

/// The formats that can be asked for by name.
package enum ReportFormats {
  /// All of them, in the order in which they are documented.
  package static let all: [any ReportFormat] = [
    JUnitFormat.junit, MarkdownFormat.markdown, JSONFormat.json, HTMLFormat.html,
    TerminalFormat.terminal, JUnitGitLabFormat(), JUnitSurefireFormat(), GitHubFormat(),
    CodeQualityFormat(), SARIFFormat(),
    TAPFormat(), EventsFormat(),
  ]

  /// Those that are written when none is asked for.
  package static let usual: [any ReportFormat] = [
    JUnitFormat.junit, MarkdownFormat.markdown, JSONFormat.json,
  ]

  /// The format of this name.
  package static func named(_ name: String) -> (any ReportFormat)? {
    all.first { $0.name == name }
  }
}
