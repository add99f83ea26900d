import AccordModel

/// What a `testsuite` says besides its cases.
struct JUnitOutput {
  /// Warnings, what was not checked and what was not provoked.
  let standard: String
  /// Warnings about the run itself.
  let error: String

  /// The output for one contract.
  init(report: Report, suite: Report.SuiteResult, endpoint: EndpointResults) {
    let format = TerminalFormat()
    var blocks: [String] = []
    for result in endpoint.results {
      let id = TerminalText.line(result.testCase.id.description)
      for violation in result.judgement.violations where result.judgement.verdict == .conforms {
        blocks.append(format.violation(of: result, violation, in: suite.suite))
      }
      for reason in result.judgement.notChecked {
        blocks.append("\(id) · not checked\n  \(TerminalText.line(reason))\n")
      }
    }
    for entry in endpoint.notProvoked {
      let error = TerminalText.line(entry.error)
      blocks.append("\(error) · not provoked\n  \(TerminalText.line(entry.reason))\n")
    }
    standard = blocks.joined(separator: "\n")
    let interruption = report.interruption.map { "The run ended early: \(TerminalText.line($0))\n" }
    error = format.loud(report.settings.warnings) + (interruption ?? "")
  }
}
