/// Text for the log of a CI system, whose runner takes commands from its lines.
///
/// GitHub Actions takes a line that begins with `::`, after blanks or not, and the older `##[` anywhere
/// in it; Azure Pipelines takes `##vso[` and `##[`; GitLab takes `section_start:` and `section_end:`.
/// What a server sent must be none of them, so that the first sign of each becomes visible as an escape.
package enum LogText {
  /// How a sign is written where a language has an escape of its own.
  package enum Language: Sendable {
    /// Text that people read.
    case text
    /// JSON, or a language that writes its strings as JSON does.
    case json
    /// XML or HTML.
    case markup
    /// The lines are commands themselves, and only what stands in them is not.
    case commands
  }

  /// The text without commands in it.
  package static func harmless(_ text: String, in language: Language = .text) -> String {
    var text = text
    // Most of what is written holds nothing of the kind.
    if text.contains("##") || text.contains("section_") {
      for (command, sign) in [("##[", "#"), ("##vso[", "#"), ("section_start:", "s"), ("section_end:", "s")]
      as [(String, Unicode.Scalar)] {
        text = text.replacing(command, with: escape(sign, in: language) + command.dropFirst())
      }
    }
    guard language != .commands, text.contains("::") else { return text }
    var result = ""
    var rest = text[...]
    while !rest.isEmpty {
      let end = rest.firstIndex { $0.isNewline }.map { rest.index(after: $0) } ?? rest.endIndex
      let line = rest[..<end]
      let blanks = line.prefix { $0 == " " || $0 == "\t" }
      if line[blanks.endIndex...].hasPrefix("::") {
        result += blanks + escape(":", in: language) + line[blanks.endIndex...].dropFirst()
      } else {
        result += line
      }
      rest = rest[end...]
    }
    return result
  }

  private static func escape(_ sign: Unicode.Scalar, in language: Language) -> String {
    switch language {
    case .text, .commands: VisibleText.name(of: sign)
    case .json: "\\u00" + String(sign.value, radix: 16, uppercase: true)
    case .markup: "&#\(sign.value);"
    }
  }
}

extension ReportFormat {
  /// The language in which what looks like a command of a log is escaped.
  package var logLanguage: LogText.Language {
    switch fileName.split(separator: ".").last {
    case "json", "jsonl", "sarif", "tap": .json
    case "xml", "html": .markup
    default: self is GitHubFormat ? .commands : .text
    }
  }
}
