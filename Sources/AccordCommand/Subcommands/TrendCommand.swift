import AccordReporting
import ArgumentParser
import FoundationEssentials

/// `accord trend DIR`: stored runs beside one another.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Shows stored runs over time: what is right and wrong by turns, slower, and covered.",
    discussion: """
      Each file is a run that --report json or --report events wrote; of a folder, the .json and .jsonl files \
      in it. They stand in the order in which they began. An endpoint is slower when its median is half as \
      long again as the median of the runs before, and at least a millisecond longer.

      Exits with 0, with 2 if something could not be written, 64 on a wrong command line.
      """
  )

  @ArgumentParser.Argument(help: "Files and folders of stored runs.")
  var runs: [String]

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How and where it is written: terminal, markdown or html; without a path, or with -, to standard output. May be repeated.",
      valueName: "FORMAT[=PATH]"
    )
  )
  var report: [String] = []

  func validate() throws { try ReportPaths.check(try reports.compactMap(\.path)) }

  private var reports: [(format: RunTrend.Format, path: String?)] {
    get throws {
      try ReportPaths.formats(of: report)
    }
  }

  func run() throws {
    var trend = RunTrend()
    for path in try files() { trend.add(try RunFile.read(path), named: path) }
    var hasFailed = false
    let reports = try reports
    for (format, path) in reports.isEmpty ? [(.terminal, nil)] : reports {
      guard let path else {
        Console.standard.write(trend.text(in: format))
        continue
      }
      do {
        try OutputFile.write(trend.text(in: format), to: path, by: "--report")
      } catch let failure as OutputFile.Failure {
        Console.standard.complain("error: \(failure)")
        hasFailed = true
      }
    }
    if hasFailed { throw ExitCode(2) }
  }

  /// The files that are named, and those of the folders that are, by their names.
  private func files() throws -> [String] {
    let files = try runs.flatMap { path throws -> [String] in
      guard FileURI.isFolder(path) else { return [path] }
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        throw ValidationError("The folder \"\(TerminalText.line(path))\" cannot be read.")
      }
      return names.filter { $0.hasSuffix(".json") || $0.hasSuffix(".jsonl") }.sorted()
        .map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }
    guard !files.isEmpty else {
      throw ValidationError(
        "No stored run was found. Name files that --report json or --report events wrote, or their folder."
      )
    }
    return files
  }
}
