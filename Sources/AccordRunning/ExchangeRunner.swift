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

    /// Creates settings.
    public init(
      jobs: Int = 8,
      seed: UInt64 = 0,
      extraFields: [Field] = [],
      isReadOnly: Bool = false
    ) {
      self.jobs = max(1, jobs)
      self.seed = seed
      self.extraFields = extraFields
      self.isReadOnly = isReadOnly
    }
  }

  private let settings: Settings
  private let session: Session
  private let reading: AnswerReading
  private let provided: GivenValues
  private let interruption: Interruption

  /// Creates a runner; `reading` says what answers mean, and `onSecret` hears of every secret before
  /// it is first used.
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
    onSecret: @escaping @Sendable (Secret) -> Void
  ) {
    let builder = RequestBuilder(
      address: address,
      credential: suite.credential,
      extraFields: settings.extraFields
    )
    let paced = PacedTransport(transport, pace: pace)
    self.settings = settings
    self.reading = reading
    self.provided = provided
    self.interruption = interruption
    session = Session(
      suite: suite,
      builder: builder,
      tokens: suite.credential.map { credential in
        TokenSource(
          credential,
          environment: environment,
          builder: builder,
          transport: paced,
          isReadOnly: settings.isReadOnly,
          onSecret: onSecret
        )
      },
      transport: paced,
      proxy: (transport as? HTTPTransport)?.proxy?.sentence,
      isReadOnly: settings.isReadOnly,
      onSecret: onSecret
    )
  }

  /// Runs cases and tells what became of each as soon as it is known.
  ///
  /// Cases that change nothing run first, side by side; then those that may change something, one
  /// at a time, and last those that use live data up. The index is the case's place in `cases`.
  ///
  /// A suite whose server does not take the credential ends: every case fails for that reason.
  public func run(
    _ cases: [Case],
    onResult: @escaping @Sendable (Int, CaseRun) async -> Void
  ) async {
    guard !cases.isEmpty else { return }
    let work = Task { await runAll(cases, ResultGate(onResult)) }
    interruption.onInterrupt { work.cancel() }
    await work.value
  }

  private func runAll(_ cases: [Case], _ gate: ResultGate) async {
    let check = CredentialCheck(session: session, reading: reading)
    let order = RunOrder(cases)
    var waiting = order.all
    if cases.contains(where: \.carriesCredential),
      case .failed(let reason)? = await session.tokens?.token()
    {
      return await end(waiting, gate, reason)
    }
    let discoverer = GivenDiscoverer(session: session, check: check)
    var found = await discoverer.pools(for: cases, provided: provided)
    if found.look == .none, await mayLook(cases) {
      found.look = await discoverer.look(knowing: found.pools, provided: provided)
    }
    if case .refused(let reason) = found.look { return await end(waiting, gate, reason) }

    let assignment = GivenAssignment(pools: found.pools)
    let witness =
      found.look == .none ? check.witness(among: cases, waiting, assignment.canServe) : nil
    var parallel = order.parallel
    if let witness, parallel.contains(witness) {
      // One case alone first: it costs no request that is not sent anyway.
      let run = await run(cases[witness], assignment, check.watch)
      if let reason = await objection(to: run.run, of: cases[witness], check) {
        return await end(waiting, gate, reason)
      }
      await settle(witness, run, check.watch, gate)
      parallel.removeAll { $0 == witness }
    } else if witness != nil {
      await gate.close()
    }
    await runTogether(parallel.map { ($0, cases[$0]) }, assignment, check.watch, gate)
    waiting = order.serial
    while let index = waiting.first {
      let run = await run(cases[index], assignment, check.watch)
      if index == witness, let reason = await objection(to: run.run, of: cases[index], check) {
        await gate.open(failing: reason)
        return await end(waiting, gate, reason)
      }
      waiting.removeFirst()
      await settle(index, run, check.watch, gate)
      if index == witness { await gate.open() }
    }
    await check.watch.finish(mayLook: interruption.reason == nil)
    for (index, run) in await check.watch.released() { await gate.pass(index, run) }
    await gate.open()
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
    guard let tokens = session.tokens else { return false }
    guard tokens.isProvided || cases.contains(where: \.carriesCredential) else { return false }
    if case .secret = await tokens.token() { return true }
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
    _ cases: [(index: Int, testCase: Case)],
    _ assignment: GivenAssignment,
    _ watch: CredentialWatch,
    _ gate: ResultGate
  ) async {
    await withTaskGroup(of: Void.self) { group in
      var waiting = cases.makeIterator()
      @discardableResult func start() -> Bool {
        guard let (index, testCase) = waiting.next() else { return false }
        group.addTask { await settle(index, await run(testCase, assignment, watch), watch, gate) }
        return true
      }
      for _ in 0..<settings.jobs where !start() { break }
      while await group.next() != nil { start() }
    }
  }

  private func run(
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
    if let reason = await watch.reason { return .failed(reason: reason) }
    if let reason = assignment.failure(for: testCase) { return .failed(reason: reason) }
    var values: OperandValues
    let token = UniqueToken.token(seed: settings.seed, testCase.id)
    switch await assignment.values(for: testCase, token: token) {
    case .missing(let reason): return .skipped(reason: reason)
    case .values(let known): values = known
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
        changesState: testCase.access == .writes
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
      case .failed(let reason):
        if exchanges.isEmpty { await assignment.release(testCase) }
        return .failed(reason: reason)
      }
    }
    return .exchanged(exchanges)
  }
}
