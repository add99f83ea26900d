import AccordModel
import AccordSchema

extension ExchangeRunner {
  /// What makes values of a given; `nil` where no workflow does.
  func supply(of given: Given, by made: MadeValues) -> GivenSupply? {
    guard let setUp = settings.setUps.first(where: { $0.given == given.id }) else { return nil }
    let workflow = setUp.testCase.workflow?.id ?? ""
    return GivenSupply(
      .made(workflow) { () async throws(GivenSupply.Failure) in
        try await value(of: given, by: setUp, made)
      },
      of: given,
      in: session.suite.id,
      environment: environment,
      connection: settings.connection
    )
  }

  /// Runs the steps that make a value.
  private func value(
    of given: Given,
    by setUp: Plan.SetUp,
    _ made: MadeValues
  ) async throws(GivenSupply.Failure) -> JSON {
    var testCase = setUp.testCase
    testCase.id = CaseID("\(testCase.id)/\(given.id)-\(await made.next())")
    func failure(_ what: String) -> GivenSupply.Failure {
      let workflow = testCase.workflow?.id ?? ""
      return GivenSupply.Failure(
        reason: """
          A value of \(session.suite.id).\(given.id) is made by the workflow \(workflow), which \
          \(what)
          """
      )
    }
    guard testCase.givens.isEmpty else { throw failure("needs live data itself.") }
    var values = OperandValues(token: UniqueToken.token(seed: settings.seed, testCase.id))
    values.trace = trace(of: testCase)
    let known = values
    let whole = testCase
    let came = await Self.finishing { await comingThrough(whole, known) }
    await made.note(came.cleanUp, came.values, begun: came.begun)
    if let reason = came.reason { throw failure(reason) }
    var members: [JSONMember] = []
    for (field, output) in zip(given.fields, setUp.outputs) {
      guard came.values.exchanges.indices.contains(output.step),
        let value = output.value(in: came.values.exchanges[output.step])
      else { throw failure("gave no \(output.words).") }
      guard (try? SchemaValidator(field.schema))?.admits(value) ?? false else {
        throw failure("gave \(value.text()), which is no value of it.")
      }
      members.append(JSONMember(field.name, value))
    }
    return .object(members)
  }

  /// How far the steps came, and why not further.
  private struct Made: Sendable {
    var values: OperandValues
    var begun: Int
    var cleanUp: CleanUp
    var reason: String?
  }

  private func comingThrough(_ testCase: Case, _ values: OperandValues) async -> Made {
    var run = workflowRun(testCase, values)
    var cleanUp = CleanUp(
      session: session,
      testCase: testCase,
      elsewhere: run.setting.elsewhere,
      tell: onCleanUp
    )
    var reason: String?
    var begun = 0
    for (number, step) in testCase.steps.enumerated() {
      begun = number + 1
      await cleanUp.note(run.values, begun: begun)
      switch await run.send(step, testCase.workflow?.steps[number]) {
      case .interrupted(let why), .skipped(let why):
        reason = "was not run to its end. \(why)"
        begun = number
      case .failed(let why, _): reason = "was not run to its end. \(why)"
      case .exchanged(let exchange):
        run.values.exchanges.append(exchange)
        switch exchange.outcome {
        case .failed(let failure, _):
          reason = "failed in the step \(step.name): \(failure.message)"
        case .answered(let response):
          guard !run.wasAnsweredAsExpected(number) else { break }
          reason = "was answered \(response.status) in the step \(step.name)."
        }
      }
      if reason != nil { break }
    }
    await cleanUp.note(run.values, begun: begun)
    return Made(values: run.values, begun: begun, cleanUp: cleanUp, reason: reason)
  }
}
