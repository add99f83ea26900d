import Accord
import AccordModel
import AccordReporting
import ArgumentParser
import Dispatch
import FoundationEssentials
import Synchronization

/// Writes reports to where they were asked for.
struct ReportWriter {
  /// Where it is told what was written.
  let console: Console

  /// The variables of the environment.
  let environment: [String: String]

  /// What changed since an earlier run, if that is to be told too.
  var comparison: RunComparison?

  /// Whether nothing is said of what was written.
  var isQuiet = false

  /// The time that is written in the place of that of the run, if SOURCE_DATE_EPOCH names one.
  var sourceDate: Moment?

  /// When a run began whose record does not say so.
  var moment: Moment?

  /// Writes every report, even when one of them cannot be written; then says so.
  ///
  /// Files are written side by side. What goes to an output, a pipe or a device, which may take several
  /// reports, is written at its turn.
  func write(_ run: RunRecord, _ reports: [ReportOptions.Report]) throws {
    let places = reports.indices.filter { isFile(reports[$0]) }
    let written = Mutex<[Int: Result<[String], any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: places.count) { index in
      let place = places[index]
      let result = Result { try files(run, reports[place]) }
      written.withLock { $0[place] = result }
    }
    let results = written.withLock { $0 }
    var failures: [OutputFile.Failure] = []
    for (place, report) in reports.enumerated() {
      do {
        if let stream = stream(of: report) {
          stream.write(run, as: format(of: report, run))
          if report.format is GitHubFormat { try writeSummary(run) }
        } else {
          tell(report.path, try results[place]?.get() ?? files(run, report))
        }
      } catch let failure as OutputFile.Failure {
        failures.append(failure)
      }
    }
    for failure in failures { console.complain("error: \(failure)") }
    if !failures.isEmpty { throw ExitCode(2) }
  }

  /// Writes the file of a report, or its files, whose paths are told then.
  private func files(_ run: RunRecord, _ report: ReportOptions.Report) throws -> [String] {
    let format = format(of: report, run)
    var paths: [String] = []
    let isSeveral = try format.writeFiles(of: run, at: report.path) { file in
      try OutputFile.write(to: file.path, by: ReportOptions.places, file.write)
      paths.append(file.path)
    }
    if !isSeveral {
      try OutputFile.write(to: report.path, by: ReportOptions.places) { append in
        format.write(run, inPieces: append)
      }
    }
    return paths
  }

  /// Whether a report goes to a file of its own, or to what will be one.
  private func isFile(_ report: ReportOptions.Report) -> Bool {
    guard stream(of: report) == nil else { return false }
    if case .other? = try? FileSystem.kind(of: report.path) { return false }
    return true
  }

  private func format(of report: ReportOptions.Report, _ run: RunRecord) -> any ReportFormat {
    dated(comparison.map(report.format.telling) ?? report.format, run)
  }

  /// The output of this process to which a report goes, if it goes to no file.
  private func stream(of report: ReportOptions.Report) -> Console? {
    if Console.isOutput(report.path) { return .standard }
    return report.format is GitHubFormat && report.path == ReportOptions.aside ? .aside : nil
  }

  /// Says that the files of a report were written: one by its path, several by where they are.
  func tell(_ path: String, _ files: [String] = []) {
    guard !isQuiet else { return }
    let others = files.filter { $0 != path }
    let isFolder = !others.isEmpty && others.count == files.count
    let more =
      isFolder
      ? " (\(quantity(files.count, "file")))"
      : others.first.map { first in
        let folder = first.lastIndex(of: "/").map { String(first[..<$0]) } ?? "."
        return " and \(quantity(others.count, "file")) in \(folder)"
      } ?? ""
    console.write("wrote \(path)\(more)\n")
  }

  /// The format with the time that the environment names, else with that of a run whose record
  /// says none.
  private func dated(_ format: any ReportFormat, _ run: RunRecord) -> any ReportFormat {
    guard var dated = format as? any DatedFormat else { return format }
    dated.moment = sourceDate ?? run.began ?? moment
    return dated
  }

  /// Adds the Markdown to the summary of the job, where GitHub Actions wants it.
  private func writeSummary(_ run: RunRecord) throws {
    guard let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty else { return }
    try OutputFile.append(
      MarkdownFormat(comparison: comparison).text(for: run),
      to: path,
      by: "GITHUB_STEP_SUMMARY"
    )
    if !isQuiet { console.write("wrote \(path)\n") }
  }
}
