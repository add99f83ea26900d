import AccordReporting
import ArgumentParser

/// `accord diff BEFORE NOW`: what changed from one run to another.
struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compares two stored runs: newly broken, fixed, still broken, new and gone cases.",
    discussion: """
      A violation is the same in both runs when the case, the rule, the promise and the place are.

      Exits with 0 if nothing is newly broken, 1 if something is, 2 if a report could not be \
      written, 64 on a wrong command line.
      """
  )

  @ArgumentParser.Argument(help: "The earlier run, as --report json or --report events wrote it.")
  var before: String

  @ArgumentParser.Argument(help: "The later run; - is standard input, for one of the two.")
  var now: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How and where it is written: markdown, json or terminal; without a path, or with -, to standard output. May be repeated.",
      valueName: "FORMAT[=PATH]"
    )
  )
  var report: [String] = []

  @OptionGroup var display: DisplayOptions

  func validate() throws { try ReportPaths.check(try reports.compactMap(\.path)) }

  /// The formats, each with its file; without one, and with `-`, it goes to standard output.
  var reports: [(format: ComparisonFormat, path: String?)] {
    get throws {
      try ReportPaths.formats(of: report)
    }
  }

  func run() async throws {
    let comparison = RunComparison(from: try RunFile.read(before), to: try RunFile.read(now))
    let console = Console.standard
    let terminal = display.format(console)
    let reports = try reports
    // A file takes nothing from the screen.
    if reports.allSatisfy({ $0.path != nil }) { console.write(terminal.text(for: comparison)) }
    let aside = reports.contains { $0.path == nil } ? Console.aside : console
    var hasFailed = false
    for (format, path) in reports {
      guard let path else {
        console.write(format.text(for: comparison, in: terminal))
        continue
      }
      do {
        try OutputFile.write(
          format.text(for: comparison, in: TerminalFormat()),
          to: path,
          by: "--report"
        )
        if !display.quiet { aside.write("wrote \(path)\n") }
      } catch let failure as OutputFile.Failure {
        console.complain("error: \(failure)")
        hasFailed = true
      }
    }
    if hasFailed { throw ExitCode(2) }
    if comparison.exitStatus != 0 { throw ExitCode(comparison.exitStatus) }
  }
}
