public import AccordModel

/// Runs the cases of one suite against one server.
public struct ExchangeRunner: Sendable {
  /// How cases are run.
  public struct Settings: Sendable {
    /// How many exchanges run at once, at most.
    public var jobs: Int
    /// What unique texts are made of.
    public var seed: UInt64
    /// Fields that every request carries.
    public var extraFields: [Field]
    /// Whether no call is made beside the cases that is not declared to change nothing.
    public var isReadOnly: Bool
    /// How sources of live data are asked, and how long they may take.
    public var connection: ConnectionSettings
    /// What time it is, for signatures; `nil` where nobody knows.
    public var clock: @Sendable () -> Moment?
    /// Waits between two requests of a step that is repeated; until the task is cancelled at most.
    package var sleep: @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
    /// How values of givens are made that workflows make.
    package var setUps: [Plan.SetUp] = []
    /// Whether the transport is the caller's own, which may lead to any server.
    package var hasOwnTransport = false
    /// Whether the server stands for all others, such as those that issue tokens.
    package var staysAtServer = false
    /// How cases that violate or fail are tried again; `nil` where none is.
    package var retries: CaseRetries?
    /// Whether requests tell by `traceparent` of which trace they are (W3C Trace Context).
    package var tellsTraces = false
    /// How tokens grow old.
    package var now: @Sendable () -> ContinuousClock.Instant = { .now }

    /// Creates settings.
    public init(
      jobs: Int = 8,
      seed: UInt64 = 0,
      extraFields: [Field] = [],
      isReadOnly: Bool = false,
      connection: ConnectionSettings = ConnectionSettings(),
      clock: @escaping @Sendable () -> Moment? = { nil }
    ) {
      self.jobs = max(1, jobs)
      self.seed = seed
      self.extraFields = extraFields
      self.isReadOnly = isReadOnly
      self.connection = connection
      self.clock = clock
    }
  }

  let settings: Settings
  let session: Session
  let reading: AnswerReading
  private let provided: GivenValues
  let interruption: Interruption
  let environment: EnvironmentVariables
  let onCleanUp: @Sendable (CleanUpEvent) async -> Void
  /// Where cases run that run one at a time.
  private let executor: (any TaskExecutor)?

  /// Creates a runner; `reading` says what answers mean, `onSecret` hears of every secret before it is
  /// first used, and `onCleanUp` of what is to be removed before it is made, where that can be known.
  package init(
    suite: ContractSuite,
    address: ServerAddress,
    transport: any Transport,
    environment: EnvironmentVariables,
    provided: GivenValues,
    pace: Pace,
    settings: Settings,
    reading: AnswerReading,
    interruption: Interruption,
    onSecret: @escaping @Sendable (Secret) -> Void,
    onCleanUp: @escaping @Sendable (CleanUpEvent) async -> Void = { _ in }
  ) {
    let builder = RequestBuilder(
      address: address,
      extraFields: settings.extraFields,
      trace: settings.tellsTraces
        ? TraceSpans(seed: settings.seed, of: "beside the cases of \(suite.id)") : nil
    )
    let paced = PacedTransport(transport, pace: pace)
    self.settings = settings
    self.reading = reading
    self.provided = provided
    self.interruption = interruption
    self.environment = environment
    self.onCleanUp = onCleanUp
    // Exchanges that run side by side would wait for each other on the thread of one connection.
    executor = settings.jobs == 1 ? (transport as? HTTPTransport)?.executor : nil
    session = Session(
      suite: suite,
      builder: builder,
      tokens: TokenSources(suite) { role, credential in
        CredentialIssuer(
          credential: credential,
          role: role,
          environment: environment,
          builder: builder,
          transport: paced,
          isReadOnly: settings.isReadOnly,
          staysAtServer: settings.staysAtServer,
          clock: settings.clock,
          now: settings.now,
          onSecret: onSecret
        )
      },
      transport: paced,
      proxy: transport.proxySentence,
      isReadOnly: settings.isReadOnly,
      onSecret: onSecret
    )
  }

  /// Runs cases and tells what became of each as soon as it is known.
  ///
  /// Cases that change nothing run first, side by side; then those that change only what they make, side by
  /// side too; then those that may change something, one at a time, and last those that use live data up,
  /// of those the ones first that tell most. The index is the case's place in `cases`.
  ///
  /// A suite whose server does not take the credential ends: every case fails for that reason.
  ///
  /// Returns of which live data there was too little.
  @discardableResult
  package func run(
    _ cases: [Case],
    onResult: @escaping @Sendable (Int, CaseRun) async -> Void
  ) async -> [GivenShortage] {
    guard !cases.isEmpty else { return [] }
    let work = Task {
      let madeValues = MadeValues()
      let shortages = await runAll(cases, ResultGate(onResult), madeValues)
      await madeValues.cleanUp()
      return shortages
    }
    let number = interruption.onInterrupt { work.cancel() }
    defer { interruption.forget(number) }
    return await work.value
  }

  private func runAll(
    _ cases: [Case],
    _ gate: ResultGate,
    _ madeValues: MadeValues
  ) async -> [GivenShortage] {
    let check = CredentialCheck(session: session, reading: reading, cases: cases)
    let order = RunOrder(cases)
    var waiting = order.all
    if let reason = await hindrance(of: cases) {
      await end(waiting, gate, reason)
      return []
    }
    let suite = session.suite.id
    var discoverer = GivenDiscoverer(session: session, check: check) {
      [environment, settings] source, given in
      GivenSupply(
        .source(source),
        of: given,
        in: suite,
        environment: environment,
        connection: settings.connection
      )
    }
    discoverer.usesAllFound = settings.staysAtServer
    discoverer.making = { given in supply(of: given, by: madeValues) }
    var found = await discoverer.pools(for: cases, provided: provided)
    if found.look == .none, await mayLook(cases) {
      found.look = await discoverer.look(knowing: found.pools, provided: provided)
    }
    if case .refused(let reason) = found.look {
      await end(waiting, gate, reason)
      return []
    }

    let assignment = GivenAssignment(
      pools: found.pools,
      usingFound: settings.staysAtServer ? nil : discoverer.usable(provided: provided),
      lasting: session.suite.givens.map(\.id).filter { provided.isReused($0, in: suite) }
        + found.guessed
    )
    let roles = await rolesAtHand(cases)
    func canServe(_ testCase: Case, as role: String?) -> Bool {
      assignment.canServe(testCase) && (roles.count < 2 || testCase.role == role)
    }
    let witness =
      found.look == .none
      ? check.witness(among: cases, waiting) { canServe($0, as: roles.first ?? nil) } : nil
    var parallel = order.parallel
    if let witness, parallel.contains(witness) {
      // One case alone first: it costs no request that is not sent anyway.
      let run = await runOnce(cases[witness], assignment, check.watch)
      if let reason = await objection(to: run.run, of: cases[witness], check) {
        await end(waiting, gate, reason)
        return []
      }
      let last = await again(cases[witness], run, assignment, check.watch)
      await settle(witness, last, check.watch, gate)
      parallel.removeAll { $0 == witness }
      waiting.removeAll { $0 == witness }
    } else if witness != nil {
      gate.close()
    }
    for role in roles.dropFirst() {
      guard let other = check.witness(among: cases, parallel, { canServe($0, as: role) }) else {
        continue
      }
      let run = await runOnce(cases[other], assignment, check.watch)
      if let reason = await objection(to: run.run, of: cases[other], check) {
        await gate.open(failing: reason)
        await end(waiting, gate, reason)
        return []
      }
      let last = await again(cases[other], run, assignment, check.watch)
      await settle(other, last, check.watch, gate)
      parallel.removeAll { $0 == other }
      waiting.removeAll { $0 == other }
    }
    await assignment.make(for: parallel.map { cases[$0] })
    await runTogether(parallel, of: cases, assignment, check.watch, gate)
    var independent = order.independent
    waiting = independent + order.serial
    if let witness, let place = independent.firstIndex(of: witness) {
      // Nothing is changed before it is known that the credential is taken.
      let run = await runOnce(cases[witness], assignment, check.watch)
      if let reason = await objection(to: run.run, of: cases[witness], check) {
        await gate.open(failing: reason)
        await end(waiting, gate, reason)
        return []
      }
      let last = await again(cases[witness], run, assignment, check.watch)
      await settle(witness, last, check.watch, gate)
      await gate.open()
      independent.remove(at: place)
    }
    // What a mock gives to those that come first is to be the same in every run.
    if !settings.staysAtServer {
      await assignment.make(for: independent.map { cases[$0] })
      await runTogether(independent, of: cases, assignment, check.watch, gate)
      independent = []
    }
    waiting = independent + order.serial
    while let index = waiting.first {
      let run = await runOnce(cases[index], assignment, check.watch)
      if index == witness, let reason = await objection(to: run.run, of: cases[index], check) {
        await gate.open(failing: reason)
        await end(waiting, gate, reason)
        return []
      }
      waiting.removeFirst()
      let last = await again(cases[index], run, assignment, check.watch)
      await settle(index, last, check.watch, gate)
      if index == witness { await gate.open() }
    }
    await check.watch.finish(mayLook: interruption.reason == nil)
    for (index, run) in await check.watch.released() { await gate.pass(index, run) }
    await gate.open()
    return GivenShortage.shortages(await assignment.shortages, in: cases)
  }

  /// The roles as which the cases call, in the order in which they first occur; of several those whose
  /// proof can be had.
  private func rolesAtHand(_ cases: [Case]) async -> [String?] {
    var roles: [String?] = []
    for testCase in cases where testCase.carriesCredential && !roles.contains(testCase.role) {
      roles.append(testCase.role)
    }
    guard roles.count > 1 else { return roles }
    var found: [String?] = []
    for role in roles {
      guard let source = session.tokens[role] else { continue }
      switch await source.token() {
      case .proof: found.append(role)
      case .missing where source.answersChallenges && source.issuer.missingAccount == nil:
        found.append(role)
      case .missing, .failed: break
      }
    }
    return found
  }

  /// Why no proof can be had of the only caller that the cases have; of several, the cases of that
  /// one fail.
  private func hindrance(of cases: [Case]) async -> String? {
    guard let first = cases.first(where: \.carriesCredential),
      let request = first.steps.map(\.request).first(where: \.carriesCredential),
      cases.allSatisfy({ $0.callers.allSatisfy { $0 == request.role } }),
      case .failed(let reason)? = await session.tokens.source(for: request)?.token()
    else { return nil }
    return reason
  }

  /// Tells what became of a case, or keeps it while it is not known whether the credential is still
  /// taken.
  private func settle(
    _ index: Int,
    _ result: Settled,
    _ watch: CredentialWatch,
    _ gate: ResultGate
  ) async {
    for (index, run) in await watch.released() { await gate.pass(index, run) }
    if let doubt = result.doubt {
      await watch.hold(index, result.run, doubt)
    } else {
      await gate.pass(index, result.run)
    }
  }

  /// What became of a case, and whether its answers may be those to a refused credential.
  private struct Settled: Sendable {
    var run: CaseRun
    var doubt: CredentialWatch.Doubt?
  }

  /// Whether a call may be made only to look at the credential: not if it takes a login that no case
  /// needs.
  private func mayLook(_ cases: [Case]) async -> Bool {
    guard let tokens = session.tokens[nil] else { return false }
    guard tokens.isProvided || cases.contains(where: \.carriesCredential) else { return false }
    if case .proof = await tokens.token() { return true }
    return false
  }

  /// Why the suite ends, if the case's first answer shows that the credential is not taken.
  private func objection(
    to run: CaseRun,
    of testCase: Case,
    _ check: CredentialCheck
  ) async -> String? {
    guard case .exchanged(let exchanges) = run, let first = exchanges.first,
      let call = check.call(of: testCase),
      case .refused(let reason) = await check.look(at: first, of: call)
    else { return nil }
    return reason
  }

  /// Fails cases that are not run.
  private func end(_ indices: [Int], _ gate: ResultGate, _ reason: String) async {
    for index in indices {
      if let reason = interruption.reason {
        await gate.pass(index, .notRun(reason: reason))
      } else {
        await gate.pass(index, .failed(reason: reason))
      }
    }
  }

  private func runTogether(
    _ places: [Int],
    of cases: [Case],
    _ assignment: GivenAssignment,
    _ watch: CredentialWatch,
    _ gate: ResultGate
  ) async {
    let waiting = WaitingCases(places, of: cases)
    // As many tasks as there are jobs, each for many cases: to begin and end one for each case wakes
    // threads.
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(settings.jobs, places.count) {
        group.addTask(executorPreference: executor) {
          while let (index, testCase) = waiting.next() {
            await settle(index, await run(testCase, assignment, watch), watch, gate)
          }
        }
      }
    }
  }

  /// Of which trace the requests of a case are.
  func trace(of testCase: Case) -> OperandValues.Trace {
    guard settings.tellsTraces, !session.suite.declaresTraceParent(testCase) else { return .none }
    return .ofCase(TraceSpans(seed: settings.seed, of: testCase.id.description))
  }

  private func run(
    _ testCase: Case,
    _ assignment: GivenAssignment,
    _ watch: CredentialWatch
  ) async -> Settled {
    let testCase = testCase.made
    return await again(testCase, await runOnce(testCase, assignment, watch), assignment, watch)
  }

  /// What becomes of a case that was tried once and may be tried again.
  private func again(
    _ testCase: Case,
    _ first: Settled,
    _ assignment: GivenAssignment,
    _ watch: CredentialWatch
  ) async -> Settled {
    guard let retries = settings.retries else { return first }
    var last = first
    var number = 1
    // An answer of which it is not known whether the credential was refused is no try.
    while number <= retries.limit, last.doubt == nil, interruption.reason == nil,
      watch.reason == nil, await retries.isWrong(testCase, last.run)
    {
      if let hindrance = CaseRetries.hindrance(of: testCase, last.run, in: session.suite) {
        retries.note(hindrance: hindrance, of: testCase.id)
        break
      }
      number += 1
      let next = await runOnce(CaseRetries.again(testCase, number), assignment, watch)
      // What is known stays so where another try says nothing.
      switch next.run {
      case .skipped(let reason), .notRun(let reason):
        retries.note(hindrance: "It was not tried again: \(reason)", of: testCase.id)
        return last
      case .exchanged, .failed: break
      }
      retries.note(last.run, of: testCase.id)
      last = next
    }
    return last
  }

  private func runOnce(
    _ testCase: Case,
    _ assignment: GivenAssignment,
    _ watch: CredentialWatch
  ) async -> Settled {
    var doubt: CredentialWatch.Doubt?
    let run = await run(testCase, assignment, watch, &doubt)
    return Settled(run: run, doubt: doubt)
  }

  private func run(
    _ testCase: Case,
    _ assignment: GivenAssignment,
    _ watch: CredentialWatch,
    _ doubt: inout CredentialWatch.Doubt?
  ) async -> CaseRun {
    if let reason = interruption.reason { return .notRun(reason: reason) }
    if let reason = watch.reason { return .failed(reason: reason) }
    if let reason = assignment.failure(for: testCase) { return .failed(reason: reason) }
    var values: OperandValues
    let token = UniqueToken.token(seed: settings.seed, testCase.id)
    let trace = trace(of: testCase)
    switch await assignment.values(for: testCase, token: token) {
    case .missing(let reason): return .skipped(reason: reason)
    case .failed(let reason):
      return interruption.reason.map { .notRun(reason: $0) } ?? .failed(reason: reason)
    case .values(let known): values = known
    }
    values.trace = trace
    let run = await run(testCase, &values, assignment, watch, &doubt)
    if let outcome = outcome(of: testCase, run) {
      await assignment.note(outcome, of: testCase, values)
    }
    return run
  }

  /// What became of the requests by which a case uses live data up or changes something; `nil` where it
  /// does neither or sent nothing.
  private func outcome(of testCase: Case, _ run: CaseRun) -> GivenAssignment.Outcome? {
    guard testCase.access != .reads, case .exchanged(let exchanges) = run else { return nil }
    let using = zip(testCase.steps, exchanges).filter { step, _ in
      guard case .success = step.expectation.outcome else { return false }
      if testCase.consumes.isEmpty { return true }
      // To look at a value, or for one in a list, does not use it up.
      guard session.suite.contract(step.contract)?.effect != .readOnly else { return false }
      var request = step.request
      request.sought = [:]
      return request.givens.contains(where: testCase.consumes.contains)
    }
    let sent = using.map(\.1).filter(\.wasSent)
    // What was not sent used nothing up.
    guard !sent.isEmpty else { return testCase.consumes.isEmpty ? nil : .refused }
    let answers = sent.map(\.response)
    if answers.contains(where: { $0.map(reading.isSuccess) ?? false }) { return .taken }
    let isRefused = answers.allSatisfy { answer in
      answer.map { $0.status < 500 && !(300..<400).contains($0.status) } ?? false
    }
    return isRefused ? .refused : .unknown
  }

  /// Sends the requests of a case.
  private func run(
    _ testCase: Case,
    _ values: inout OperandValues,
    _ assignment: GivenAssignment,
    _ watch: CredentialWatch,
    _ doubt: inout CredentialWatch.Doubt?
  ) async -> CaseRun {
    guard testCase.workflow == nil, testCase.cleanUp.isEmpty else {
      let end = await runWorkflow(testCase, values, assignment, watch)
      doubt = end.doubt
      return end.run
    }
    var exchanges: [Exchange] = []
    for step in testCase.steps {
      values.exchanges = exchanges
      // Without what an earlier answer was to have there is nothing to send; the judge says so.
      guard values.hasOutputs(of: step.request) else { return .exchanged(exchanges) }
      let awaitsLimit = step.expectation.lists(429, in: session.suite.errors)
      let sent = await session.send(
        step.request,
        values,
        awaitsLimit: awaitsLimit,
        awaitsRefusal: step.expectation.lists(401, in: session.suite.errors),
        changesState: testCase.access != .reads
      )
      if let reason = interruption.reason { return .notRun(reason: reason) }
      switch sent {
      case .exchanged(let exchange):
        exchanges.append(exchange)
        guard let response = exchange.response else { return .exchanged(exchanges) }
        switch await watch.note(exchange, to: step, of: testCase) {
        case .clear: break
        case .doubtful(let found): doubt = doubt ?? found
        case .refused(let reason): return .failed(reason: reason)
        }
        if case .refusal = step.expectation.outcome, reading.isSuccess(response) {
          await assignment.note(taken: step.request, of: testCase, values)
        }
      case .skipped(let reason):
        if exchanges.isEmpty { await assignment.release(testCase) }
        return .skipped(reason: reason)
      case .failed(let reason, let cause):
        if exchanges.isEmpty { await assignment.release(testCase) }
        return .failed(reason: reason, cause: cause)
      }
    }
    return .exchanged(exchanges)
  }
}

extension Exchange {
  /// Whether its request was sent: some steps of workflows stand for what they were not.
  fileprivate var wasSent: Bool {
    guard case .failed(let failure, _) = outcome else { return true }
    return ![.notSent, .otherServer].contains(failure.kind)
  }
}
