import AccordReporting
import ArgumentParser

/// `accord baseline`: the list of known violations.
struct BaselineCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "baseline",
      abstract: "Lists the violations of a stored run as known, or removes what is fixed.",
      discussion: """
        RUN is what \(ConformanceCommand.toolName) verify wrote with --report json or --report events. Entries keep their \
        reason, ticket and expiry. What did not run is neither added nor removed.

        Exits with 0 if the list is written, 2 if it or standard output could not be, 64 on a wrong \
        command line.
        """
    )
  }

  @ArgumentParser.Argument(help: "The stored run; - is standard input.")
  var run: String

  @Flag(name: .long, help: "Add what the run fails on, and remove what no longer occurs.")
  var update = false

  @Flag(name: .long, help: "Only remove what no longer occurs.")
  var prune = false

  @Option(
    name: .long,
    help: "The file with the known violations. (default: \(Baseline.fileName))",
    transform: FileArgument.read
  )
  var baseline = Baseline.fileName

  @Option(name: .long, help: "Why the new violations are put up with; needed where there are any.")
  var reason: String?

  @Option(name: .long, help: "Where the new violations are followed up.")
  var ticket: String?

  @Option(
    name: .long,
    help: """
      The last day on which the new violations are put up with, as 2026-01-31; without it they are \
      until they are removed.
      """
  )
  var expiry: String?

  @OptionGroup var calendar: CalendarOptions

  func validate() throws {
    guard update != prune else { throw ValidationError("Give either --update or --prune.") }
    if prune, reason != nil || ticket != nil || expiry != nil {
      throw ValidationError("--reason, --ticket and --expiry go with --update.")
    }
    if let expiry {
      guard let day = CalendarDay(expiry) else {
        throw ValidationError("--expiry expects a day such as 2026-01-31, found \"\(expiry)\".")
      }
      let today = try calendar.day
      guard day >= today else {
        throw ValidationError(
          "--expiry is past: expected today, \(today), or a later day, found \(day)."
        )
      }
    }
    if let reason, !reason.contains(where: { !$0.isWhitespace }) {
      throw ValidationError("--reason is empty.")
    }
  }

  func run() async throws {
    try checkBaseline()
    let stored = try RunFile.read(run)
    let isThere = InputFile.exists(baseline)
    if prune, !isThere {
      throw ValidationError("Cannot read the file \"\(baseline)\". Name it with --baseline.")
    }
    var known = isThere ? try BaselineFile.read(baseline) : Baseline()
    let change = try change(of: &known, after: stored)
    do {
      // The places that it lists may bear names that a server chose.
      let text = LogText.harmless(known.text, in: .json)
      try OutputFile.write(text, to: baseline, by: "--baseline")
    } catch let failure as OutputFile.Failure {
      Console.standard.complain("error: \(failure)")
      throw ExitCode(2)
    }
    Console.standard.write(
      "wrote \(baseline): \(change.added) added, \(change.removed) removed, \(change.kept) kept\n"
    )
  }

  /// Refuses what cannot be read and then written anew: a pipe would wait for itself.
  private func checkBaseline() throws {
    guard case .other? = try? FileSystem.kind(of: baseline) else { return }
    throw ValidationError(
      "--baseline: expected a file, which is read and written anew, found a pipe, a device or a "
        + "socket at \"\(baseline)\"."
    )
  }

  private func change(
    of known: inout Baseline,
    after run: RunRecord
  ) throws -> Baseline.Change {
    let today = try calendar.day
    guard update else { return known.prune(after: run, today: today) }
    let new = known.unlisted(in: run).count
    guard let reason = reason ?? (new == 0 ? "" : nil) else {
      throw ValidationError(
        """
        New violations: \(new). Say with --reason why they are put up with, and with --expiry, if \
        they should not stay so, until when.
        """
      )
    }
    return known.update(
      after: run,
      today: today,
      reason: reason,
      ticket: ticket,
      expiry: expiry.flatMap { CalendarDay($0) }
    )
  }
}
