import AccordModel
import AccordReporting
import AccordRunning
import AccordSchema
import Synchronization
import Testing

@testable import Accord

/// Cases that are wrong are tried again, where that changes nothing that a first try did not.
@Suite struct TryingAgainTests {
  /// A server that refuses some of its requests by their numbers, and keeps what it was asked.
  private final class Server: Transport {
    private let asked = Mutex<[Exchange.Request]>([])
    private let failing: @Sendable (Int) -> Bool

    init(failing: @escaping @Sendable (Int) -> Bool) { self.failing = failing }

    var requests: [String] {
      asked.withLock {
        $0.map { "\($0.method) \($0.target) \(String(decoding: $0.body, as: UTF8.self))" }
      }
    }

    func exchange(_ request: Exchange.Request, isIdempotent: Bool) async -> Exchange {
      let number = asked.withLock { asked in
        asked.append(request)
        return asked.count
      }
      let status = failing(number) ? 500 : 200
      return Exchange(request: request, outcome: .answered(Exchange.Response(status: status)))
    }

    func shutdown() async {}
  }

  private static func suite(_ contract: Contract, givens: [Given] = []) -> ContractSuite {
    ContractSuite("shop", name: "Shop", "Sells things.", givens: givens, contracts: [contract])
  }

  private static func contract(
    _ route: Contract.Route,
    effect: Effect,
    parameters: [Parameter] = [],
    body: Contract.RequestBody? = nil,
    _ example: Example
  ) -> Contract {
    Contract(
      "orders.call",
      "Does something.",
      document: "shop.txt",
      effect: effect,
      routes: [route],
      parameters: parameters,
      body: body,
      responses: [.status(.ok, .unspecified)],
      examples: [example]
    )
  }

  private static func run(
    _ suite: ContractSuite,
    _ server: Server,
    retries: Int,
    givens: GivenValues = GivenValues(),
    _ change: (inout ConformanceRun.Settings) -> Void = { _ in }
  ) async throws -> Report {
    var settings = ConformanceRun.Settings(selection: Selection(cases: ["*/example/*"]))
    settings.jobs = 1
    settings.retries = retries
    settings.givens = givens
    change(&settings)
    let target = ConformanceRun.Target(
      suite,
      at: try ServerAddress("http://shop.example"),
      over: server
    )
    return try await ConformanceRun([target], settings: settings).report()
  }

  private static let reading = contract(
    .get("/orders"),
    effect: .readOnly,
    .example("all")
  )

  @Test func whatPassesLaterIsFlakyWithAllItsTries() async throws {
    let server = Server { $0 < 3 }
    let report = try await Self.run(Self.suite(Self.reading), server, retries: 5)
    let result = try #require(report.suites.first?.results.first)
    #expect(result.judgement.verdict == .conforms)
    #expect(result.isFlaky)
    #expect(result.earlierTries.map(\.judgement.verdict) == [.violates, .violates])
    #expect(result.earlierTries.flatMap(\.exchanges).count == 2)
    #expect(server.requests.count == 3)
    #expect(report.summary.flaky == 1)
    #expect(report.summary.conforming == 1)
    #expect(report.exitStatus == 0)
    let strict = try await Self.run(Self.suite(Self.reading), Server { $0 < 3 }, retries: 5) {
      $0.isStrict = true
    }
    #expect(strict.exitStatus == 1)
    let record = RunRecord(report)
    #expect(record.headline == "The only case conforms, 1 flaky.")
    #expect(try RunRecord(reading: Array(record.text(in: .json).utf8)) == record)
    #expect(try RunRecord(reading: Array(record.text(in: .events).utf8)) == record)
  }

  @Test func withoutRetriesNothingIsTriedAgain() async throws {
    let server = Server { $0 == 1 }
    let report = try await Self.run(Self.suite(Self.reading), server, retries: 0)
    #expect(report.suites.first?.results.first?.judgement.verdict == .violates)
    #expect(server.requests.count == 1)
  }

  @Test func whatStaysWrongIsWrongAfterTheLastTry() async throws {
    let server = Server { _ in true }
    let report = try await Self.run(Self.suite(Self.reading), server, retries: 2)
    let result = try #require(report.suites.first?.results.first)
    #expect(result.judgement.verdict == .violates)
    #expect(result.earlierTries.count == 2)
    #expect(!result.isFlaky)
    #expect(report.exitStatus == 1)
  }

  private static let creating = contract(
    .post("/orders"),
    effect: .changesState,
    body: .body(.object([.required("name", .string)])),
    .example("a-lamp", body: ["name": "lamp"], changesState: true)
  )

  @Test func whatMakesSomethingEachTimeIsSentOnce() async throws {
    let server = Server { $0 == 1 }
    let report = try await Self.run(Self.suite(Self.creating), server, retries: 3)
    let result = try #require(report.suites.first?.results.first)
    #expect(server.requests.count == 1)
    #expect(result.earlierTries.isEmpty)
    #expect(
      result.retryHindrance == """
        It was not tried again: it may change what the server keeps each time it is sent, and uses no live data up \
        of which another try would have its own.
        """
    )
  }

  @Test func whatIsIdempotentMayBeSentAgain() async throws {
    let contract = Self.contract(
      .put("/orders/1"),
      effect: .changesState,
      .example("paid", changesState: true)
    )
    let server = Server { $0 == 1 }
    let report = try await Self.run(Self.suite(contract), server, retries: 3)
    #expect(report.suites.first?.results.first?.isFlaky == true)
    #expect(server.requests == ["PUT /orders/1 ", "PUT /orders/1 "])
  }

  private static let cancelling = contract(
    .post("/orders/{id}/cancel"),
    effect: .changesState,
    parameters: [.path("id", .integer, example: .given("order"))],
    .example("open", consumes: ["order"])
  )

  private static let order = Given.given("order", .integer, "An order.")

  private static func orders(_ ids: String, of suite: ContractSuite) throws -> GivenValues {
    var givens = GivenValues()
    try givens.add("shop.order=\(ids)", for: [suite])
    return givens
  }

  @Test func eachTryHasLiveDataOfItsOwn() async throws {
    let suite = Self.suite(Self.cancelling, givens: [Self.order])
    let server = Server { $0 == 1 }
    let report = try await Self.run(
      suite,
      server,
      retries: 3,
      givens: try Self.orders("7,8", of: suite)
    )
    #expect(report.suites.first?.results.first?.isFlaky == true)
    #expect(server.requests == ["POST /orders/7/cancel ", "POST /orders/8/cancel "])
  }

  @Test func withoutMoreLiveDataTheFirstTryStays() async throws {
    let suite = Self.suite(Self.cancelling, givens: [Self.order])
    let server = Server { $0 == 1 }
    let report = try await Self.run(
      suite,
      server,
      retries: 3,
      givens: try Self.orders("7", of: suite)
    )
    let result = try #require(report.suites.first?.results.first)
    #expect(result.judgement.verdict == .violates)
    #expect(server.requests.count == 1)
    #expect(
      result.retryHindrance?.hasPrefix(
        "It was not tried again: No unused value of shop.order is left"
      ) == true
    )
    #expect(report.settings.warnings == [])
  }

  @Test func whatIsPutUpWithIsNotTriedAgain() async throws {
    let server = Server { _ in true }
    let report = try await Self.run(Self.suite(Self.reading), server, retries: 3) {
      $0.isPutUpWith = { result, suite in
        suite.id == "shop" && result.judgement.verdict == .violates
      }
    }
    #expect(server.requests.count == 1)
    #expect(report.suites.first?.results.first?.judgement.verdict == .violates)
  }

  @Test func secretsStandInNoTry() async throws {
    let server = Server { $0 == 1 }
    let report = try await Self.run(Self.suite(Self.reading), server, retries: 1) {
      $0.extraFields = [Field("Authorization", "Bearer s3cret-of-the-shop")]
    }
    let result = try #require(report.suites.first?.results.first)
    let fields = (result.earlierTries + [result]).flatMap(\.exchanges).flatMap(\.request.fields)
    #expect(fields.values(of: "Authorization").count == 2)
    #expect(!fields.contains { $0.value.contains("s3cret") })
    #expect(!report.text(in: .json).contains("s3cret"))
  }
}
