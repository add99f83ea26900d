import AccordModel
import AccordReporting
import AccordRunning
import Testing

@testable import Accord

/// Answers held to the time that they are promised in, by a clock that the test sets.
@Suite struct TimedAnswerTests {
  /// A way to a server that says how long its answers took.
  private struct Timed: Transport {
    var timing: Exchange.Timing

    func exchange(_ request: Exchange.Request, isIdempotent: Bool) async -> Exchange {
      Exchange(request: request, outcome: .answered(Exchange.Response(status: 200)), timing: timing)
    }

    func shutdown() async {}
  }

  private static let contract = Contract(
    "orders.list",
    "Lists orders.",
    document: "shop.txt",
    effect: .readOnly,
    routes: [.get("/orders")],
    responses: [.status(.ok, .unspecified)],
    examples: [.example("all")]
  )

  private static func report(
    _ contract: Contract,
    took timing: Exchange.Timing,
    isStrict: Bool = false,
    basis: Basis? = nil
  ) async throws -> Report {
    let suite = ContractSuite("shop", name: "Shop", "Sells things.", contracts: [contract])
      .answers(within: .milliseconds(300), basis: basis)
    var settings = ConformanceRun.Settings(selection: Selection(cases: ["*/example/*"]))
    settings.isStrict = isStrict
    let address = try ServerAddress("http://shop.example")
    let target = ConformanceRun.Target(suite, at: address, over: Timed(timing: timing))
    return try await ConformanceRun([target], settings: settings).report()
  }

  private static func milliseconds(_ count: Int64) -> Int64 { count * 1_000_000 }

  @Test(arguments: [
    (Int64(300_000_000), Int64(0), false), (300_000_001, 0, true),
    (900_000_000, 600_000_000, false),
    (900_000_001, 600_000_000, true), (0, 0, false),
  ])
  func lateIsLate(_ total: Int64, _ connect: Int64, _ isLate: Bool) async throws {
    let report = try await Self.report(
      Self.contract,
      took: Exchange.Timing(connect: connect, total: total)
    )
    let result = try #require(report.suites.first?.results.first)
    #expect(result.judgement.verdict == .conforms)
    #expect(result.judgement.violations.map(\.rule) == (isLate ? ["answers-in-time"] : []))
    #expect(result.judgement.violations.allSatisfy { $0.level == .assumption && $0.place == .time })
    #expect(result.judgement.exercised.contains("response-time") == (total > 0))
    let record = RunRecord(report)
    #expect(try RunRecord(reading: Array(record.text(in: .json).utf8)) == record)
  }

  @Test func anAssumptionFailsAStrictRunAndWhatIsStatedEach() async throws {
    let late = Exchange.Timing(total: Self.milliseconds(400))
    #expect(try await Self.report(Self.contract, took: late).exitStatus == 0)
    #expect(try await Self.report(Self.contract, took: late, isStrict: true).exitStatus == 1)
    let stated = try await Self.report(Self.contract, took: late, basis: .stated)
    #expect(stated.exitStatus == 1)
    #expect(stated.text(in: .terminal).contains("An answer takes 300 ms at most."))
  }

  @Test func whatAContractSaysGoesBeforeItsSuite() async throws {
    let late = Exchange.Timing(total: Self.milliseconds(400))
    let patient = Self.contract.answers(within: .seconds(1), basis: .stated)
    #expect(try await Self.report(patient, took: late, basis: .stated).exitStatus == 0)
  }

  @Test func howFastTheMockIsSaysNothing() async throws {
    let contract = Self.contract.answers(within: .nanoseconds(1), basis: .stated)
    let suite = ContractSuite("shop", name: "Shop", "Sells things.", contracts: [contract])
    for subject in [Subject.embeddedMock, .inProcessMock] {
      let report = try await ConformanceRun([.init(suite, against: subject)]).report()
      #expect(report.exitStatus == 0)
      let results = report.suites.flatMap(\.results)
      #expect(!results.contains { $0.judgement.exercised.contains("response-time") })
    }
    #expect(suite.lint().isEmpty)
  }
}
