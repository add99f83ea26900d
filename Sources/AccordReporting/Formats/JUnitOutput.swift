import AccordModel

/// What a `testsuite` says besides its cases.
struct JUnitOutput {
  /// Warnings, what was not checked and what was not provoked.
  let standard: String
  /// Warnings about the run itself.
  let error: String

  /// The output for one contract.
  init(run: RunRecord, suite: RunRecord.Suite, endpoint: EndpointResults) {
    let format = TerminalFormat()
    var blocks: [String] = []
    for result in endpoint.results {
      let id = TerminalText.line(result.id.description)
      for violation in result.violations where result.verdict == .conforms {
        blocks.append(format.violation(of: result, violation))
      }
      for reason in result.notChecked {
        blocks.append("\(id) · not checked\n  \(TerminalText.line(reason))\n")
      }
    }
    for entry in endpoint.notProvoked {
      let error = TerminalText.line(entry.error)
      blocks.append("\(error) · not provoked\n  \(TerminalText.line(entry.reason))\n")
    }
    standard = blocks.joined(separator: "\n")
    let interruption = run.interruption.map { "The run ended early: \(TerminalText.line($0))\n" }
    error = format.loud(run.settings.warnings) + (interruption ?? "")
  }
}
