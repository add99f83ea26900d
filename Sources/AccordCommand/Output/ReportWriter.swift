import AccordReporting
import ArgumentParser
import FoundationEssentials

/// Writes reports to where they were asked for.
struct ReportWriter {
  /// Where standard output is shown.
  let console: Console

  /// The variables of the environment.
  let environment: [String: String]

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
    guard report.path != "-" else {
      console.write(report.format.text(for: run))
      if report.format is GitHubFormat { try writeSummary(run) }
      return
    }
    for file in report.format.files(for: run, at: report.path) {
      try OutputFile.write(file.bytes, to: file.path)
    }
    console.write("wrote \(report.path)\n")
  }

  /// Adds the Markdown to the summary of the job, where GitHub Actions wants it.
  private func writeSummary(_ run: RunRecord) throws {
    guard let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
    try OutputFile.append(MarkdownFormat().text(for: run), to: path)
  }
}
