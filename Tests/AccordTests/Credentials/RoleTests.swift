import Accord
import AccordModel
import Testing

@Suite("Callers have roles")
struct RoleTests {
  private static let suite = ContractSuite(
    "vault",
    name: "Vault",
    "Keeps things for those who may see them.",
    roles: ["keeper": .token("KEEPER"), "reader": .basic(user: "READER", password: "WORD")],
    errors: Vault.suite(.token("KEEPER")).errors,
    contracts: [list, add]
  )

  private static let list: Contract = {
    var list = Vault.list
    list.credential = .required(
      as: "reader",
      missing: .status(.unauthorized),
      invalid: .status(.unauthorized)
    )
    list.examples.append(.example("by-the-keeper", as: "keeper", query: ["limit": 1]))
    return list
  }()

  private static let add: Contract = {
    var add = Vault.add
    add.credential = .required(
      as: "keeper",
      missing: .status(.unauthorized),
      invalid: .status(.unauthorized)
    )
    add.examples.append(
      .example(
        "not-by-readers",
        as: "reader",
        body: ["name": "lamp"],
        expect: .refusal(.status(.forbidden))
      )
    )
    return add
  }()

  private static let environment = ["KEEPER": "k33per", "READER": "me", "WORD": "w0rd"]

  /// A server that knows both; `fault` lets readers add things.
  private func server(letsReadersAdd fault: Bool = false) -> VaultServer {
    VaultServer(
      issue: { request, _ in
        let isReader = VaultServer.account(of: request) == "me:w0rd"
        guard isReader, request.method == "POST", !fault else { return nil }
        return VaultServer.problem(403, "Readers read.")
      }
    ) { request in
      guard !request.fields.values(of: "Authorization").isEmpty else { return nil }
      return VaultServer.bearer(of: request) == "k33per"
        || VaultServer.account(of: request) == "me:w0rd"
    }
  }

  @Test func contractsAreSoundAndTheMockKeepsThem() async throws {
    let run = ConformanceRun([.init(Self.suite, against: .inProcessMock)])
    #expect(run.problems.map { "\($0)" } == [])
    for result in try await run.report().suites.flatMap(\.results) {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations)"
      )
    }
  }

  @Test func eachCaseIsCalledByItsRole() async throws {
    let server = server()
    for result in try await results(server) {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations)"
      )
    }
    let added = server.requests.filter { $0.method == "POST" }
    #expect(added.contains { VaultServer.account(of: $0) == "me:w0rd" })
    #expect(added.contains { VaultServer.bearer(of: $0) == "k33per" })
  }

  @Test func serverThatLetsReadersAddIsFound() async throws {
    let wrong = try await results(server(letsReadersAdd: true)).filter {
      !$0.judgement.violations.isEmpty
    }
    #expect(wrong.map(\.testCase.id.description) == ["vault/things.add/example/not-by-readers"])
  }

  /// One of them has a wrong password: no case is judged as if the server were wrong.
  @Test(arguments: ["KEEPER", "WORD"])
  func roleThatTheServerDoesNotTakeIsNoFaultOfTheServer(_ variable: String) async throws {
    var environment = Self.environment
    environment[variable] = "another"
    let results = try await results(server(), environment)
    #expect(!results.contains { !$0.judgement.violations.isEmpty })
    let reasons = results.compactMap { result -> String? in
      guard case .failed(let reason) = result.judgement.verdict else { return nil }
      return reason
    }
    #expect(reasons.count > 5)
    #expect(
      reasons.allSatisfy {
        $0.hasPrefix("The server does not take the credential: ") && $0.contains(variable)
      },
      "\(reasons)"
    )
  }

  @Test func casesOfARoleThatIsNotThereAreSkipped() async throws {
    var environment = Self.environment
    environment["WORD"] = nil
    let results = try await results(server(), environment)
    let skipped = results.filter {
      if case .skipped = $0.judgement.verdict { return true }
      return false
    }
    #expect(
      Set(skipped.map(\.judgement.verdict)) == [
        .skipped(reason: "No credential of the role reader: set READER and WORD.")
      ]
    )
    #expect(skipped.contains { $0.testCase.id.description.hasSuffix("not-by-readers") })
    #expect(results.filter { $0.judgement.verdict == .conforms }.count > 5)
    #expect(!results.contains { !$0.judgement.violations.isEmpty })
  }

  private func results(
    _ server: VaultServer,
    _ environment: [String: String] = environment
  ) async throws -> [Report.Result] {
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables(environment)
    let target = ConformanceRun.Target(
      Self.suite,
      at: try ServerAddress("http://vault.example"),
      over: InProcessTransport { .answered(server.answer($0)) }
    )
    return try await ConformanceRun([target], settings: settings).report().suites
      .flatMap(\.results)
  }
}
