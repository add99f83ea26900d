import Accord
import AccordModel
import AccordOpenAPI
import AccordReporting
import AccordTraffic
import ArgumentParser
import FoundationEssentials

/// How traffic is judged and told of.
struct TrafficOptions: ParsableArguments {
  @OptionGroup var documents: OpenAPIOptions
  @OptionGroup var options: SuiteOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var knownViolations: BaselineOptions

  @Flag(name: .long, help: "Broken assumptions fail too.")
  var strict = false

  @OptionGroup var bodies: BodyOptions

  @OptionGroup var coverage: CoverageOptions

  /// The suites that traffic is held to, with the paths that may go before their routes.
  func targets() throws -> [TrafficTarget] {
    let imported = try documents.imported()
    let all = documents.isEmpty ? ConformanceCommand.suites : imported.map(\.suite)
    if let line = OpenAPIOptions.summary(of: imported) {
      Console.standard.complain("note: \(line)")
    }
    return try options.suites(in: all).map { suite in
      let servers = imported.first { $0.suite.id == suite.id }?.servers ?? []
      return TrafficTarget(suite, below: servers.map(Self.path))
    }
  }

  /// The path of a server's address, which may be a path alone.
  private static func path(of server: String) -> String {
    guard let scheme = server.firstRange(of: "://") else { return server }
    let rest = server[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { String(rest[$0...]) } ?? ""
  }

  /// How traffic is judged, that `began` at a time.
  func settings(began: Moment?, _ environment: [String: String]) -> TrafficRun.Settings {
    var settings = TrafficRun.Settings()
    settings.isStrict = strict
    settings.keepsBodies = bodies.keepBodies
    settings.environment = EnvironmentVariables(environment)
    settings.rules = ConformanceCommand.extensions.rules
    settings.began = began
    return settings
  }

  /// Tells of a report, writes it in all formats, and throws the status that the command ends with.
  func finish(
    _ report: TrafficReport,
    of targets: [TrafficTarget],
    known: KnownViolations?,
    _ files: [ReportOptions.Report],
    on console: Console
  ) throws {
    let environment = ProcessInfo.processInfo.environment
    let record = known?.applied(to: report.record) ?? report.record
    console.write(record, as: display.format(console))
    let writer = ReportWriter(
      console: console,
      environment: environment,
      isQuiet: display.quiet,
      sourceDate: try SourceDate.moment(in: environment),
      moment: record.began ?? .now
    )
    do {
      try writer.write(record, files)
      if let loss = report.loss {
        Console.standard.complain(
          "error: What was seen could not be read again from the temporary folder: \(loss)."
        )
        throw ExitCode(2)
      }
    } catch let status as ExitCode {
      throw record.exitStatus == 1 ? ExitCode(1) : status
    }
    if record.exitStatus != 0 { throw ExitCode(record.exitStatus) }
    try coverage.check(record, of: targets.map(\.suite))
  }
}
