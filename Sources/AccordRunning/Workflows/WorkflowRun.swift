import AccordModel
import AccordSchema
import HTTPTypes

/// One case of steps that take values from each other, as far as it has come.
struct WorkflowRun: Sendable {
  /// What the steps have to do with, the same for all cases.
  struct Setting: Sendable {
    let session: Session
    let reading: AnswerReading
    let interruption: Interruption
    /// Waits, until its task is cancelled at most.
    let sleep: @Sendable (Duration) async -> Void
    /// How another server than the suite's is reached.
    let elsewhere: OtherServers
  }

  let setting: Setting
  let testCase: Case

  /// The values of what is open, the exchanges so far among them.
  var values: OperandValues

  /// How one step ended.
  enum StepEnd: Sendable {
    /// There was an exchange, or it is known why there was none.
    case exchanged(Exchange)
    case skipped(reason: String)
    case failed(reason: String, cause: ExchangeFailure? = nil)
    case interrupted(reason: String)
  }

  /// Sends a step, as often as it has to be.
  func send(_ step: Case.Step, _ own: Workflow.Step?) async -> StepEnd {
    if let lack = lack(of: step, own) {
      return .exchanged(unsent(step, ExchangeFailure(.notSent, lack)))
    }
    var tries = 0
    while true {
      if let reason = setting.interruption.reason { return .interrupted(reason: reason) }
      let end = await sendThrough(step, own?.walk)
      tries += 1
      guard case .exchanged(let exchange) = end, let until = own?.until, tries < until.limit,
        let response = exchange.response, response.status < 500,
        until.miss(in: response) != nil || isAwaited(exchange, response, of: step)
      else { return end }
      await wait(until.interval)
    }
  }

  /// The most pages that are read of one list.
  private static let mostPages = 1_000

  /// Sends a step, and what asks for the next page until a page has what the case asserts of; the last
  /// page that was read is the answer.
  private func sendThrough(_ step: Case.Step, _ walk: Workflow.Step.Walk?) async -> StepEnd {
    var end = await sendOnce(step)
    guard let walk else { return end }
    var page = GivenPage(step.request, values)
    while case .exchanged(let exchange) = end, let response = exchange.response,
      step.expectation.allows(response.status, in: setting.session.suite.errors),
      let items = response.value(at: walk.items)?.elements, !isListed(items, in: exchange),
      let following = page.following(walk.next, exchange, items: items)
    {
      if let reason = setting.interruption.reason { return .interrupted(reason: reason) }
      guard following.number < Self.mostPages else {
        return .failed(
          reason: """
            Expected a last page of \(step.name), found \(Self.mostPages) and more that follow.
            """
        )
      }
      page = following
      var next = step
      next.request = page.request
      end = await sendOnce(next)
    }
    return end
  }

  /// Whether items have one of which the case asserts something in this step.
  private func isListed(_ items: [JSON], in exchange: Exchange) -> Bool {
    // What is sought in the first list is known by its own request.
    let known = values.exchanges + [exchange]
    return testCase.assertions.contains { assertion in
      guard assertion.step == known.count - 1, let item = assertion.item,
        known.indices.contains(item.identity.step),
        let identity = item.identity.value(in: known[item.identity.step])
      else { return false }
      return !item.found(among: items, identity).isEmpty
    }
  }

  /// Whether an answer does not show yet what its case asserts of the state of a resource.
  private func isAwaited(
    _ exchange: Exchange,
    _ response: Exchange.Response,
    of step: Case.Step
  ) -> Bool {
    guard !testCase.assertions.isEmpty else { return false }
    let number = values.exchanges.count
    let known = values.exchanges + [exchange]
    guard step.expectation.allows(response.status, in: setting.session.suite.errors) else {
      // What the server does not have does not come.
      return setting.session.suite.absentNeighbour(in: testCase, known, at: number) == nil
    }
    return testCase.assertions.contains { assertion in
      assertion.step == number && assertion.mayCome
        && assertion.isSeen(in: response, of: known) == false
    }
  }

  /// Waits, unless the run ends first.
  private func wait(_ interval: Duration) async {
    let sleep = setting.sleep
    let task = Task { await sleep(interval) }
    let number = setting.interruption.onInterrupt { task.cancel() }
    defer { setting.interruption.forget(number) }
    await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
  }

  private func sendOnce(_ step: Case.Step) async -> StepEnd {
    let session = setting.session
    if let uri = values.foreignTarget(of: step.request) {
      guard let origin = uri.origin, testCase.allows(origin) else {
        let failure = ExchangeFailure(
          .otherServer,
          """
          The step leads to another server, \(uri.origin ?? "which is none"), which is not asked; \
          name it among the origins of the workflow if it may be.
          """
        )
        return .exchanged(unsent(step, failure))
      }
      return await setting.elsewhere.send(step.request, to: uri, origin, values, from: session)
    }
    let sent = await session.send(
      step.request,
      values,
      awaitsLimit: step.expectation.lists(429, in: session.suite.errors),
      awaitsRefusal: step.expectation.lists(401, in: session.suite.errors),
      changesState: testCase.access != .reads
    )
    switch sent {
    case .exchanged(let exchange): return .exchanged(exchange)
    case .skipped(let reason): return .skipped(reason: reason)
    case .failed(let reason, let cause): return .failed(reason: reason, cause: cause)
    }
  }

  /// What keeps a step from being sent, as a sentence; `nil` where nothing does.
  private func lack(of step: Case.Step, _ own: Workflow.Step?) -> String? {
    for output in step.request.outputs {
      guard wasAnsweredAsExpected(output.step) else {
        return "Not run: it needs the output \(output.words), which was not answered as expected."
      }
      guard values.value(of: .output(output)) == nil, values.bytes(of: output) == nil else {
        continue
      }
      return "Not run: it needs the output \(output.words), which its answer does not have."
    }
    for name in own?.dependsOn ?? [] {
      let number = testCase.steps.firstIndex { $0.name == name }
      guard let number, !wasAnsweredAsExpected(number) else { continue }
      return "Not run: it depends on \(name), which was not answered as expected."
    }
    return nil
  }

  /// Whether the answer to a step may be the expected one, by its status and its success criteria.
  func wasAnsweredAsExpected(_ number: Int) -> Bool {
    guard testCase.steps.indices.contains(number), values.exchanges.indices.contains(number),
      let response = values.exchanges[number].response
    else { return false }
    let expectation = testCase.steps[number].expectation
    guard expectation.allows(response.status, in: setting.session.suite.errors) else {
      return false
    }
    guard criteriaHold(of: number) else { return false }
    if case .refusal = expectation.outcome { return true }
    if expectation.mayBeRefused { return true }
    // Some servers answer an error with the status of success.
    return response.status >= 300 || setting.reading.isSuccess(response)
  }

  /// Whether no success criterion of a step is known not to hold.
  private func criteriaHold(of number: Int) -> Bool {
    guard let workflow = testCase.workflow, workflow.steps.indices.contains(number) else {
      return true
    }
    let exchanges = values.exchanges
    return workflow.steps[number].criteria.allSatisfy { criterion in
      do throws(SchemaError) {
        let earlier = Array(exchanges.prefix(number))
        return try criterion.miss(in: exchanges[number], of: workflow, after: earlier) == nil
      } catch {
        return true
      }
    }
  }

  /// What stands for an exchange that did not take place, so that the others keep their numbers.
  private func unsent(_ step: Case.Step, _ failure: ExchangeFailure) -> Exchange {
    let outline = step.request.outline.split(separator: " ", maxSplits: 1)
    return Exchange(
      request: Exchange.Request(
        origin: setting.session.builder.address.origin,
        method: step.request.method.rawValue,
        target: outline.last.map(String.init) ?? "/",
        fields: []
      ),
      outcome: .failed(failure, partial: nil)
    )
  }
}
