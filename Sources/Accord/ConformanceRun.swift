package import AccordJudging
package import AccordMocking
package import AccordReporting

/// The whole chain: contracts are planned, run, judged and reported.
public struct ConformanceRun: Sendable {
  /// A suite and what it is held against.
  public struct Target: Sendable {
    /// The suite.
    public var suite: ContractSuite
    /// What it is held against.
    public var subject: Subject

    /// The way to the server, when it is not the usual one.
    var transport: (any Transport)?

    /// Creates a target.
    public init(_ suite: ContractSuite, against subject: Subject) {
      self.suite = suite
      self.subject = subject
    }

    /// Creates a target that is reached by a transport of the caller's own.
    public init(_ suite: ContractSuite, at address: ServerAddress, over transport: any Transport) {
      self.suite = suite
      subject = .server(address)
      self.transport = transport
    }
  }

  /// The settings of a run.
  public struct Settings: Sendable {
    /// Which cases are meant.
    public var selection = Selection()
    /// Which part of the plans is run, if other machines run the others.
    public var shard: Shard?
    /// How long cases took, in microseconds, by which the parts are made to take the same time.
    package var durations: [CaseID: Int] = [:]
    /// How the suites are planned.
    public var planOptions = PlanOptions()
    /// Whether broken assumptions fail the run.
    public var isStrict = false
    /// The bounds within which bodies are held to schemas.
    ///
    /// Ten thousand violations of one body are collected, so that many of one kind hide no other.
    public var limits = ValidationLimits(violations: 10_000)
    /// What made-up values are made of.
    public var seed: UInt64 = 0
    /// How many exchanges run at once, at most.
    public var jobs = 8
    /// The most requests a second.
    public var rate: Double?
    /// How often a case that violates or fails is tried again, at most; see ``Report/Result/earlierTries``.
    ///
    /// A case that may change something again each time it is sent is not tried again, and its result says
    /// so.
    public var retries = 0
    /// Whether a result that is wrong is put up with, so that the case is not tried again.
    package var isPutUpWith: @Sendable (Report.Result, ContractSuite) -> Bool = { _, _ in false }
    /// Whether requests carry `traceparent` (W3C Trace Context, section 3.2): a trace for each try of a case,
    /// an identifier for each exchange, all made of the seed.
    ///
    /// What a contract or ``extraFields`` says of the field goes before. Calls that get tokens, and those to
    /// other servers, carry none.
    public var tellsTraces = false
    /// Fields that every request carries.
    public var extraFields: [Field] = []
    /// How connections are made.
    public var connection = ConnectionSettings()
    /// Live data.
    public var givens = GivenValues()
    /// The environment: credentials and proxies.
    public var environment = EnvironmentVariables([:])
    /// When the run begins, as its report says; `nil` where that says nothing.
    public var began: Moment?
    /// What time it is, for signatures over requests; the computer's own, unless another is given.
    ///
    /// Requests to a mock are signed at one and the same time, so that every run is the same.
    public var clock: @Sendable () -> Moment? = { Moment.now }
    /// Waits between two requests of a workflow's step that is repeated; until the run ends at most.
    package var sleep: @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
    /// What is written nowhere, beside what the environment holds for credentials and proxies and
    /// what fields such as Authorization carry.
    public var secrets: [Secret] = []
    /// What is added to Accord.
    public var extensions = Extensions()

    /// Creates the usual settings for a selection.
    public init(selection: Selection = Selection()) { self.selection = selection }
  }

  private let targets: [Target]
  let settings: Settings
  private let mock: Mock?

  /// What was judged before, by runs of the same suite with the same settings.
  package var memory: JudgementMemory?

  /// All cases of the targets' suites, whether they are meant or not.
  private let planned: [Plan]

  /// The plans of the cases that are meant, of which the run may be a part.
  private let meant: [Plan]

  /// The plans of the run, in the order of its targets: of the cases that are meant, or of its part of
  /// them.
  public let plans: [Plan]

  /// Which part of the plans it is, if it is one.
  package let part: RunRecord.Part?

  /// Creates a run, and plans its cases.
  public init(_ targets: [Target], settings: Settings = Settings()) {
    self.init(targets, settings: settings, mock: nil)
  }

  /// Creates a run in which the targets that are held against a mock are held against this one; `planned`
  /// are all cases of the suites, where they are known.
  package init(
    _ targets: [Target],
    settings: Settings = Settings(),
    mock: Mock?,
    planned: [Plan]? = nil
  ) {
    self.targets = targets
    self.settings = settings
    self.mock = mock
    self.planned =
      planned
      ?? targets.map { $0.suite.plan(with: settings.extensions, options: settings.planOptions) }
    meant = self.planned.map(settings.selection.selecting)
    guard let shard = settings.shard else {
      (plans, part) = (meant, nil)
      return
    }
    let divided = ShardedPlans(meant, among: shard.count, durations: settings.durations)
    (plans, part) = (divided.plans(of: shard), divided.part(shard))
  }

  /// The suites of the targets.
  var suites: [ContractSuite] { targets.map(\.suite) }

  /// What is not sound in the contracts that are meant; a run of them would say less than it seems
  /// to.
  package var problems: [LintProblem] {
    planned.flatMap { $0.suite.lintProblems(of: $0, settings.selection) }
  }

  /// Runs every case and judges it.
  ///
  /// `onResult` hears of every result while the run goes on, in the order in which the cases begin:
  /// those that change nothing first. A result waits for those before it, so that every run tells the
  /// same; the report is in the order of the plan. What was judged before an interruption is kept.
  ///
  /// Without `keepingExchanges` the report holds no exchanges, and memory does not grow with them:
  /// `onResult` alone sees what was sent and received. A secret that a server issues is redacted from
  /// then on; the report has it nowhere, also in what was judged before.
  ///
  /// Throws ``Extensions/Unusable`` when what the settings add cannot be used,
  /// ``ConnectionSettings/Unusable`` when no connection can be made with them, and what a transport of
  /// the caller's own throws.
  ///
  /// ```swift
  /// let run = ConformanceRun([.init(PetStore.suite, against: .server(address))])
  /// let report = try await run.report()
  /// try report.write(.junit, to: "Reports/junit.xml")
  /// ```
  public func report(
    interruption: Interruption = Interruption(),
    keepingExchanges: Bool = true,
    onResult: @escaping @Sendable (Report.Result) async -> Void = { _ in }
  ) async throws -> Report {
    let keeper = WholeResults(keepsExchanges: keepingExchanges)
    let outcome = try await run(keeper, interruption) { result, _ in await onResult(result) }
    var runSettings = outcome.settings
    runSettings.warnings += zip(suites, outcome.results).flatMap { suite, results in
      UnseenSuccesses(in: suite, of: results.lazy.map(UnseenSuccesses.Seen.init)).sentences
    }
    return Report(
      suites: zip(outcome.suites, outcome.results).map { suite, results in
        var suite = suite
        suite.results = results
        return suite
      },
      settings: runSettings,
      interruption: outcome.interruption,
      began: settings.began
    )
  }

  /// Runs every case and judges it, and keeps what `keeper` keeps of the results.
  ///
  /// `onCleanUp` hears what is to be removed as soon as that is known, and what became of it.
  func run<Keeper: ResultKeeper>(
    _ keeper: Keeper,
    _ interruption: Interruption,
    onCleanUp: @escaping @Sendable (CleanUpEvent) async -> Void = { _ in },
    onResult: @escaping @Sendable (Keeper.Kept, ContractSuite) async -> Void
  ) async throws -> Outcome<Keeper.Kept> {
    let problems = settings.extensions.problems(in: suites)
    guard problems.isEmpty else { throw Extensions.Unusable(problems: problems) }
    let pace = Pace(rate: settings.rate)
    let secrets = SecretBook()
    secrets.add(settings.extraFields)
    settings.secrets.forEach(secrets.add)
    let judge = Judge(
      rules: .standard.adding(settings.extensions.rules),
      isStrict: settings.isStrict,
      limits: settings.limits,
      memory: memory
    )
    let judging = JudgingQueue<(kept: Keeper.Kept, connections: ConnectionTally)>(interruption)
    let mock = try await MockHost(for: targets, mock)
    var outcome = Outcome<Keeper.Kept>()
    var leftovers: [String] = []
    let remains = LeftBehind()

    for (target, plan) in zip(targets, plans) {
      let link = try mock.link(to: target, settings)
      let results = ResultList<Keeper.Kept>(count: plan.cases.count)
      let stream = ResultStream<Keeper.Kept>(RunOrder(plan.cases).all) { kept in
        await onResult(kept, target.suite)
      }
      let flaws = SchemaFlaws(in: target.suite)
      let suite = SuiteIndex(target.suite)
      // How fast the embedded mock is says nothing.
      var timed = judge
      timed.looksAtTimes = target.subject.isServer
      let ownJudge = timed
      let absent = AbsentNeighbours(in: target.suite)
      secrets.add(target.suite, from: link.environment)
      if case .server = target.subject { link.environment.proxySecrets.forEach(secrets.add) }
      let known = secrets.count
      var running = ExchangeRunner.Settings(
        jobs: settings.jobs,
        seed: settings.seed,
        extraFields: settings.extraFields,
        isReadOnly: settings.selection.isReadOnly,
        connection: settings.connection,
        clock: clock(for: target)
      )
      running.sleep = settings.sleep
      running.tellsTraces = settings.tellsTraces
      let retries = retries(ownJudge, suite, flaws, interruption)
      running.retries = retries
      running.setUps = plan.setUps
      running.hasOwnTransport = target.transport != nil || settings.extensions.transport != nil
      running.staysAtServer = !target.subject.isServer
      let runner = ExchangeRunner(
        suite: target.suite,
        address: link.address,
        transport: link.transport,
        environment: link.environment,
        provided: link.givens,
        pace: pace,
        settings: running,
        reading: AnswerReading(suite) { interruption.reason },
        interruption: interruption,
        onSecret: { secrets.add($0) },
        onCleanUp: { event in
          let event = secrets.redactor(of: target.suite).redact(event)
          if let warning = event.warning { remains.add(warning) }
          await onCleanUp(event)
        }
      )
      // The next exchange does not wait until this one is judged; of small answers many may wait.
      let backlogs = (
        long: Backlog(limit: settings.jobs + judging.threadCount), short: Backlog(limit: 64)
      )
      // One task tells what was judged, several at once where several came: a task for each wakes threads.
      let judged = AsyncStream.makeStream(of: Judged<Keeper.Kept>.self)
      let telling = Task {
        for await one in judged.stream {
          await results.set(keeper.remembered(one.kept), at: one.index, one.connections)
          await stream.add(one.kept, at: one.index)
          one.backlog.leave()
        }
      }
      let shortages = await runner.run(plan.cases) { index, run in
        let testCase = plan.cases[index].made
        let backlog = run.isShort ? backlogs.short : backlogs.long
        await backlog.enter()
        let tries = retries?.take(testCase.id)
        judging.begin {
          let clock: @Sendable () -> String? = { interruption.reason }
          absent.note(run, of: testCase)
          func judged(_ run: CaseRun) -> Report.Result {
            ownJudge.result(of: testCase, run, in: suite, flaws, until: clock)
          }
          var result = judged(run).showing(link.shownAddress, for: link.address)
          result.earlierTries =
            tries?.earlier.map { judged($0).showing(link.shownAddress, for: link.address) } ?? []
          result.retryHindrance = tries?.hindrance
          let shown = secrets.redactor(of: target.suite).redact(result) {
            judged(.exchanged($0)).judgement
          }
          return (keeper.kept(shown, of: target.suite), ConnectionTally(shown, at: index))
        } then: { result in
          judged.continuation.yield(
            Judged(
              index: index,
              kept: result?.kept
                ?? keeper.kept(.ended(testCase, interruption.reason), of: target.suite),
              connections: result?.connections,
              backlog: backlog
            )
          )
        }
      }
      await backlogs.long.finish()
      await backlogs.short.finish()
      judged.continuation.finish()
      await telling.value
      await stream.finish()
      await link.transport.shutdown()
      let redactor = secrets.redactor(of: target.suite)
      leftovers += ConnectionWarnings.warnings(
        of: link.transport.leftovers.map(redactor.redact),
        from: redactor.redact(target.subject)
      )
      // A token that a login brought may stand in results from before it.
      if secrets.count > known {
        await results.redact { kept in
          keeper.redacted(kept, by: redactor) { testCase, exchanges in
            ownJudge.result(of: testCase, .exchanged(exchanges), in: suite, flaws).judgement
          }
        }
      }
      let subject = redactor.redact(target.subject)
      outcome.settings.warnings += ConnectionWarnings.warnings(
        of: await results.connections,
        from: subject
      )
      outcome.settings.warnings += ShortageWarnings.warnings(of: shortages, in: target.suite)
      outcome.settings.warnings += absent.sentences
      outcome.results.append(
        await results.all { keeper.kept(.ended(plan.cases[$0]), of: target.suite) }
      )
      outcome.suites.append(
        Report.SuiteResult(
          suite: target.suite,
          subject: subject,
          results: [],
          notProvoked: plan.notProvoked,
          contracts: plan.contracts
        )
      )
    }
    await mock.shutdown()
    outcome.settings.seed = settings.seed
    outcome.settings.isStrict = settings.isStrict
    outcome.settings.warnings =
      await warnings(meant, pace) + outcome.settings.warnings + leftovers + remains.sentences
      + secrets.warnings
    outcome.interruption = interruption.reason
    return outcome
  }

  /// How cases of a suite are tried again; `nil` where none is.
  private func retries(
    _ judge: Judge,
    _ suite: SuiteIndex,
    _ flaws: SchemaFlaws,
    _ interruption: Interruption
  ) -> CaseRetries? {
    guard settings.retries > 0 else { return nil }
    let judging = JudgingQueue<Bool>(interruption, threads: 2)
    return CaseRetries(limit: settings.retries) { [settings] testCase, run in
      await withCheckedContinuation { continuation in
        judging.begin {
          let result = judge.result(of: testCase, run, in: suite, flaws) { interruption.reason }
          switch result.judgement.verdict {
          case .violates, .failed: return !settings.isPutUpWith(result, suite.suite)
          case .conforms, .notChecked, .skipped, .notRun: return false
          }
        } then: { isWrong in
          continuation.resume(returning: isWrong ?? false)
        }
      }
    }
  }

  /// What time it is for signatures: always the same for a mock.
  private func clock(for target: Target) -> @Sendable () -> Moment? {
    guard !target.subject.isServer else { return settings.clock }
    return { @Sendable () -> Moment? in Moment(secondsSinceEpoch: 0) }
  }

  /// What is kept of a case that was judged, or could not be any more.
  private struct Judged<Kept: Sendable>: Sendable {
    /// The place of the case in its plan.
    var index: Int
    var kept: Kept
    /// How its exchanges took place, where there were any.
    var connections: ConnectionTally?
    /// What waits until it is told.
    var backlog: Backlog
  }

  /// What came of a run, with what was kept of its results apart from its suites.
  struct Outcome<Kept> {
    /// The suites, without results.
    var suites: [Report.SuiteResult] = []
    /// What was kept of the results of each, in the order of the plan.
    var results: [[Kept]] = []
    /// The settings that a reader has to know, with the warnings about the run.
    var settings = Report.Settings(seed: 0)
    /// Why it ended early, if it did.
    var interruption: String?
  }

  private func warnings(_ plans: [Plan], _ pace: Pace) async -> [String] {
    var warnings = [LeftOutCases(plans).sentence].compactMap(\.self)
    if settings.connection.isInsecure {
      warnings.append(
        "Certificates were not checked (--insecure): who answered is not known."
      )
    }
    let postponements = await pace.postponements
    if postponements > 0 {
      warnings.append(
        """
        \(postponements == 1 ? "1 request was" : "\(postponements) requests were") put off and \
        sent again later, because the server answered 429, or 503 with Retry-After.
        """
      )
    }
    return warnings
  }
}

extension CaseRun {
  /// Whether little was received, so that it takes little memory until it is judged.
  fileprivate var isShort: Bool {
    guard case .exchanged(let exchanges) = self else { return true }
    return exchanges.reduce(0) { $0 + ($1.response?.body.count ?? 0) } < 1 << 14
  }
}
