import Accord
import Synchronization
import Testing

@Suite("Transports of a team's own")
struct TransportExtensionTests {
  /// A server in the same process that leaves bytes behind.
  struct Untidy: Transport {
    var leftovers: [Leftover] {
      [Leftover(request: "GET /orders", status: 200, bytes: Array("rest".utf8))]
    }

    func exchange(_ request: Exchange.Request, isIdempotent: Bool) async -> Exchange {
      Exchange(
        request: request,
        outcome: .answered(OrderServer().answer(request)),
        timing: Exchange.Timing()
      )
    }

    func shutdown() async {}
  }

  private static func report(
    _ subject: Subject,
    _ transport: @escaping Extensions.TransportMaker
  ) async throws -> Report {
    var settings = ConformanceRun.Settings(selection: Selection(cases: ["*/example/all"]))
    settings.extensions = Extensions(transport: transport)
    return try await ConformanceRun([.init(Orders.suite, against: subject)], settings: settings)
      .report()
  }

  @Test func itReachesTheServer() async throws {
    let asked = Mutex<[String]>([])
    let server = Subject.server(try ServerAddress("http://orders.example"))
    let report = try await Self.report(server) { suite, address in
      asked.withLock { $0.append("\(suite.id) \(address)") }
      return Untidy()
    }
    #expect(asked.withLock(\.self) == ["orders http://orders.example"])
    #expect(report.summary.conforming == 1)
    #expect(report.settings.warnings.first?.contains("\"rest\"") == true)
  }

  @Test func mocksAreReachedInTheUsualWay() async throws {
    let report = try await Self.report(.inProcessMock) { _, _ in
      Issue.record("A mock needs no transport.")
      return nil
    }
    #expect(report.summary.conforming == 1)
  }

  @Test func whatItThrowsEndsTheRun() async throws {
    struct NoGateway: Error {}
    let server = Subject.server(try ServerAddress("http://orders.example"))
    await #expect(throws: NoGateway.self) {
      try await Self.report(server) { _, _ in throw NoGateway() }
    }
  }
}
