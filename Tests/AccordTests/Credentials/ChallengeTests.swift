import Accord
import AccordModel
import AccordReporting
import Foundation
import Synchronization
import Testing

@Suite("Challenges of Bearer are answered")
struct ChallengeTests {
  private static let suite = Vault.suite(
    .bearerChallenge(user: "VAULT_USER", password: "VAULT_PASSWORD")
  )

  private static let environment = ["VAULT_USER": "keeper", "VAULT_PASSWORD": "w0rd-0f-k33per"]

  /// A server that asks for tokens of a realm at another address, as registries do: one to read, and
  /// one to write, each for itself.
  final class Registry: Sendable {
    private let realm: String
    /// Whether the tokens of the realm are never taken.
    private let takesNone: Bool
    private let log = Mutex<[Exchange.Request]>([])

    init(realm: String = "https://auth.example/token?v=2", takesNone: Bool = false) {
      self.realm = realm
      self.takesNone = takesNone
    }

    var requests: [Exchange.Request] { log.withLock { $0 } }

    func answer(_ request: Exchange.Request) -> Exchange.Response {
      log.withLock { $0.append(request) }
      guard VaultServer.path(of: request) != "/token" else { return issue(request) }
      let scope = request.method == "POST" ? "things:pull,push" : "things:pull"
      let token = VaultServer.bearer(of: request)
      guard token == "t0k3n-f0r-\(scope.count)", !takesNone else {
        var answer = VaultServer.problem(401, "Who are you?")
        let error = token == nil ? "" : ",error=\"invalid_token\""
        answer.fields.append(
          Field(
            "Www-Authenticate",
            #"Bearer realm="\#(realm)",service="vault.example",scope="\#(scope)"\#(error)"#
          )
        )
        return answer
      }
      return VaultServer { _ in true }.answer(request)
    }

    private func issue(_ request: Exchange.Request) -> Exchange.Response {
      let query = Dictionary(
        VaultServer.query(of: request),
        uniquingKeysWith: { first, _ in first }
      )
      guard request.method == "GET", query["service"] == "vault.example", let scope = query["scope"]
      else { return VaultServer.json(400, "{}") }
      guard VaultServer.account(of: request) == "keeper:w0rd-0f-k33per" else {
        return VaultServer.json(401, #"{"details":"incorrect username or password"}"#)
      }
      return VaultServer.json(
        200,
        #"{"token":"t0k3n-f0r-\#(scope.count)","expires_in":300,"issued_at":"2024-02-29T12:00:00Z"}"#
      )
    }
  }

  @Test func mockChallengesAndKeepsTheContracts() async throws {
    for suite in [Self.suite, Vault.suite(.bearerChallenge())] {
      let run = ConformanceRun([.init(suite, against: .inProcessMock)])
      #expect(run.problems.map { "\($0)" } == [])
      for result in try await run.report().suites.flatMap(\.results) {
        #expect(
          result.judgement.verdict == .conforms,
          "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations)"
        )
      }
    }
  }

  @Test func tokensAreGotOnceForEachScope() async throws {
    let registry = Registry()
    for result in try await report(registry).suites.flatMap(\.results) {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations)"
      )
    }
    let calls = registry.requests.filter { VaultServer.path(of: $0) == "/token" }
    #expect(
      Set(calls.map(\.target)) == [
        "/token?v=2&service=vault.example&scope=things%3Apull",
        "/token?v=2&service=vault.example&scope=things%3Apull%2Cpush",
      ]
    )
    #expect(calls.count == 2)
    #expect(calls.allSatisfy { $0.origin == "https://auth.example" })
    #expect(calls.allSatisfy { $0.fields.values(of: "Host") == ["auth.example"] })
  }

  /// What has to be refused for lack of a credential is refused: nobody answers the challenge.
  @Test func refusalsThatAreExpectedAreNotAnsweredAway() async throws {
    let registry = Registry()
    let report = try await report(registry)
    let refused = report.suites.flatMap(\.results).filter {
      $0.testCase.id.description.contains("credential-")
    }
    #expect(refused.count == 4)
    for result in refused {
      let exchange = try #require(result.exchanges.first)
      #expect(exchange.response?.status == 401)
    }
  }

  /// A reader's token is not issued for what only the keeper may do: that is the refusal.
  @Test func refusalOfTheRealmIsTheRefusalOfTheCase() async throws {
    var suite = Self.suite
    suite.roles = ["reader": .bearerChallenge(user: "READER", password: "WORD")]
    suite.contracts[1].examples.append(
      .example(
        "not-by-readers",
        as: "reader",
        body: ["name": "lamp"],
        expect: .refusal(.status(.unauthorized))
      )
    )
    let registry = Registry()
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables(
      Self.environment.merging(["READER": "me", "WORD": "other"]) { first, _ in first }
    )
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://vault.example"),
      over: InProcessTransport { .answered(registry.answer($0)) }
    )
    let report = try await ConformanceRun([target], settings: settings).report()
    for result in report.suites.flatMap(\.results) {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations)"
      )
    }
  }

  @Test func serverThatTakesNoTokenEndsTheSuite() async throws {
    let registry = Registry(takesNone: true)
    let results = try await report(registry).suites.flatMap(\.results)
    for result in results {
      guard case .failed(let reason) = result.judgement.verdict else {
        Issue.record("\(result.testCase.id): \(result.judgement.verdict)")
        continue
      }
      #expect(reason.hasPrefix("The server does not take the credential: "), "\(reason)")
    }
    // One challenge is answered once for each request, and not for ever.
    #expect(registry.requests.count < 40)
  }

  @Test func accountThatTheRealmRefusesIsSaid() async throws {
    let reasons = try await reasons(
      Registry(),
      ["VAULT_USER": "keeper", "VAULT_PASSWORD": "another"]
    )
    #expect(
      reasons == [
        #"The realm "https://auth.example/token?v=2" of the server's challenge answered 401; "#
          + "check VAULT_USER and VAULT_PASSWORD."
      ]
    )
  }

  @Test func passwordGoesToNoRealmThatIsNotEncrypted() async throws {
    let registry = Registry(realm: "http://elsewhere.example/token")
    let reasons = try await reasons(registry, Self.environment, at: "https://vault.example")
    #expect(
      reasons == [
        #"The server's challenge names the realm "http://elsewhere.example/token", to which the "#
          + "password would go unencrypted; the server itself is reached by https."
      ]
    )
    #expect(!registry.requests.contains { VaultServer.path(of: $0) == "/token" })
  }

  @Test func withoutItsAccountNothingIsAsked() async throws {
    let registry = Registry()
    let results = try await report(registry, [:]).suites.flatMap(\.results)
    let skipped = results.compactMap { result -> String? in
      guard case .skipped(let reason) = result.judgement.verdict else { return nil }
      return reason
    }
    #expect(Set(skipped) == ["No credential: set VAULT_USER and VAULT_PASSWORD."])
    #expect(!registry.requests.contains { VaultServer.path(of: $0) == "/token" })
  }

  @Test func noSecretIsWritten() async throws {
    let registry = Registry()
    let report = try await report(registry) { request in
      var answer = registry.answer(request)
      answer.fields += request.fields.map { Field("X-Echo", $0.value) }
      if answer.status == 200, VaultServer.path(of: request) == "/things" { answer.status = 500 }
      return answer
    }
    #expect(report.suites.flatMap(\.results).contains { !$0.judgement.violations.isEmpty })
    let basic = Data("keeper:w0rd-0f-k33per".utf8).base64EncodedString()
    for format in ReportFormats.all {
      let text = format.text(for: report)
      for secret in ["w0rd-0f-k33per", "t0k3n-f0r", basic] {
        #expect(!text.contains(secret), "\(format.name)")
      }
    }
  }

  private func reasons(
    _ registry: Registry,
    _ environment: [String: String],
    at address: String = "http://vault.example"
  ) async throws -> Set<String> {
    let report = try await report(registry, environment, at: address)
    return Set(
      report.suites.flatMap(\.results).compactMap { result in
        guard case .failed(let reason) = result.judgement.verdict else { return nil }
        return reason
      }
    )
  }

  private func report(
    _ registry: Registry,
    _ environment: [String: String] = environment,
    at address: String = "http://vault.example",
    _ answer: (@Sendable (Exchange.Request) -> Exchange.Response)? = nil
  ) async throws -> Report {
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables(environment)
    let answer = answer ?? { registry.answer($0) }
    let target = ConformanceRun.Target(
      Self.suite,
      at: try ServerAddress(address),
      over: InProcessTransport { .answered(answer($0)) }
    )
    return try await ConformanceRun([target], settings: settings).report()
  }
}
