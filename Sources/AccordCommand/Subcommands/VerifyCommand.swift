import Accord
import AccordGenerating
import AccordModel
import AccordOpenAPI
import AccordReporting
import ArgumentParser
import FoundationEssentials

/// `accord verify`: the whole chain.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Runs the contracts against a server and reports what it keeps and what it breaks.",
    discussion: """
      Without --server, the embedded mock is verified. With --openapi, the contracts are those of the \
      document. Credentials come from the environment. \
      Without --report, junit, markdown and json are written; of a run without a case nothing is.

      Contracts that are not sound are not run; the command lint shows why.

      Exits with 0 if all cases conform, 1 if anything violates, the baseline lists what is fixed \
      or past its day, --min-coverage is not reached, or with --strict a case is flaky or a contract showed no success, 2 if none of that is so and a case failed, the run ended early or could not begin, or a report or standard output could not be \
      written, 3 if nothing was selected or nothing could run, 64 on a wrong command line.
      """
  )

  @ArgumentParser.Argument(
    help: "A target of accord.json, such as staging; it stands before all options."
  )
  var target: String?

  @OptionGroup var documents: OpenAPIOptions
  @OptionGroup var settingsFile: ConfigurationOptions
  @OptionGroup var servers: ServerOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var since: SinceOption
  @OptionGroup var generation: GenerationOptions
  @OptionGroup var sharding: ShardOptions
  @OptionGroup var liveData: LiveDataOptions
  @OptionGroup var connection: ConnectionOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var display: DisplayOptions
  @OptionGroup var comparison: ComparisonOptions
  @OptionGroup var knownViolations: BaselineOptions

  @Flag(
    name: .long,
    help: """
      Broken assumptions fail the run, contracts of which no success was seen, and what passed only when it was \
      tried again.
      """
  )
  var strict = false

  @OptionGroup var trying: RetryOptions
  @OptionGroup var watching: WatchOption
  @OptionGroup var bodies: BodyOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only the cases that violated, failed or did not get their turn in this run.",
      valueName: "RUN.json"
    )
  )
  var rerunFailed: String?

  @Flag(
    name: .long,
    help: "End with the first case that violates or fails; the others are not run."
  )
  var failFast = false

  @Flag(
    name: .customLong("no-lint"),
    help: "Run contracts that are not sound too; what means nothing in them fails its cases."
  )
  var skipsLint = false

  @Option(
    name: .long,
    help: """
      How many times the usual work may be done before there is no verdict on a body: 1 to 1000. \
      (default: 1)
      """,
    transform: NumberArgument.whole(1...1_000)
  )
  var effort = 1

  @OptionGroup var coverage: CoverageOptions

  @Option(
    name: .long,
    help: """
      What made-up values are made of: a whole number from 0 to 18446744073709551615; random for a \
      server, 0 for the mock.
      """,
    transform: { text in
      guard let seed = UInt64(text) else {
        throw ValidationError("expected a whole number from 0 to \(UInt64.max)")
      }
      return seed
    }
  )
  var seed: UInt64?

  func validate() throws {
    try generation.check(shard: sharding.shard, rerunFailed: rerunFailed)
    guard let target, target != ConformanceCommand.configured?.target else { return }
    throw ValidationError("The target \"\(target)\" stands before all options: verify \(target) ….")
  }

  func run() async throws {
    guard !watching.watch else {
      throw ExitCode(await Watch(words: Watch.words, files: { watchedFiles }).run())
    }
    try await verify()
  }

  /// The files on which the verification rests; those to which a document refers, where it can be read.
  private var watchedFiles: [String] {
    let imported = (try? documents.imported()) ?? []
    return imported.flatMap(\.files) + documents.openAPI + documents.besides
      + [liveData.givens].compactMap(\.self)
      + [knownViolations.baseline].compactMap(\.self)
  }

  private func verify() async throws {
    let imported = try documents.imported(sent: true)
    let all = documents.isEmpty ? ConformanceCommand.suites : imported.map(\.suite)
    let problems = ConformanceCommand.extensions.problems(inAll: all)
    guard problems.isEmpty else {
      problems.forEach { Console.standard.complain("error: \($0)") }
      throw ExitCode(2)
    }
    let suites = try liveData.placingCredentials(in: all)
    var meant = try selection.selection(in: suites)
    guard let narrowed = try since.narrowing(meant, in: suites, imported, documents) else { return }
    meant = narrowed
    if let rerunFailed { meant.only = try RunFile.read(rerunFailed).unsettled }
    var servers = servers
    // A document may name a token endpoint elsewhere, which no mock stands for but one in process.
    if servers.server.isEmpty, !imported.isEmpty { servers.inProcess = true }
    let targets = try servers.targets(meant, in: suites)
    try connection.checkFiles()
    let earlierRun = try comparison.earlierRun()
    let known = try knownViolations.known()
    let environment = try liveData.naming(ProcessInfo.processInfo.environment)
    let files = try reports.files(in: environment)
    let console = Console.beside(try reports.files.map(\.path))
    let sourceDate = try SourceDate.moment(in: environment)
    let shard = try sharding.part(in: environment)
    if shard != nil, seed == nil, !servers.server.isEmpty {
      throw ValidationError(
        """
        --shard needs --seed against a server, the same for all parts, so that they are parts of one \
        run: the number of the CI run, say.
        """
      )
    }

    var settings = ConformanceRun.Settings(selection: meant)
    settings.shard = shard
    settings.durations = try sharding.knownDurations()
    settings.planOptions = selection.depth.options
    settings.isStrict = strict
    settings.limits.effort = effort
    settings.seed = seed ?? (servers.server.isEmpty ? 0 : UInt64.random(in: 0...0xFFFF_FFFF))
    settings.jobs = connection.jobs
    settings.retries = trying.retries
    settings.isPutUpWith = { [strict] result, suite in
      // What the baseline lists is not tried again: it would be taken for fixed where it passes.
      known?.marking(RunRecord.Case(result, in: suite), isStrict: strict).isKnown ?? false
    }
    settings.tellsTraces = trying.traceparent
    settings.rate = connection.rate
    settings.extraFields = try connection.fields
    settings.connection = connection.settings(withTLS: !servers.server.isEmpty)
    settings.givens = try liveData.values(for: suites)
    settings.secrets =
      ArgumentSecrets.credentials(in: liveData.credential) + imported.flatMap(\.secrets)
    settings.environment = EnvironmentVariables(environment)
    settings.extensions = ConformanceCommand.extensions
    var generated = try generation.generated(
      of: targets.map(\.suite),
      meant,
      seed: settings.seed
    )
    if let generated {
      settings.extensions.cases += generated.cases.joined()
      settings.selection = generated.selection(meant)
    }
    let began = sourceDate ?? .now
    // When the embedded mock was verified says nothing; without it every run writes the same bytes.
    settings.began = servers.server.isEmpty ? nil : began

    let interruption = Interruption()
    let signals = Signals(interruption)
    defer { signals.cancel() }
    let clock = connection.maxTime.map { RunClock($0, interruption) }
    defer { clock?.cancel() }

    if let line = connection.unusedTLSOptions(withoutServer: servers.server.isEmpty) {
      Console.standard.complain("warning: \(line)")
    }
    let run = ConformanceRun(targets, settings: settings)
    if !skipsLint { try checkContracts(run) }
    let plans = run.plans
    for line in selection.unmatchedPatterns(meant, in: suites) {
      Console.standard.complain("warning: \(line)")
    }
    // A part may have no case where the whole plan has some.
    let sizes = run.part?.sizes ?? plans.map(\.cases.count)
    guard sizes.contains(where: { $0 > 0 }) else {
      if let sentence = LeftOutCases(plans).sentence { console.write("\(sentence)\n") }
      console.write("No case was selected, and no report is written.\n")
      throw ExitCode(3)
    }
    if let line = OpenAPIOptions.summary(of: imported) {
      Console.standard.complain("note: \(line)")
    }
    let screen = RunScreen(
      console,
      cases: plans.reduce(0) { $0 + $1.cases.count },
      isQuiet: display.quiet,
      marking: { [strict] in known?.marking($0, isStrict: strict) ?? $0 }
    )
    // How fast the embedded mock is says nothing; without it every run writes the same bytes.
    let recording = ConformanceRun.Recording(
      bodies: bodies.keepBodies ? .whole : .beginning,
      keepsTimings: !servers.server.isEmpty
    )
    let generatedRun = GeneratedRun(targets, settings, plans, recording, interruption)
    var whole: RunRecord
    let recorded: ConformanceRun.Recorded
    let events: EventRecorder
    do {
      events = try await EventRecorder(
        files,
        of: targets,
        plans,
        RunBeginning(seed: settings.seed, isStrict: strict, began: settings.began, part: run.part),
        known: known
      )
      try await generated?.begin(generatedRun)
      recorded = try await run.record(
        recording,
        interruption: interruption,
        onCase: { [events, failFast, strict, generated] result, suite in
          let result = generated?.marking(result, of: suite) ?? result
          await events.write(result, of: suite)
          await screen.show(result)
          let marked = known?.marking(result, isStrict: strict) ?? result
          if failFast, marked.isWrong {
            interruption.interrupt("The run ended with \(result.id), because of --fail-fast.")
          }
        },
        onCleanUp: { [events] event in await events.write(event) }
      )
      whole = recorded.record
      if generated != nil {
        whole =
          try await generated?.finish(whole, seed: settings.seed, generatedRun, interruption)
          ?? whole
      }
    } catch let failure as OutputFile.Failure {
      Console.standard.complain("error: \(failure)")
      throw ExitCode(2)
    } catch let unusable as ConnectionSettings.Unusable {
      throw ValidationError(unusable.reason)
    } catch {
      // Without this the exit status would be that of violations.
      Console.standard.complain("error: The run could not begin: \(error)")
      throw ExitCode(2)
    }
    await screen.finish()
    let record = known?.applied(to: whole) ?? whole
    let unwritten = await events.end(record)
    do {
      try write(
        record,
        files,
        unwritten,
        since: earlierRun,
        sourceDate,
        began,
        generated,
        on: console
      )
      if let loss = recorded.loss {
        Console.standard.complain(
          "error: What was sent and received could not be read again from the temporary folder: \(loss)."
        )
        throw ExitCode(2)
      }
    } catch let status as ExitCode {
      // What is violated stays so, whether or not it could be written down.
      throw record.exitStatus == 1 ? ExitCode(1) : status
    }
    if record.exitStatus != 0 { throw ExitCode(record.exitStatus) }
    // What a part alone shows says little of the whole: the command merge looks at it.
    guard run.part == nil else {
      if coverage.minCoverage != nil {
        Console.standard.complain(
          "note: --min-coverage is not looked at in a part: give it to merge."
        )
      }
      return
    }
    if strict, !recorded.unseenSuccesses.isEmpty {
      for sentence in recorded.unseenSuccesses { Console.standard.complain("error: \(sentence)") }
      throw ExitCode(1)
    }
    try coverage.check(record, of: targets.map(\.suite))
  }

  /// Ends before a run whose contracts are not sound: it would say less than it seems to.
  private func checkContracts(_ run: ConformanceRun) throws {
    let problems = run.problems
    guard !problems.isEmpty else { return }
    let console = Console.standard
    for problem in problems { console.complain(problem.line) }
    console.complain(
      """
      error: Nothing was run, because the contracts are not sound: \
      \(problems.count) problem\(problems.count == 1 ? "" : "s"). Correct them, or run them all \
      the same with --no-lint.
      """
    )
    throw ExitCode(2)
  }

  /// Writes every report, even when one of them cannot be written; then says so.
  private func write(
    _ record: RunRecord,
    _ files: [ReportOptions.Report],
    _ unwritten: [OutputFile.Failure],
    since earlierRun: RunRecord?,
    _ sourceDate: Moment?,
    _ began: Moment?,
    _ generated: GeneratedVerification?,
    on console: Console
  ) throws {
    // Of the cases of other parts this one knows nothing.
    let changes = record.part != nil ? nil : earlierRun.map { RunComparison(from: $0, to: record) }
    var shown = display.format(console)
    shown.comparison = changes
    // What is generated is told in lines of its own, which are pasted.
    console.write(generated?.withoutSentences(record) ?? record, as: shown)
    console.write(generated?.text(seed: record.settings.seed) ?? "")
    let writer = ReportWriter(
      console: console,
      environment: ProcessInfo.processInfo.environment,
      comparison: changes,
      isQuiet: display.quiet,
      sourceDate: sourceDate,
      moment: began
    )
    for failure in unwritten { console.complain("error: \(failure)") }
    // The events are written already.
    for file in files where EventRecorder.isRecorded(file) && !Console.isOutput(file.path) {
      if !unwritten.contains(where: { $0.path == file.path }) { writer.tell(file.path) }
    }
    try writer.write(record, files.filter { !EventRecorder.isRecorded($0) })
    do {
      try generated?.keep(seed: record.settings.seed)
    } catch let failure as OutputFile.Failure {
      console.complain("error: \(failure)")
      throw ExitCode(2)
    }
    if !unwritten.isEmpty { throw ExitCode(2) }
  }
}
