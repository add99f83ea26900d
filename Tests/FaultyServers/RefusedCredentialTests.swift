import Accord
@testable import AccordMocking
import ShippedContracts
import Synchronization
import Testing

/// A server that does not take the credential says nothing of the contract.
@Suite(.serialized) struct RefusedCredentialTests {
  /// A mock behind a transport, with what it was asked.
  private final class Server: Sendable {
    private let mock: Mock
    private let requests = Mutex<[Exchange.Request]>([])

    init(_ suite: ContractSuite, distortion: Mock.Distortion? = nil) {
      mock = distortion.map { Mock([suite], distortion: $0) } ?? Mock([suite])
    }

    var asked: [Exchange.Request] { requests.withLock { $0 } }

    func givens(of suite: ContractSuite) async -> GivenValues {
      var values = GivenValues()
      for given in suite.givens {
        values.add(mock.values(of: given, in: suite), of: given, in: suite)
      }
      return values
    }

    func report(
      _ suite: ContractSuite,
      token: String,
      _ change: (inout ConformanceRun.Settings) -> Void = { _ in }
    ) async throws -> Report {
      var settings = ConformanceRun.Settings()
      if let variable = suite.credential?.variables.first {
        settings.environment = EnvironmentVariables([variable: token])
      }
      settings.givens = await givens(of: suite)
      change(&settings)
      let transport = InProcessTransport { [self] request in
        requests.withLock { $0.append(request) }
        return await mock.outcome(of: request)
      }
      let target = ConformanceRun.Target(
        suite,
        at: try ServerAddress("http://server.invalid"),
        over: transport
      )
      return try await ConformanceRun([target], settings: settings).report()
    }
  }

  @Test(arguments: ["interact", "platform"])
  func nothingConformsWithAWrongToken(id: String) async throws {
    let suite = try ContractSuite.served(id)
    let server = Server(suite)
    let report = try await server.report(suite, token: "no-such-token")
    #expect(report.summary.cases > 90)
    #expect(report.summary.failed == report.summary.cases, "\(report.account)")
    #expect(report.violations == [])
    #expect(report.exitStatus == 2)
    let variable = try #require(suite.credential?.variables.first)
    for result in report.results {
      guard case .failed(let reason) = result.judgement.verdict else { continue }
      #expect(reason.hasPrefix("The server does not take the credential: "), "\(reason)")
      #expect(reason.contains("; set \(variable) to a token that is valid there"), "\(reason)")
    }
    // One look is enough to know.
    #expect(server.asked.count == 1)
  }

  /// A wrong token that gets another answer than a missing one is told by a made-up one.
  @Test(arguments: ["interact", "platform"], [403, 404, 302])
  func nothingConformsWhateverAWrongTokenGets(id: String, status: Int) async throws {
    let suite = try ContractSuite.served(id)
    let header = try #require(suite.credential?.header)
    let server = Server(suite) { request, mock in
      var answer = mock(request)
      if request.value(of: header) != nil, answer.status == 401 {
        answer.become(status, "text/html", "<p>Sorry")
      }
      return answer
    }
    let report = try await server.report(suite, token: "no-such-token")
    #expect(report.summary.failed == report.summary.cases, "\(report.account)")
    #expect(report.exitStatus == 2)
    for result in report.results {
      guard case .failed(let reason) = result.judgement.verdict else { continue }
      #expect(reason.hasPrefix("The server does not take the credential: "), "\(reason)")
      #expect(reason.contains("was answered with \(status), and so is the same request"))
    }
    #expect(server.asked.count == 3)
  }

  /// A right token with which one endpoint is not found says nothing of the credential.
  @Test func whatIsMissingWithARightTokenIsAViolation() async throws {
    let suite = try ContractSuite.served("platform")
    let server = Server(suite) { request, mock in
      var answer = mock(request)
      if answer.isSuccess { answer.become(404, "text/plain", "404") }
      return answer
    }
    let report = try await server.report(suite, token: Mock.token) {
      $0.selection.contracts = ["contacts.connections"]
    }
    #expect(report.summary.failed == 0, "\(report.account)")
    #expect(report.summary.violating > 0)
    #expect(report.exitStatus == 1)
  }

  @Test func aRightTokenIsLookedAtAndTaken() async throws {
    let suite = try ContractSuite.served("platform")
    let server = Server(suite)
    let report = try await server.report(suite, token: Mock.token)
    #expect(report.summary.conforming == report.summary.cases, "\(report.account)")
    #expect(server.asked.first?.method == "GET")
  }

  @Test func aReadOnlyRunChangesNothing() async throws {
    let suite = try ContractSuite.served("platform")
    let server = Server(suite)
    let before = await server.givens(of: suite)
    let report = try await server.report(suite, token: Mock.token) {
      $0.selection.isReadOnly = true
    }
    #expect(report.summary.conforming == report.summary.cases, "\(report.account)")
    #expect(report.summary.cases > 90)
    #expect(await server.givens(of: suite) == before)
    #expect(server.asked.allSatisfy { $0.target.hasPrefix("/api/contacts/") })
    let planned = ConformanceRun([.init(suite, against: .inProcessMock)]).plans[0].cases.count
    #expect(
      report.settings.warnings == [
        """
        \(planned - report.summary.cases) of \(planned) cases are left out (--read-only): a contract \
        that they call does not declare that it changes nothing.
        """
      ]
    )
  }

  @Test func aSuiteThatMostlyChangesSendsItsReadsAlone() async throws {
    let suite = try ContractSuite.served("interact")
    let server = Server(suite)
    let report = try await server.report(suite, token: Mock.token) {
      $0.selection.isReadOnly = true
    }
    #expect(report.summary.conforming == report.summary.cases, "\(report.account)")
    #expect(report.summary.cases > 0)
    #expect(!server.asked.isEmpty)
    #expect(server.asked.allSatisfy { $0.method == "GET" })
  }
}
