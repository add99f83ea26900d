import Accord
import AccordJudging
@testable import AccordMocking
import AccordWire
import Synchronization

/// A suite's cases, run against a server that is the mock but for one thing.
struct Trial: Sendable {
  /// What a server on a socket does with an answer of the mock.
  typealias Script = @Sendable (WireServerRequest, MockAnswer) -> WireReply

  /// How the server differs from the mock.
  enum Difference: Sendable {
    /// It answers something else.
    case answers(Mock.Distortion)
    /// It does something else on the socket.
    case wire(Script)
    /// A fault occurs in every answer, on the socket.
    case fault(Fault)
    /// It is the mock.
    case none
  }

  var suite: ContractSuite
  var cases: [String] = []
  var difference: Difference
  var isStrict = false
  /// How much is tried.
  var depth = PlanDepth.standard
  /// The longest time for one exchange on a socket, in seconds; long, because many tests share the
  /// machine.
  var timeout: Double = 600
  /// Whether connections are kept for the next exchange.
  var keepsConnections = true

  /// Runs the cases and judges them.
  func report() async throws -> Report {
    var settings = ConformanceRun.Settings(selection: Selection(cases: cases))
    settings.isStrict = isStrict
    settings.planOptions = PlanOptions(depth: depth)
    settings.connection.timeout = timeout
    settings.connection.keepsConnections = keepsConnections
    switch difference {
    case .none:
      return try await inProcess(Mock([suite]), settings)
    case .answers(let distortion):
      return try await inProcess(Mock([suite], distortion: distortion), settings)
    case .fault(let fault):
      let mock = Mock([suite], faults: [fault])
      return try await onSocket(mock, settings) { request, answer in
        FaultPlayer(isHEAD: request.method == "HEAD", keepsAlive: request.keepsAlive)
          .reply(answer)
      }
    case .wire(let script):
      return try await onSocket(Mock([suite]), settings, script)
    }
  }

  private func inProcess(
    _ mock: Mock,
    _ settings: ConformanceRun.Settings
  ) async throws -> Report {
    let target = ConformanceRun.Target(suite, against: .inProcessMock)
    var run = ConformanceRun(
      [target],
      settings: settings,
      mock: mock,
      planned: [Self.plan(of: suite)]
    )
    // Nearly every case of nearly every server gets what the mock answers, which is judged once.
    run.memory = Self.memory(of: suite.id, isStrict: isStrict)
    return try await run.report()
  }

  private static let plans = Mutex<[ContractSuite.ID: Plan]>([:])

  /// The whole plan of a suite, made once: a suite is the same in all tests.
  private static func plan(of suite: ContractSuite) -> Plan {
    plans.withLock { plans in
      let plan = plans[suite.id] ?? suite.plan()
      plans[suite.id] = plan
      return plan
    }
  }

  private static let memories = Mutex<[String: JudgementMemory]>([:])

  private static func memory(of suite: ContractSuite.ID, isStrict: Bool) -> JudgementMemory {
    memories.withLock { memories in
      let key = "\(suite) \(isStrict)"
      let memory = memories[key] ?? JudgementMemory()
      memories[key] = memory
      return memory
    }
  }

  private func onSocket(
    _ mock: Mock,
    _ settings: ConformanceRun.Settings,
    _ script: @escaping Script
  ) async throws -> Report {
    let server = try await WireServer.start { request in
      script(request, await mock.answer(MockRequest(request)))
    }
    var settings = settings
    let known = mock.environment(of: suite).map { ($0.variable, $0.value) }
    settings.environment = EnvironmentVariables(Dictionary(uniqueKeysWithValues: known))
    for given in suite.givens {
      settings.givens.add(mock.values(of: given, in: suite), of: given, in: suite)
    }
    let address = try ServerAddress("http://127.0.0.1:\(server.port)")
    let run = ConformanceRun(
      [ConformanceRun.Target(suite, against: .server(address))],
      settings: settings,
      mock: nil,
      planned: [Self.plan(of: suite)]
    )
    let report = try await run.report()
    await server.shutdown(grace: .milliseconds(10))
    return report
  }
}

extension Report {
  /// All results, in the order of the plan.
  var results: [Result] { suites.flatMap(\.results) }

  /// All violations, in the order of the plan.
  var violations: [Violation] { results.flatMap(\.judgement.violations) }
}
