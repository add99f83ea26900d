import Accord
import AccordReporting
import ArgumentParser

/// Which reports are written, and where.
struct ReportOptions: ParsableArguments {
  /// A format and the path that it is written to; `-` is standard output.
  typealias Report = (format: any ReportFormat, path: String)

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A report, as FORMAT or FORMAT=PATH; may be repeated. The path - is standard output.",
      discussion: """
        Formats: \(ReportOptions.known.map(\.name).joined(separator: ", ")). While a report goes to \
        standard output, all else that is said goes to standard error.
        """
    ),
    completion: Candidates.formats
  )
  var report: [String] = []

  @Option(
    name: .long,
    help: "The folder for reports whose path is not given. (default: Reports/runs)",
    transform: FolderArgument.read
  )
  var output = "Reports/runs"

  /// The formats of Accord and of the tool.
  static var known: [any ReportFormat] {
    ReportFormats.all + ConformanceCommand.extensions.reports
  }

  /// The options that say where reports are written.
  static let places = "--output or --report"

  func validate() throws {
    try ReportPaths.check(try files.map(\.path))
  }

  /// The formats with their paths.
  var files: [Report] {
    get throws {
      guard !report.isEmpty else { return ReportFormats.usual.map { ($0, usualPath(of: $0)) } }
      return try report.map { text in
        let (name, path) = try ReportPaths.parts(of: text)
        guard let format = Self.known.first(where: { $0.name == name }) else {
          throw ValidationError(
            "--report: unknown format \"\(name)\". "
              + NearMiss.hint(name, among: Self.known.map(\.name))
          )
        }
        return (format, path ?? usualPath(of: format))
      }
    }
  }

  /// The path of annotations that nobody asked for, while standard output takes a report.
  static let aside = "/dev/stderr"

  /// The formats with their paths, and annotations for GitHub Actions where they are read, which is on
  /// both outputs.
  func files(in environment: [String: String]) throws -> [Report] {
    let files = try files
    let isAsked = files.contains { $0.format is GitHubFormat }
    guard environment["GITHUB_ACTIONS"] == "true", !isAsked else { return files }
    let isTaken = files.contains { Console.isOutput($0.path) }
    return files + [(GitHubFormat(), isTaken ? Self.aside : "-")]
  }

  private func usualPath(of format: any ReportFormat) -> String {
    format.fileName == "-" ? "-" : "\(output)/\(format.fileName)"
  }
}
