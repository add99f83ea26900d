import Accord
import AccordJudging
import AccordMocking
import AccordModel
import AccordRunning

/// Runs single cases against a server in process.
struct CaseRunner: Sendable {
  let plan: Plan
  let index: SuiteIndex
  let seed: UInt64

  /// Runs a case against a server that has forgotten everything.
  func run(_ testCase: Case, against server: MutantServer) async -> CaseRun {
    server.reset()
    guard let address = try? ServerAddress("http://mock.invalid") else {
      return .failed(reason: "The address of the mock cannot be read.")
    }
    var settings = ExchangeRunner.Settings(
      jobs: 1,
      seed: seed,
      clock: { Moment(secondsSinceEpoch: 0) }
    )
    settings.sleep = { _ in }
    settings.setUps = plan.setUps
    settings.hasOwnTransport = true
    settings.staysAtServer = true
    var environment = EnvironmentVariables([:])
    for (variable, value) in server.main.environment(of: plan.suite) {
      environment = environment.setting(variable, value)
    }
    var givens = GivenValues()
    for given in plan.suite.givens {
      givens.add(server.main.values(of: given, in: plan.suite), of: given, in: plan.suite)
    }
    let result = ResultBox()
    let runner = ExchangeRunner(
      suite: plan.suite,
      address: address,
      transport: InProcessTransport { await server.outcome(of: $0) },
      environment: environment,
      provided: givens,
      pace: Pace(rate: nil),
      settings: settings,
      reading: AnswerReading(index),
      interruption: Interruption(),
      onSecret: { _ in }
    )
    await runner.run([testCase]) { _, run in await result.set(run) }
    return await result.run ?? .failed(reason: "The case was not run.")
  }

  private actor ResultBox {
    var run: CaseRun?

    func set(_ run: CaseRun) { self.run = run }
  }
}
