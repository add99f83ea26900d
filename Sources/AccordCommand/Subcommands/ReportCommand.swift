import Accord
import AccordReporting
import ArgumentParser
import FoundationEssentials

/// `accord report FILE`: any format from a stored run.
struct ReportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: "Writes a stored run in other formats, so that no run is repeated for one.",
      usage: """
        \(ConformanceCommand.toolName) report FILE --report FORMAT[=PATH] ... [--output FOLDER] [--baseline FILE]
        """,
      discussion: """
        FILE is what \(ConformanceCommand.toolName) verify wrote with --report json or --report events, also of a run that \
        was cut off. JUnit XML of a run that names no time bears SOURCE_DATE_EPOCH, or the time of \
        writing.

        Exits with 0 if everything is written, whatever the run came to, 2 if something could not \
        be, 64 on a wrong command line.
        """
    )
  }

  @ArgumentParser.Argument(help: "The stored run; - is standard input.")
  var file: String

  @OptionGroup var reports: ReportOptions

  @OptionGroup var baseline: BaselineOptions

  func validate() throws {
    guard !reports.report.isEmpty else {
      throw ValidationError("Name the formats with --report FORMAT[=PATH].")
    }
  }

  func run() async throws {
    let stored = try RunFile.read(file)
    let run = try baseline.known()?.applied(to: stored) ?? stored
    let environment = ProcessInfo.processInfo.environment
    let files = try reports.files
    let writer = ReportWriter(
      console: .beside(files.map(\.path)),
      environment: environment,
      sourceDate: try SourceDate.moment(in: environment),
      moment: .now
    )
    try writer.write(run, files)
  }
}
