import Accord
import AccordComparing
import AccordOpenAPI
import AccordReporting
import AccordSchema
import ArgumentParser

/// `accord compare OLD NEW`: what a new contract changes for those who kept to the old one.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compares two contracts of an API: what breaks clients, what may, and what does not.",
    discussion: """
      Each is an OpenAPI 3 or Swagger 2.0 document, in JSON or YAML, or the name of a suite. Requests may \
      only admit more, and answers only promise more: this is decided by what the schemas say, not by \
      how they are written. What cannot be decided is dangerous, never harmless.

      With --behaviour the right requests of the old plan are answered by the mock of the new contract, and the \
      other way round, and it is said where this does not agree with what the contracts say.

      Exits with 0 if nothing breaks, 1 if something does, also in behaviour alone, 2 if a file could not be written, 64 if a \
      contract cannot be read, or on a wrong command line.
      """
  )

  /// From which level on a comparison fails.
  enum Limit: String, CaseIterable, ExpressibleByArgument {
    case breaking
    case dangerous

    var level: ChangeLevel { self == .breaking ? .breaking : .dangerous }
  }

  @ArgumentParser.Argument(
    help: "The earlier contract: a document, or the name of a suite.",
    transform: FileArgument.read
  )
  var old: String

  @ArgumentParser.Argument(
    help: "The later contract: a document, or the name of a suite.",
    transform: FileArgument.read
  )
  var new: String

  @Flag(help: "Print the changes as JSON, and nothing else.")
  var json = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A report, as FORMAT=PATH; may be repeated. The path - is standard output.",
      discussion: "Formats: markdown, json, junit, sarif, terminal.",
      valueName: "FORMAT[=PATH]"
    )
  )
  var report: [String] = []

  @Option(help: "What fails a comparison: breaking, or dangerous, which is both.")
  var failOn = Limit.breaking

  @Option(help: ArgumentHelp("Changes that this file lists are accepted.", valueName: "FILE"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Write the breaking and dangerous changes to a file, as accepted.",
      valueName: "FILE"
    )
  )
  var writeBaseline: String?

  @Option(help: ArgumentHelp("Why the changes are accepted that are written.", valueName: "TEXT"))
  var reason: String?

  @Flag(help: "Say which number of the version is due (semver.org 2.0.0).")
  var semver = false

  @Option(
    help: ArgumentHelp(
      "How many days a deprecation has to leave before the sunset (x-sunset).",
      valueName: "DAYS"
    )
  )
  var deprecationDays = 0

  @Option(
    help: ArgumentHelp(
      "The same for what is beta (x-stability-level).",
      valueName: "DAYS"
    )
  )
  var betaDeprecationDays = 0

  @Flag(
    help: """
      Try what the contracts do too: the plan of each is run against the mock of the other.
      """
  )
  var behaviour = false

  @Flag(name: .shortAndLong, help: "Show only the closing line.")
  var quiet = false

  @OptionGroup var calendar: CalendarOptions

  func validate() throws {
    try ReportPaths.check(try reports.compactMap(\.path))
    guard deprecationDays >= 0, betaDeprecationDays >= 0 else {
      throw ValidationError("--deprecation-days expects a number of days that is not negative.")
    }
    if reason != nil, writeBaseline == nil {
      throw ValidationError("--reason is about what --write-baseline writes; give that too.")
    }
  }

  /// The formats, each with its file; nil is standard output.
  var reports: [(format: ChangeFormat, path: String?)] {
    get throws {
      try ReportPaths.formats(of: report)
    }
  }

  func run() async throws {
    let descriptions = (old: try ComparedContract.read(old), new: try ComparedContract.read(new))
    var comparison = ContractComparison(
      from: descriptions.old,
      to: descriptions.new,
      policy: ComparisonPolicy(
        today: SunsetDay(try calendar.day.description),
        deprecationDays: deprecationDays,
        betaDeprecationDays: betaDeprecationDays
      )
    )
    if let baseline { comparison = comparison.accepting(try accepted(in: baseline)) }
    if behaviour {
      comparison.behaviour = try await BehaviourComparison(
        from: ComparedContract.suite(old, descriptions.old),
        to: ComparedContract.suite(new, descriptions.new),
        beside: comparison
      )
    }
    let reports = try reports
    let isTaken = json || reports.contains { $0.path == nil }
    let console = isTaken ? Console.aside : Console.standard
    if json { Console.standard.write(text(.json, comparison)) }
    if !isTaken {
      console.write(quiet ? comparison.summary + "\n" : text(.terminal, comparison))
    } else {
      for entry in comparison.outdated { console.write(entry.outdatedLine + "\n") }
    }
    if semver {
      console.write(DueVersion(after: comparison).sentence(of: comparison) + "\n")
    }
    try write(reports, comparison, console)
    let isBroken = comparison.behaviour?.breaks ?? false
    if comparison.level >= failOn.level || isBroken { throw ExitCode(1) }
  }

  private func text(_ format: ChangeFormat, _ comparison: ContractComparison) -> String {
    format.text(of: comparison, failingOn: failOn.level)
  }

  private func write(
    _ reports: [(format: ChangeFormat, path: String?)],
    _ comparison: ContractComparison,
    _ console: Console
  ) throws {
    var hasFailed = false
    func write(_ text: String, to path: String, by option: String) {
      do {
        try OutputFile.write(text, to: path, by: option)
        if !quiet { console.write("wrote \(path)\n") }
      } catch {
        Console.standard.complain("error: \(error)")
        hasFailed = true
      }
    }
    for (format, path) in reports {
      if let path {
        write(text(format, comparison), to: path, by: "--report")
      } else {
        Console.standard.write(text(format, comparison))
      }
    }
    if let writeBaseline {
      let accepted = AcceptedChanges(comparison, reason: reason ?? AcceptedChanges.unstated)
      write(accepted.text, to: writeBaseline, by: "--write-baseline")
    }
    if hasFailed { throw ExitCode(2) }
  }

  private func accepted(in path: String) throws -> AcceptedChanges {
    let bytes = try InputFile.read(path)
    do {
      return try AcceptedChanges(parsing: bytes)
    } catch let error as JSONSyntaxError {
      throw ValidationError("Cannot read \"\(path)\": it is not JSON: \(error).")
    } catch let error as AcceptedChanges.Failure {
      throw ValidationError("Cannot read \"\(path)\": \(error)")
    }
  }
}
