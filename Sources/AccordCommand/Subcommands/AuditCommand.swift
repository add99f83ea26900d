import Accord
import AccordAudit
import AccordReporting
import ArgumentParser
import Synchronization

/// `accord audit`: what the contracts would notice.
struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Breaks the mock in one way at a time, and says what the contracts would notice.",
    discussion: """
      Every mutant is the mock with one fault that the contract makes meaningful. The score is the share \
      of them that a run objects to, without those that no request could tell from the unbroken mock. With --run, \
      the answers of a stored run are changed and judged again, and no server is asked.

      Exits with 0, 1 if the score is below --min-score, 2 if a report could not be written, 3 if there was \
      nothing to audit, 64 on a wrong command line.
      """
  )

  @OptionGroup var documents: OpenAPIOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var reports: AuditReportOptions

  @Option(
    name: .customLong("run"),
    help: "A stored run, as --report json or --report events wrote it: its answers are changed."
  )
  var storedRun: String?

  @Option(
    name: .customLong("operator"),
    help: "Only mutants of this operator or family; may be repeated."
  )
  var operators: [String] = []

  @Option(
    name: .long,
    help: "A file with mutants that may survive, each with a reason.",
    transform: FileArgument.read
  )
  var accept: String?

  @Option(
    name: .long,
    help: "Fail unless so much is noticed in a plain run: 0 to 1.",
    transform: NumberArgument.decimal(0...1)
  )
  var minScore: Double?

  @Option(
    name: .long,
    help: "What made-up values are made of, and what --show draws by: a whole number from 0.",
    transform: { text in
      guard let seed = UInt64(text) else {
        throw ValidationError("expected a whole number from 0 to \(UInt64.max)")
      }
      return seed
    }
  )
  var seed: UInt64 = 0

  @Option(
    name: .long,
    help: "Show so many mutants, drawn by --seed, with an answer before and after: 1 to 1000.",
    transform: NumberArgument.whole(1...1_000)
  )
  var show: Int?

  func run() async throws {
    let suites = try documents.suites()
    let meant = try selection.selection(in: suites)
    let known = Audit.operators.flatMap { [$0.family] + $0.operators }
    for name in operators where !known.contains(name) {
      throw ValidationError(
        "Unknown operator \"\(name)\". \(NearMiss.hint(name, among: known))"
      )
    }
    let acceptance = try accept.map(AcceptanceFile.read) ?? Acceptance()
    let record = try storedRun.map(RunFile.read)
    let files = try reports.files
    var settings = Audit.Settings()
    settings.selection = meant
    settings.planOptions = selection.depth.options
    settings.extensions = ConformanceCommand.extensions
    settings.seed = seed
    settings.operators = operators
    settings.accepted = acceptance.reasons
    var audited: [AuditReport.Suite] = []
    for suite in suites where meant.includes(suite) {
      let audit = Audit(of: suite, settings: settings)
      let screen = AuditScreen(suite.name)
      if let record {
        audited.append(await audit.report(on: record, onProgress: screen.show))
      } else {
        audited.append(await audit.report(onProgress: screen.show))
      }
      screen.finish()
    }
    let report = AuditReport(audited)
    guard !report.entries.isEmpty else {
      Console.standard.write(
        "Nothing was audited: no case gets a right answer that could be wrong.\n"
      )
      throw ExitCode(3)
    }
    let ids = Set(report.entries.filter { $0.outcome == .accepted }.map(\.id))
    for id in acceptance.ids where operators.isEmpty && !ids.contains(id) {
      Console.standard.complain(
        "warning: --accept: \"\(id)\" is no mutant that survives. Take it out of the file."
      )
    }
    try write(report, files)
    if let show { Console.standard.write("\n" + report.sample(show, seed: seed)) }
    if let minScore, report.figures.score < minScore {
      let figures = report.figures
      Console.standard.complain(
        """
        error: --min-score: expected \(minScore) of the mutants to be noticed, found \(figures.noticed) of \
        \(figures.total). Notice more of them, or accept by name those that may survive.
        """
      )
      throw ExitCode(1)
    }
  }

  private func write(
    _ report: AuditReport,
    _ files: [(form: AuditReportOptions.Form, path: String)]
  ) throws {
    for (form, path) in files {
      let text = form.text(of: report)
      guard !Console.isOutput(path) else {
        Console.standard.write(text)
        continue
      }
      do {
        try OutputFile.write(text, to: path, by: "--report")
      } catch let failure as OutputFile.Failure {
        Console.standard.complain("error: \(failure)")
        throw ExitCode(2)
      }
    }
  }
}

/// How far an audit is, on a terminal; elsewhere nothing is said of it.
private final class AuditScreen: Sendable {
  private let name: String
  private let shown = Mutex(0)

  init(_ name: String) { self.name = name }

  /// Shows how many mutants of how many were tried, in steps of a hundredth.
  var show: @Sendable (Int, Int) -> Void {
    { [self] done, total in
      guard Console.aside.isTerminal else { return }
      let isNews = shown.withLock { shown in
        let now = done * 100 / max(1, total)
        defer { shown = max(shown, now) }
        return now > shown
      }
      if isNews {
        Console.aside.write("\(TerminalFormat.overwrite)\(name): \(done) of \(total) mutants")
      }
    }
  }

  /// Takes the line away.
  func finish() {
    if Console.aside.isTerminal { Console.aside.write(TerminalFormat.overwrite) }
  }
}
