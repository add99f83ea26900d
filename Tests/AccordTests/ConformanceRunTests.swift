import AccordReporting
import ShippedContracts
import Synchronization
import Testing

@testable import Accord

// Whole runs side by side would take the processors from the tests that are about time.
@Suite(.serialized) struct ConformanceRunTests {
  private func run(
    _ change: (inout ConformanceRun.Settings) -> Void = { _ in }
  ) async throws
    -> Report
  {
    var settings = ConformanceRun.Settings()
    change(&settings)
    let targets = ShippedContracts.suites.map {
      ConformanceRun.Target($0, against: .inProcessMock)
    }
    return try await ConformanceRun(targets, settings: settings).report()
  }

  @Test func theWholePlanConformsAndNoCaseIsVacuous() async throws {
    let reports = try await WholeRun.all
    let results = reports.flatMap(\.suites).flatMap(\.results)
    #expect(results.count >= 250)
    for report in reports {
      #expect(report.summary.conforming == report.summary.cases)
      #expect(report.summary.notChecked == 0)
      #expect(report.summary.warned == 0)
      #expect(report.exitStatus == 0)
    }
    for result in results {
      #expect(!result.judgement.rules.isEmpty, "\(result.testCase.id) was judged by no rule")
      #expect(result.exchanges.count == result.testCase.steps.count, "\(result.testCase.id)")
    }
  }

  @Test func resultsAreInTheOrderOfThePlanWhateverRanInParallel() async throws {
    let plan = ConformanceRun(
      ShippedContracts.suites.map { .init($0, against: .inProcessMock) }
    ).plans.flatMap(\.cases).map(\.id)
    let alone = try await run { $0.jobs = 1 }.suites.flatMap(\.results)
    // Eight at once, as usual.
    let together = try await WholeRun.all.flatMap(\.suites).flatMap(\.results)
    for results in [alone, together] { #expect(results.map(\.testCase.id) == plan) }
    #expect(alone.map(\.judgement) == together.map(\.judgement))
  }

  @Test func resultsAreToldInTheSameOrderWhateverRanInParallel() async throws {
    func told(_ jobs: Int) async throws -> [CaseID] {
      var settings = ConformanceRun.Settings(
        selection: Selection(contracts: ["company.preregister", "connections.status-update"])
      )
      settings.jobs = jobs
      let ids = Mutex<[CaseID]>([])
      let report = try await ConformanceRun(
        ShippedContracts.suites.map { .init($0, against: .inProcessMock) },
        settings: settings
      ).report { result in ids.withLock { $0.append(result.testCase.id) } }
      let all = ids.withLock { $0 }
      #expect(Set(all) == Set(report.suites.flatMap(\.results).map(\.testCase.id)))
      return all
    }
    let alone = try await told(1)
    #expect(try await told(16) == alone)
  }

  /// The file in which a run is recorded changes nothing of what is reported.
  @Test func aRecordedRunIsTheRecordOfItsReport() async throws {
    let settings = ConformanceRun.Settings(
      selection: Selection(contracts: ["company.preregister", "contacts.connections"])
    )
    let targets = ShippedContracts.suites.map {
      ConformanceRun.Target($0, against: .inProcessMock)
    }
    let run = ConformanceRun(targets, settings: settings)
    let told = Mutex<[CaseID]>([])
    let recorded = try await run.record(.init(keepsTimings: false)) { result, suite in
      told.withLock { $0.append(result.id) }
      #expect(result.id.description.hasPrefix("\(suite)/"))
    }
    let expected = RunRecord(try await run.report()).withoutTimings
    #expect(recorded.record == expected)
    #expect(JSONFormat().text(for: recorded.record) == JSONFormat().text(for: expected))
    #expect(told.withLock { Set($0) } == Set(expected.suites.flatMap(\.cases).map(\.id)))
    #expect(recorded.loss == nil)
  }

  @Test func exchangesNeedNotStayInMemory() async throws {
    let settings = ConformanceRun.Settings(
      selection: Selection(contracts: ["company.preregister"])
    )
    let targets = ShippedContracts.suites.map {
      ConformanceRun.Target($0, against: .inProcessMock)
    }
    let run = ConformanceRun(targets, settings: settings)
    let exchanges = Mutex(0)
    let report = try await run.report(keepingExchanges: false) { result in
      exchanges.withLock { $0 += result.exchanges.count }
    }
    let whole = try await run.report()
    let results = report.suites.flatMap(\.results)
    #expect(results.allSatisfy { $0.exchanges.isEmpty })
    #expect(exchanges.withLock { $0 } == whole.suites.flatMap(\.results).flatMap(\.exchanges).count)
    #expect(results.map(\.judgement) == whole.suites.flatMap(\.results).map(\.judgement))
    #expect(report.settings == whole.settings)
  }

  @Test func secretsAreInNoReport() async throws {
    let report = try await run { $0.selection = Selection(contracts: ["company.preregister"]) }
    let exchanges = report.suites.flatMap(\.results).flatMap(\.exchanges)
    let tokens = exchanges.flatMap { $0.request.fields.values(of: "x-nextinteract-authtoken") }
    #expect(tokens.contains("$INTERACT_TOKEN"))
    #expect(!tokens.contains { $0.contains("mock-token") })
  }

  @Test func theSameTokenIsNamedByEachSuiteAsItsOwn() async throws {
    let report = try await run {
      $0.selection = Selection(cases: ["*/version-absent", "*/verb/*"])
    }
    let variables = ["$INTERACT_TOKEN", "$PLATFORM_TOKEN"]
    for (suite, (own, other)) in zip(report.suites, zip(variables, variables.reversed())) {
      let values = suite.results.flatMap(\.exchanges).flatMap(\.request.fields).map(\.value)
      #expect(values.contains { $0.contains(own) })
      #expect(!values.contains { $0.contains(other) })
    }
  }

  @Test func aSelectionOfContractsIsWhatTheRunIsMeasuredBy() async throws {
    let whole = try await run { $0.selection = Selection(cases: ["*/verb/*"]) }
    #expect(whole.suites.map(\.contracts) == ShippedContracts.suites.map { $0.contracts.map(\.id) })
    let part = try await run {
      $0.selection = Selection(contracts: ["contacts.connections"], cases: ["*/verb/*"])
    }
    #expect(part.suites.map(\.contracts) == [[], ["contacts.connections"]])
  }

  @Test func aSelectionNarrowsThePlan() async throws {
    let report = try await run {
      $0.selection = Selection(contracts: ["platform/contacts.connections"], cases: ["*/verb/*"])
    }
    let ids = report.suites.flatMap(\.results).map(\.testCase.id.description)
    #expect(!ids.isEmpty)
    #expect(ids.allSatisfy { $0.hasPrefix("platform/contacts.connections/") })
    #expect(ids.allSatisfy { $0.contains("/verb/") })
  }

  @Test func anInterruptedRunKeepsWhatWasJudged() async throws {
    let interruption = Interruption()
    let report = try await ConformanceRun(
      [.init(ShippedContracts.suites[0], against: .inProcessMock)],
      settings: {
        var settings = ConformanceRun.Settings()
        settings.jobs = 1
        return settings
      }()
    ).report(interruption: interruption) { _ in interruption.interrupt("enough") }
    #expect(report.interruption == "enough")
    #expect(report.exitStatus == 2)
    #expect(report.summary.conforming >= 1)
    #expect(report.summary.notRun > 50)
    #expect(report.summary.cases == report.suites[0].results.count)
  }

  @Test func reportsOfTheEmbeddedMockShowNoPortOfTheirOwn() async throws {
    let selection = Selection(contracts: ["company.preregister"], cases: ["*/header-missing/*"])
    let report = try await ConformanceRun(
      ShippedContracts.suites.prefix(1).map { .init($0, against: .embeddedMock) },
      settings: .init(selection: selection)
    ).report()
    let requests = report.suites.flatMap(\.results).flatMap(\.exchanges).map(\.request)
    #expect(!requests.isEmpty)
    for request in requests {
      #expect(request.origin == "http://127.0.0.1:8080")
      #expect(request.fields.values(of: "Host") == ["127.0.0.1:8080"])
    }
  }

  @Test func theCredentialMovesToAnotherHeader() throws {
    let suite = try #require(ShippedContracts.suites.first { $0.id == "platform" })
    let moved = suite.placingCredential(in: "Cookie", as: "ss-id={token}")
    #expect(moved.credential?.header == "Cookie")
    #expect(moved.credential?.place == .header("Cookie", "ss-id={token}"))
    for contract in moved.contracts {
      #expect(contract.headers.filter(\.isCredential).map(\.name) == ["Cookie"])
    }
  }
}
