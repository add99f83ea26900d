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

    /// Creates settings.
    public init(jobs: Int = 8, seed: UInt64 = 0, extraFields: [Field] = []) {
      self.jobs = max(1, jobs)
      self.seed = seed
      self.extraFields = extraFields
    }
  }

  private let settings: Settings
  private let session: Session
  private let provided: GivenValues
  private let interruption: Interruption

  /// Creates a runner; `onSecret` hears of every secret before it is first used.
  package init(
    suite: ContractSuite,
    address: ServerAddress,
    transport: any Transport,
    environment: Environment,
    provided: GivenValues,
    pace: Pace,
    settings: Settings,
    interruption: Interruption,
    onSecret: @escaping @Sendable (Secret) -> Void
  ) {
    let builder = RequestBuilder(
      address: address,
      credential: suite.credential,
      extraFields: settings.extraFields
    )
    self.settings = settings
    self.provided = provided
    self.interruption = interruption
    session = Session(
      suite: suite,
      builder: builder,
      transport: transport,
      tokens: suite.credential.map { credential in
        TokenSource(
          credential,
          environment: environment,
          builder: builder,
          transport: transport,
          onSecret: onSecret
        )
      },
      pace: pace
    )
  }

  /// Runs cases and tells what became of each as soon as it is known.
  ///
  /// Cases that change nothing run first, side by side; then those that may change something, one
  /// at a time, and last those that use live data up. The index is the case's place in `cases`.
  public func run(
    _ cases: [Case],
    onResult: @escaping @Sendable (Int, CaseRun) async -> Void
  ) async {
    let order = RunOrder(cases)
    let interruption = interruption
    let work = Task {
      let pools = await GivenDiscoverer(session: session).pools(for: cases, provided: provided)
      let ordered = order.all
      let assignment = GivenAssignment(pools: pools)
      let assigned = assignment.assign(ordered.map { cases[$0] }) { testCase in
        UniqueToken.token(seed: settings.seed, testCase.id)
      }
      let values = Dictionary(uniqueKeysWithValues: zip(ordered, assigned))
      @Sendable func one(_ index: Int) async {
        guard let assigned = values[index] else { return }
        if interruption.reason == nil, let reason = assignment.failure(for: cases[index]) {
          await onResult(index, .failed(reason: reason))
          return
        }
        await onResult(index, await run(cases[index], assigned))
      }
      await withTaskGroup(of: Void.self) { group in
        var waiting = order.parallel.makeIterator()
        for _ in 0..<settings.jobs {
          guard let index = waiting.next() else { break }
          group.addTask { await one(index) }
        }
        while await group.next() != nil {
          guard let index = waiting.next() else { continue }
          group.addTask { await one(index) }
        }
      }
      for index in order.serial { await one(index) }
    }
    interruption.onInterrupt { work.cancel() }
    await work.value
  }

  private func run(_ testCase: Case, _ assigned: GivenAssignment.Assigned) async -> CaseRun {
    if let reason = interruption.reason { return .notRun(reason: reason) }
    let values: OperandValues
    switch assigned {
    case .missing(let reason): return .skipped(reason: reason)
    case .values(let known): values = known
    }
    var exchanges: [Exchange] = []
    for step in testCase.steps {
      let sent = await session.send(
        step.request,
        values,
        changesState: testCase.access == .writes
      )
      if let reason = interruption.reason { return .notRun(reason: reason) }
      switch sent {
      case .exchanged(let exchange):
        exchanges.append(exchange)
        if exchange.response == nil { return .exchanged(exchanges) }
      case .skipped(let reason): return .skipped(reason: reason)
      case .failed(let reason): return .failed(reason: reason)
      }
    }
    return .exchanged(exchanges)
  }
}
