import Accord
import AccordReporting
import Testing

@testable import AccordGenerating

/// A server on a socket that is wrong in one way that no case of the plan reaches: what is generated reaches it,
/// and is shrunk to what a person would have written.
@Suite(.serialized) struct FerryTests {
  private static let seed: UInt64 = 1
  private static let count = 1_000

  /// What of a fault is left when nothing simpler shows it.
  static let smallest: [FerryServer.Fault: [String]] = [
    .suiteWithPets: [#"{"day":"2024-02-29","party":{"size":1},"cabin":"suite","pets":3}"#],
    .oneBelowTheMost: [#"{"day":"2024-02-29","party":{"size":59},"cabin":"none"}"#],
    .remarkInBytes: [
      #"{"day":"2024-02-29","party":{"size":1},"cabin":"none","remark":"aγγγγγγγγγγγγγγγγγγγγ"}"#
    ],
    .carWithoutPlate: [
      #"{"day":"2024-02-29","party":{"size":1},"cabin":"none","vehicle":{"kind":"car","length":1}}"#
    ],
    .newsletterToNobody: [
      #"{"day":"2024-02-29","party":{"size":1},"cabin":"none","contact":null,"newsletter":true}"#
    ],
    .thirdLevel: [
      #"{"day":"2024-02-29","party":{"size":1,"parties":[{"size":1,"parties":[{"size":1}]}]},"cabin":"none"}"#
    ],
    .tagsAsSet: [#"{"day":"2024-02-29","party":{"size":1},"cabin":"none","tags":["a","a"]}"#],
    .leapDay: [#"{"day":"2024-02-29","party":{"size":1},"cabin":"none"}"#],
    .onlyFirstWeighed: [
      #"{"day":"2024-02-29","party":{"size":1},"cabin":"none","luggage":[{"weight":1},{"weight":0}]}"#
    ],
    .foldedBicycles: [
      #"{"day":"2024-02-29","party":{"size":1},"cabin":"none","vehicle":{"kind":"bicycles","count":0,"folded":true}}"#
    ],
    .longNight: ["limit=50&night=true"],
    .portOfEight: [#"port="aaaaaaaa""#],
    .releasedTwice: ["hold, release, hold, release, board"],
    // It shows in the next view, and in what is called then.
    .refusedHoldReleases: [
      "hold, release, hold, hold", "hold, release, hold, hold, release",
      "hold, release, hold, hold, hold",
    ],
  ]

  private func run(_ server: FerryServer) throws -> (run: GeneratedRun, plan: Plan) {
    let targets = [ConformanceRun.Target(Ferry.suite, against: .server(try server.address))]
    var settings = ConformanceRun.Settings()
    settings.seed = Self.seed
    let plan = Ferry.suite.plan()
    return (
      GeneratedRun(targets, settings, [plan], .init(), Interruption()), plan
    )
  }

  @Test(arguments: FerryServer.Fault.allCases)
  func isFoundAndShrunk(_ fault: FerryServer.Fault) async throws {
    let server = try await FerryServer(fault)
    let (run, plan) = try run(server)
    let planned = try await run.record([plan.cases])
    #expect(planned.suites[0].cases.allSatisfy { $0.verdict == .conforms })
    #expect(planned.suites[0].cases.count == plan.cases.count)

    var session = GenerationSession(of: [Ferry.suite], seed: Self.seed) { contract, _ in
      contract.id == fault.contract
    }
    let record = try await run.record(session.cases(Self.count))
    let found = try await session.failures(in: record, by: run)
    #expect(found.failures.map(Self.text) == Self.smallest[fault])
    let failure = try #require(found.failures.first)
    #expect(found.failures.allSatisfy { $0.isSmallest })
    #expect(found.failures.allSatisfy { $0.attempts <= Shrinker.mostAttempts })

    // The word replays it, and it still fails.
    var other = GenerationSession(of: [Ferry.suite], seed: 99) { _, _ in true }
    let testCase = try other.testCase(of: try ReplayToken(parsing: failure.token.description))
    let again = try await run.record([[testCase]])
    #expect(again.suites[0].cases.map(\.verdict) == [.violates])
    await server.stop()
  }

  /// What a failure sends: its calls, its content, or its target.
  private static func text(of failure: GeneratedFailure) -> String {
    switch failure.token.call.kind {
    case .sequence(_, let calls): calls.joined(separator: ", ")
    case .request(let request):
      request.body?.text()
        ?? request.settings.map { "\($0.parameter)=\($0.value?.text() ?? "")" }
        .joined(separator: "&")
    }
  }

  /// A server that keeps its contract is not blamed, however it writes its answers.
  @Test(arguments: [nil] + FerryServer.Manner.allCases.map { Optional($0) })
  func aRightServerIsNotBlamed(_ manner: FerryServer.Manner?) async throws {
    let server = try await FerryServer(manner: manner)
    let (run, _) = try run(server)
    for seed in [Self.seed, 2] {
      var session = GenerationSession(of: [Ferry.suite], seed: seed) { _, _ in true }
      let record = try await run.record(session.cases(100))
      #expect(record.suites[0].cases.filter { $0.verdict != .conforms }.map(\.id) == [])
      let found = try await session.failures(in: record, by: run)
      #expect(found.failures.isEmpty)
    }
    await server.stop()
  }

  /// What failed before is sent first; what fails no more is said and goes.
  @Test func whatIsKeptIsTriedFirst() async throws {
    let server = try await FerryServer(.oneBelowTheMost)
    var session = GenerationSession(of: [Ferry.suite], seed: Self.seed) { _, _ in true }
    let entry = try FailureFile.Entry(
      #require(
        ReplayToken(
          GeneratedCall(
            suite: "ferry",
            contract: "quotes.make",
            kind: .request(
              GeneratedRequest(
                example: "cyclists",
                route: Ferry.quote.routes[0].name,
                body: ["day": "2026-07-02", "party": ["size": 59], "cabin": "none"]
              )
            )
          )
        )
      ),
      cause: "response status: expected 200, found 500",
      seed: 1
    )
    let kept = try await session.retry([entry], by: try run(server).run)
    #expect(kept.remaining == [entry])
    #expect(kept.remarks == [])
    #expect(kept.record?.suites[0].cases.map(\.verdict) == [.violates])
    await server.stop()

    let right = try await FerryServer()
    let gone = try await session.retry([entry], by: try run(right).run)
    #expect(gone.remaining == [])
    #expect(
      gone.remarks == [
        """
        ferry/quotes.make/generated/valid-\(entry.token.name) fails no more, and is not kept any longer. \
        It was: response status: expected 200, found 500.
        """
      ]
    )
    await right.stop()
  }

  /// Two runs with one seed send, find and shrink the same.
  @Test func theSameSeedFindsTheSame() async throws {
    var lines: [[String]] = []
    for _ in 0..<2 {
      let server = try await FerryServer(.portOfEight)
      let run = try self.run(server).run
      var session = GenerationSession(of: [Ferry.suite], seed: Self.seed) { _, _ in true }
      let record = try await run.record(session.cases(200))
      let found = try await session.failures(in: record, by: run)
      lines.append(found.failures.map { "\($0.token) \($0.attempts) \($0.source ?? "")" })
      await server.stop()
    }
    #expect(lines[0] == lines[1])
    #expect(lines[0].count == 1)
  }
}
