import AccordReporting
import ArgumentParser
import FoundationEssentials

/// Writes reports to where they were asked for.
struct ReportWriter {
  /// Where standard output is shown.
  let console: Console

  /// The variables of the environment.
  let environment: [String: String]

  /// What changed since an earlier run, if that is to be told too.
  var comparison: RunComparison?

  /// Whether nothing is said of what was written.
  var isQuiet = false

  /// Writes every report, even when one of them cannot be written; then says so.
  func write(_ run: RunRecord, _ reports: [ReportOptions.Report]) throws {
    var failures: [OutputFile.Failure] = []
    for report in reports {
      do {
        try write(run, report)
      } catch let failure as OutputFile.Failure {
        failures.append(failure)
      }
    }
    for failure in failures { console.complain("error: \(failure)") }
    if !failures.isEmpty { throw ExitCode(2) }
  }

  private func write(_ run: RunRecord, _ report: ReportOptions.Report) throws {
    let format = comparison.map(report.format.telling) ?? report.format
    guard report.path != "-" else {
      console.write(format.text(for: run), in: report.format.logLanguage)
      if report.format is GitHubFormat { try writeSummary(run) }
      return
    }
    for file in format.files(for: run, at: report.path) {
      try OutputFile.write(file.bytes, to: file.path)
    }
    if !isQuiet { console.write("wrote \(report.path)\n") }
  }

  /// Adds the Markdown to the summary of the job, where GitHub Actions wants it.
  private func writeSummary(_ run: RunRecord) throws {
    guard let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
    try OutputFile.append(MarkdownFormat(comparison: comparison).text(for: run), to: path)
  }
}
