import Accord
import Testing

/// What the articles state is sound, and is kept by the mock that is made from it.
@Suite struct RecipeTests {
  static let suites: [ContractSuite] = [
    Tasks.suite, Invoices.suite, Readings.suite, Pages.suite, Files.suite, Contacts.suite,
    Devices.suite, Requests.suite, Answers.suite, Choosing.suite, Refusals.suite, LiveData.suite,
    Members.suite, Imports.suite, Tickets.suite,
    PetStore.suite, Orders.suite, Tags.suite, Additions.suite, Clock.suite,
  ]

  @Test(arguments: suites.map(\.id))
  func suiteIsKeptByItsMock(_ id: ContractSuite.ID) async throws {
    let suite = try #require(Self.suites.first { $0.id == id })
    #expect(suite.lint().map(\.description) == [])
    let notKept = try await suite.rehearse().map(\.description)
    #expect(notKept == [])
    #expect(!suite.plan().cases.isEmpty)
  }

  @Test(arguments: Callers.all.indices)
  func callersAreKnownByTheMock(_ index: Int) async throws {
    let suite = Callers.suite(Callers.all[index])
    #expect(suite.lint().map(\.description) == [])
    let notKept = try await suite.rehearse().map(\.description)
    #expect(notKept == [])
  }

  @Test func ownRuleIsAsked() async throws {
    #expect(Lamps.suite.lint(with: Lamps.extensions).map(\.description) == [])
    let problems = try await Lamps.suite.rehearse(with: Lamps.extensions).map(\.description)
    #expect(problems == [])
  }

  @Test func ownRuleFindsWhatIsWrong() async throws {
    var settings = ConformanceRun.Settings()
    settings.extensions = Lamps.extensions
    let body = #"{"isOn":true,"last_change":"today"}"#
    let answer = Exchange.Response(
      status: 200,
      fields: [Field("Content-Type", "application/json")],
      body: Array(body.utf8)
    )
    let target = ConformanceRun.Target(
      Lamps.suite,
      at: try ServerAddress("http://lamps.example"),
      over: InProcessTransport { _ in .answered(answer) }
    )
    let report = try await ConformanceRun([target], settings: settings).report()
    let violations = report.suites.flatMap(\.results).flatMap(\.judgement.violations)
    #expect(violations.map(\.rule) == ["members-are-camel-case"])
    #expect(violations.map(\.place.description) == ["response body /last_change"])
  }
}
