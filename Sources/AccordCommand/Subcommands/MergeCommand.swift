import Accord
import AccordModel
import AccordOpenAPI
import AccordReporting
import ArgumentParser
import FoundationEssentials

/// `accord merge PART…`: one run of the parts that several machines ran.
struct MergeCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge",
      abstract: "Makes one run of the parts that verify --shard ran.",
      discussion: """
        Each file is what \(ConformanceCommand.toolName) verify --shard I/N wrote with --report json or \
        --report events. Without --report, junit, markdown and json are written. Parts of different plans, \
        seeds or versions are refused; of parts that are missing the run says so, and is incomplete.

        Exits as verify does of the whole: 0 if all cases conform, 1 if anything violates, the baseline \
        lists what is fixed or past its day, --min-coverage is not reached, or the parts were run with \
        --strict and a contract showed no success, 2 if none of that is so and a case failed, a part ended \
        early or is missing, or a report could not be written, 3 if nothing could run, 64 on a wrong \
        command line.
        """
    )
  }

  @ArgumentParser.Argument(help: "The runs of the parts, in any order.")
  var parts: [String]

  @OptionGroup var documents: OpenAPIOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var comparison: ComparisonOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var coverage: CoverageOptions

  func run() async throws {
    let known = try baseline.known()
    let earlierRun = try comparison.earlierRun()
    let imported = try documents.imported()
    let suites = documents.isEmpty ? ConformanceCommand.suites : imported.map(\.suite)
    let sources = try parts.map { RunMerge.Source($0, try RunFile.read($0)) }
    var run: RunRecord
    do throws(RunMerge.Problem) {
      run = try RunMerge(sources).run
    } catch {
      throw ValidationError("\(error)")
    }
    let unseen = run.unseenSuccesses(in: suites)
    run.settings.warnings += unseen
    run = known?.applied(to: run) ?? run

    let environment = ProcessInfo.processInfo.environment
    let files = try reports.files(in: environment)
    let console = Console.beside(files.map(\.path))
    let changes = earlierRun.map { RunComparison(from: $0, to: run) }
    var shown = display.format(console)
    shown.comparison = changes
    console.write(run, as: shown)
    let writer = ReportWriter(
      console: console,
      environment: environment,
      comparison: changes,
      isQuiet: display.quiet,
      sourceDate: try SourceDate.moment(in: environment),
      moment: .now
    )
    do {
      try writer.write(run, files)
    } catch let status as ExitCode {
      throw run.exitStatus == 1 ? ExitCode(1) : status
    }
    if run.exitStatus != 0 { throw ExitCode(run.exitStatus) }
    if run.settings.isStrict, !unseen.isEmpty {
      for sentence in unseen { Console.standard.complain("error: \(sentence)") }
      throw ExitCode(1)
    }
    let meant = run.suites.compactMap { seen in suites.first { $0.id == seen.id } }
    guard meant.count == run.suites.count else {
      guard coverage.minCoverage != nil else { return }
      throw ValidationError(
        "--min-coverage needs the contracts of all parts: give the --openapi that the parts were run with."
      )
    }
    try coverage.check(run, of: meant)
  }
}
