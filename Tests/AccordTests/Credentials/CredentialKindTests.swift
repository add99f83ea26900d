import Accord
import AccordModel
import AccordReporting
import Testing

@Suite("Callers prove who they are in every way that there is")
struct CredentialKindTests {
  @Test(arguments: VaultCaller.all)
  func contractsAreSound(_ caller: VaultCaller) throws {
    let run = ConformanceRun([.init(Vault.suite(caller.credential), against: .inProcessMock)])
    #expect(run.problems.map { "\($0)" } == [])
    let plan = try #require(run.plans.first)
    let names = plan.cases.map(\.id.description).filter { $0.contains("credential") }
    let probes = [
      "HTTP Basic": "unknown-user", "a signature of one's own": "wrong-key",
      "AWS Signature Version 4": "wrong-key",
    ]
    let probe = probes[caller.testDescription] ?? "unknown-token"
    let expected = ["vault/things.list", "vault/things.add"].flatMap { contract in
      ["\(contract)/credential-missing", "\(contract)/credential-invalid/\(probe)"]
        + caller.empty.map { "\(contract)/\($0)" }
    }
    #expect(names == expected)
  }

  @Test(arguments: VaultCaller.all)
  func mockKeepsTheContracts(_ caller: VaultCaller) async throws {
    let suite = Vault.suite(caller.credential)
    let report = try await ConformanceRun([.init(suite, against: .inProcessMock)]).report()
    for result in report.suites.flatMap(\.results) {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations)"
      )
    }
  }

  @Test(arguments: VaultCaller.all)
  func rightServerConforms(_ caller: VaultCaller) async throws {
    let report = try await report(of: caller, caller.server(nil))
    for result in report.suites.flatMap(\.results) {
      #expect(
        result.judgement.verdict == .conforms,
        "\(result.testCase.id): \(result.judgement.verdict) \(result.judgement.violations)"
      )
    }
  }

  @Test(arguments: VaultCaller.all)
  func serverThatLetsEverybodyInIsFound(_ caller: VaultCaller) async throws {
    let report = try await report(of: caller, caller.server(.letsEverybodyIn))
    let probes = ["credential-missing", "credential-invalid"] + caller.empty
    #expect(
      wrong(report)
        == ["things.list", "things.add"].flatMap { contract in
          probes.map { "\(contract)/\($0)" }
        }
    )
  }

  @Test(arguments: VaultCaller.all)
  func serverThatTakesAnythingIsFound(_ caller: VaultCaller) async throws {
    let report = try await report(of: caller, caller.server(.takesAnything))
    let probes = ["credential-invalid"] + caller.empty
    #expect(
      wrong(report)
        == ["things.list", "things.add"].flatMap { contract in
          probes.map { "\(contract)/\($0)" }
        }
    )
  }

  @Test(arguments: VaultCaller.all)
  func serverThatTurnsAllAwayEndsTheSuite(_ caller: VaultCaller) async throws {
    let report = try await report(of: caller, caller.server(.turnsAllAway))
    for result in report.suites.flatMap(\.results) {
      guard case .failed(let reason) = result.judgement.verdict else {
        Issue.record("\(result.testCase.id): \(result.judgement.verdict)")
        continue
      }
      #expect(reason.hasPrefix("The server does not take the credential: "))
      #expect(caller.environment.keys.contains { reason.contains($0) })
    }
  }

  @Test(arguments: VaultCaller.all)
  func withoutItsVariablesItsCasesAreSkipped(_ caller: VaultCaller) async throws {
    var caller = caller
    let names = caller.environment.keys.sorted()
    caller.environment = [:]
    let report = try await report(of: caller, caller.server(nil))
    for result in report.suites.flatMap(\.results) {
      // Without a key nothing can be signed, not even wrongly.
      let needsNone =
        result.testCase.id.description.contains("credential-")
        && !result.testCase.id.description.hasSuffix("wrong-key")
      guard !needsNone else {
        #expect(result.judgement.verdict == .conforms)
        continue
      }
      guard case .skipped(let reason) = result.judgement.verdict else {
        Issue.record("\(result.testCase.id): \(result.judgement.verdict)")
        continue
      }
      #expect(reason.hasPrefix("No credential: set "))
      #expect(names.allSatisfy(reason.contains), "\(reason)")
    }
  }

  @Test(arguments: VaultCaller.all)
  func secretsAreWrittenNowhere(_ caller: VaultCaller) async throws {
    // What is wrong is shown with its request, and with what the server repeats of it.
    let server = caller.server(.letsEverybodyIn)
    let suite = Vault.suite(caller.credential)
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables(caller.environment)
    settings.clock = { Moment(parsing: "2024-02-29T12:00:00Z") }
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://vault.example"),
      over: InProcessTransport { request in
        var response = server.answer(request)
        response.fields.append(Field("X-Target", request.target))
        for field in request.fields { response.fields.append(Field("X-Echo", field.value)) }
        if request.target.contains("/things") { response.status = 500 }
        return .answered(response)
      }
    )
    let report = try await ConformanceRun([target], settings: settings).report()
    let hidden = caller.environment.filter { !caller.open.contains($0.key) }.map(\.value)
    #expect(report.suites.flatMap(\.results).contains { !$0.judgement.violations.isEmpty })
    for format in ReportFormats.all {
      let text = format.text(for: report)
      for secret in hidden + caller.secrets {
        let spellings = [secret, PercentEncoding.encode(secret)]
        #expect(!spellings.contains { text.contains($0) }, "\(format.name)")
      }
    }
  }

  @Test(arguments: VaultCaller.all)
  func documentSaysHowCallersProveThemselves(_ caller: VaultCaller) throws {
    let suite = Vault.suite(caller.credential)
    let run = ConformanceRun([.init(suite, against: .inProcessMock)])
    let markdown = LivingDocument(of: try #require(run.plans.first)).markdown
    #expect(markdown.contains("## Authentication"))
    #expect(markdown.contains("A caller proves who it is."))
    #expect(caller.environment.keys.allSatisfy(markdown.contains))
  }

  private func wrong(_ report: Report) -> [String] {
    report.suites.flatMap(\.results).filter { !$0.judgement.violations.isEmpty }.map { result in
      result.testCase.id.description.split(separator: "/")[1...2].joined(separator: "/")
    }
  }

  private func report(of caller: VaultCaller, _ server: VaultServer) async throws -> Report {
    var settings = ConformanceRun.Settings()
    settings.environment = EnvironmentVariables(caller.environment)
    settings.clock = { Moment(parsing: "2024-02-29T12:00:00Z") }
    let target = ConformanceRun.Target(
      Vault.suite(caller.credential),
      at: try ServerAddress("http://vault.example"),
      over: InProcessTransport { .answered(server.answer($0)) }
    )
    return try await ConformanceRun([target], settings: settings).report()
  }
}
