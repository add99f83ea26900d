package import AccordModel

/// What a terminal shows, in pieces: what is shown when is the caller's.
///
/// Every piece ends with a line feed, apart from the progress line. Nothing that a server sends can
/// steer the terminal.
package struct TerminalFormat: ReportFormat {
  /// Whether it is coloured.
  package var style: TerminalStyle

  /// The name.
  package let name = "terminal"

  /// The usual file.
  package let fileName = "report.txt"

  /// Creates the format.
  package init(style: TerminalStyle = .none) { self.style = style }

  /// Writes the whole record: what every case has to say, and the closing summary.
  package func write(_ run: RunRecord, to output: inout some TextOutputStream) {
    output.write(
      opening(run.suites.map { ($0.name, $0.subject, $0.cases.count) }, run.settings)
    )
    for suite in run.suites {
      for result in suite.cases {
        let details = details(of: result)
        if !details.isEmpty { output.write("\n" + details) }
      }
    }
    output.write("\n" + closing(run))
  }

  /// What is about to run, with the warnings about the run itself.
  package func opening(
    _ suites: [(name: String, subject: String, cases: Int)],
    _ settings: Report.Settings
  ) -> String {
    var text = loud(settings.warnings)
    for (name, subject, cases) in suites {
      text += style.paint(TerminalText.line(name), .strong)
      text += " against \(TerminalText.line(subject)): \(quantity(cases, "case"))\n"
    }
    return text
  }

  /// One line for one case, for a log.
  package func line(for result: RunRecord.Case) -> String {
    let (word, role, reason): (String, TerminalStyle.Role, String?) =
      switch result.verdict {
      case .conforms where !result.violations.isEmpty: ("warning", .doubtful, nil)
      case .conforms: ("conforms", .good, nil)
      case .notChecked(let reason): ("unread", .doubtful, reason)
      case .violates: ("violates", .bad, nil)
      case .skipped(let reason): ("skipped", .doubtful, reason)
      case .failed(let reason): ("failed", .bad, reason)
      case .notRun(let reason): ("not run", .doubtful, reason)
      }
    let id = TerminalText.line(result.id.description)
    let tail = reason.map { "  " + style.paint(TerminalText.line($0), .faint) } ?? ""
    return style.paint(TerminalText.padded(word, to: 8), role) + "  " + id + tail + "\n"
  }

  /// Warnings about the whole run, set apart so that nobody reads past them.
  func loud(_ warnings: [String]) -> String {
    warnings.map { warning in
      style.paint("!! WARNING: \(TerminalText.line(warning))", .loud) + "\n"
    }.joined()
  }
}
