extension ReportFormat where Self == JUnitFormat {
  /// JUnit XML that the schemas of Jenkins and of Ant both accept.
  public static var junit: JUnitFormat { JUnitFormat() }
}

extension ReportFormat where Self == JUnitGitLabFormat {
  /// JUnit XML as GitLab reads it.
  public static var junitGitLab: JUnitGitLabFormat { JUnitGitLabFormat() }
}

extension ReportFormat where Self == JUnitSurefireFormat {
  /// JUnit XML as Maven Surefire writes it: a folder with a file for each suite.
  public static var junitSurefire: JUnitSurefireFormat { JUnitSurefireFormat() }
}

extension ReportFormat where Self == MarkdownFormat {
  /// Markdown, short enough for a comment on a pull request.
  public static var markdown: MarkdownFormat { MarkdownFormat() }
}

extension ReportFormat where Self == JSONFormat {
  /// JSON with everything that was sent and received; `RunRecord.init(reading:)` reads it.
  public static var json: JSONFormat { JSONFormat() }
}

extension ReportFormat where Self == HTMLFormat {
  /// One HTML page that needs nothing but itself.
  public static var html: HTMLFormat { HTMLFormat() }
}

extension ReportFormat where Self == TerminalFormat {
  /// The text that a terminal shows.
  public static var terminal: TerminalFormat { TerminalFormat() }
}

extension ReportFormat where Self == GitHubFormat {
  /// Annotations of GitHub Actions.
  public static var github: GitHubFormat { GitHubFormat() }
}

extension ReportFormat where Self == CodeQualityFormat {
  /// The code quality report of GitLab.
  public static var codeQuality: CodeQualityFormat { CodeQualityFormat() }
}

extension ReportFormat where Self == SARIFFormat {
  /// SARIF 2.1.0, for code scanning.
  public static var sarif: SARIFFormat { SARIFFormat() }
}

extension ReportFormat where Self == TAPFormat {
  /// The Test Anything Protocol, version 14.
  public static var tap: TAPFormat { TAPFormat() }
}

extension ReportFormat where Self == EventsFormat {
  /// The run as lines of JSON, one for each case.
  public static var events: EventsFormat { EventsFormat() }
}

/// The formats that can be asked for by name.
package enum ReportFormats {
  /// All of them, in the order in which they are documented.
  package static let all: [any ReportFormat] = [
    JUnitFormat.junit, MarkdownFormat.markdown, JSONFormat.json, HTMLFormat.html,
    TerminalFormat.terminal, JUnitGitLabFormat(), JUnitSurefireFormat(), GitHubFormat(),
    CodeQualityFormat(), SARIFFormat(),
    TAPFormat(), EventsFormat(), HARFormat(),
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
