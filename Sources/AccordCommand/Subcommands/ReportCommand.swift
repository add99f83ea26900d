import AccordReporting
import ArgumentParser
import FoundationEssentials

/// `accord report FILE`: any format from a stored run.
struct ReportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: "Writes a stored run in other formats, so that no run is repeated for one.",
      discussion: """
        FILE is what \(ConformanceCommand.toolName) verify wrote with --report json or --report events, also of a run that \
        was cut off. Exits with 0 when everything is written, whatever the run came to.
        """
    )
  }

  @ArgumentParser.Argument(help: "The stored run.")
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
    let writer = ReportWriter(
      console: .standard,
      environment: ProcessInfo.processInfo.environment
    )
    try writer.write(run, try reports.files)
  }
}
