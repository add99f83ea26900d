import AccordModel

extension ExchangeRunner {
  /// What became of a case whose steps take values from each other, or that is cleaned up after.
  ///
  /// An interruption keeps the next step from being sent. Where there is something to clean up, what is
  /// on its way then may come to its end, and what was made is removed, each for a short time.
  func runWorkflow(
    _ testCase: Case,
    _ values: OperandValues,
    _ assignment: GivenAssignment,
    _ watch: CredentialWatch
  ) async -> (run: CaseRun, doubt: CredentialWatch.Doubt?) {
    guard !testCase.cleanUp.isEmpty else {
      let came = await steps(testCase, values, assignment, watch)
      return (came.run, came.doubt)
    }
    let came = await Self.finishing { await steps(testCase, values, assignment, watch) }
    await Self.finishing { await came.cleanUp.run(came.values, begun: came.begun) }
    if let reason = interruption.reason { return (.notRun(reason: reason), nil) }
    return (came.run, came.doubt)
  }

  /// The value of some work that goes on for a while after the task is cancelled.
  static func finishing<Value: Sendable>(
    _ work: @escaping @Sendable () async -> Value
  ) async -> Value {
    let task = Task { await work() }
    return await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      Task {
        try? await Task.sleep(for: CleanUp.grace)
        task.cancel()
      }
    }
  }

  /// A case that is about to begin.
  func workflowRun(_ testCase: Case, _ values: OperandValues) -> WorkflowRun {
    WorkflowRun(
      setting: WorkflowRun.Setting(
        session: session,
        reading: reading,
        interruption: interruption,
        sleep: settings.sleep,
        elsewhere: OtherServers(
          connection: settings.connection,
          environment: environment,
          shareTransport: settings.staysAtServer || settings.hasOwnTransport
        )
      ),
      testCase: testCase,
      values: values
    )
  }

  /// How far the steps of a case came.
  private struct Came: Sendable {
    var run: CaseRun
    var doubt: CredentialWatch.Doubt?
    var values: OperandValues
    var begun: Int
    var cleanUp: CleanUp
  }

  private func steps(
    _ testCase: Case,
    _ values: OperandValues,
    _ assignment: GivenAssignment,
    _ watch: CredentialWatch
  ) async -> Came {
    var run = workflowRun(testCase, values)
    var cleanUp = CleanUp(
      session: session,
      testCase: testCase,
      elsewhere: run.setting.elsewhere,
      tell: onCleanUp
    )
    var doubt: CredentialWatch.Doubt?
    var end: CaseRun?
    var begun = 0
    for (number, step) in testCase.steps.enumerated() {
      begun = number + 1
      await cleanUp.note(run.values, begun: begun)
      let own = testCase.workflow?.steps[number]
      switch await run.send(step, own) {
      case .interrupted(let reason):
        end = .notRun(reason: reason)
        begun = number
      case .skipped(let reason):
        end = .skipped(reason: reason)
        begun = number
      case .failed(let reason, let cause): end = .failed(reason: reason, cause: cause)
      case .exchanged(let exchange):
        run.values.exchanges.append(exchange)
        switch await note(exchange, to: step, of: testCase, run.values, assignment, watch) {
        case .goesOn: break
        case .doubtful(let found): doubt = doubt ?? found
        case .ends(let reason):
          end = reason.map { .failed(reason: $0) } ?? .exchanged(run.values.exchanges)
        }
      }
      if end != nil { break }
    }
    if run.values.exchanges.isEmpty { await assignment.release(testCase) }
    await cleanUp.note(run.values, begun: begun)
    if let reason = interruption.reason { (end, doubt) = (.notRun(reason: reason), nil) }
    return Came(
      run: end ?? .exchanged(run.values.exchanges),
      doubt: doubt,
      values: run.values,
      begun: begun,
      cleanUp: cleanUp
    )
  }

  /// What an exchange means for the steps after it.
  private enum Course {
    case goesOn
    case doubtful(CredentialWatch.Doubt)
    /// No further step is sent: the case fails for the reason, or is judged by what there is.
    case ends(String?)
  }

  private func note(
    _ exchange: Exchange,
    to step: Case.Step,
    of testCase: Case,
    _ values: OperandValues,
    _ assignment: GivenAssignment,
    _ watch: CredentialWatch
  ) async -> Course {
    guard let response = exchange.response else {
      // A step that was not sent says nothing of those that do not need it.
      if case .failed(let failure, _) = exchange.outcome, failure.kind == .notSent {
        return .goesOn
      }
      return .ends(nil)
    }
    if case .refusal = step.expectation.outcome, reading.isSuccess(response) {
      await assignment.note(taken: step.request, of: testCase, values)
    }
    // Another server says nothing of the credential, which it did not get.
    guard exchange.request.origin == session.builder.address.origin else { return .goesOn }
    switch await watch.note(exchange, to: step, of: testCase) {
    case .clear: return .goesOn
    case .doubtful(let found): return .doubtful(found)
    case .refused(let reason): return .ends(reason)
    }
  }
}
