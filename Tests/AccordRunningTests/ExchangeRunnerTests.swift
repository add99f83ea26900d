import AccordModel
import HTTPTypes
import Testing

@testable import AccordRunning

@Suite struct ExchangeRunnerTests {
  private func get(_ path: String) -> RequestTemplate { RequestTemplate(.get, [.text(path)]) }

  @Test func runsWritersAfterReadersAndConsumersLast() async throws {
    let server = RecordingServer { _, _ in .ok() }
    var givens = GivenValues()
    try givens.add("shop.order=1,2", for: [Shop.suite])
    let order = RequestTemplate(.get, [.text("/use/"), .value(.given("order"))])
    _ = try await runCases(
      [
        Shop.testCase("uses", order, consumes: ["order"], access: .writes),
        Shop.testCase("writes", get("/write"), access: .writes),
        Shop.testCase("reads", get("/read")),
      ],
      on: server.transport,
      givens: givens
    )
    #expect(server.requests.map(\.target) == ["/base/read", "/base/write", "/base/use/1"])
  }

  @Test func runsReadersSideBySideWithinBounds() async throws {
    let gauge = Gauge()
    let transport = InProcessTransport { _ in
      await gauge.enter()
      try? await Task.sleep(for: .milliseconds(5))
      await gauge.leave()
      return .ok()
    }
    let cases = (0..<20).map { Shop.testCase("c\($0)", get("/\($0)")) }
    let outcomes = try await runCases(cases, on: transport, jobs: 3)
    #expect(await gauge.most <= 3)
    #expect(await gauge.most > 1)
    #expect(await outcomes.list.map(\.index).sorted() == Array(0..<20))
  }

  @Test(arguments: [(Case.Access.writesOwn, 2...3), (.writes, 1...1)])
  func runsSideBySideWhatChangesOnlyItsOwn(
    access: Case.Access,
    most: ClosedRange<Int>
  ) async throws {
    let gauge = Gauge()
    let transport = InProcessTransport { _ in
      await gauge.enter()
      try? await Task.sleep(for: .milliseconds(5))
      await gauge.leave()
      return .ok()
    }
    let cases = (0..<20).map { Shop.testCase("c\($0)", get("/\($0)"), access: access) }
    let outcomes = try await runCases(cases, on: transport, jobs: 3)
    #expect(await most.contains(gauge.most))
    #expect(await outcomes.list.map(\.index).sorted() == Array(0..<20))
  }

  @Test func runsNothingElseBesideWhatChangesOnlyItsOwn() async throws {
    let server = RecordingServer { _, _ in .ok() }
    _ = try await runCases(
      [
        Shop.testCase("writes", get("/write"), access: .writes),
        Shop.testCase("own", get("/own"), access: .writesOwn),
        Shop.testCase("reads", get("/read")),
      ],
      on: server.transport
    )
    #expect(server.requests.map(\.target) == ["/base/read", "/base/own", "/base/write"])
  }

  @Test func comesBackLaterWhenAServerAsks() async throws {
    let server = RecordingServer { _, count in
      count == 1
        ? .answered(Exchange.Response(status: 503, fields: [Field("Retry-After", "0")]))
        : .ok("done")
    }
    let outcomes = try await runCases([Shop.testCase("c", get("/"))], on: server.transport)
    guard case .exchanged(let exchanges) = await outcomes.run(at: 0) else {
      Issue.record("not run")
      return
    }
    #expect(exchanges.map { $0.response?.status } == [200])
    #expect(server.requests.count == 2)
  }

  @Test func marksWhatDidNotRun() async throws {
    let interruption = Interruption()
    let transport = InProcessTransport { request in
      if request.target == "/base/1" { interruption.interrupt("stop") }
      return .ok()
    }
    let cases = (0..<4).map { Shop.testCase("c\($0)", get("/\($0)"), access: .writes) }
    let outcomes = try await runCases(cases, on: transport, interruption: interruption)
    let runs = await outcomes.list.map { entry -> String in
      switch entry.run {
      case .exchanged: "ran"
      case .notRun(let reason): reason
      default: "other"
      }
    }
    #expect(runs == ["ran", "stop", "stop", "stop"])
  }

  @Test func takesAServerThatNeverAnswersToBeDown() async throws {
    let failure = ExchangeFailure(.responseTimeout, "No byte came in 30 s.")
    let server = RecordingServer { _, _ in .failed(failure, partial: nil) }
    let cases = (0..<20).map { Shop.testCase("c\($0)", get("/\($0)"), access: .writes) }
    let outcomes = try await runCases(cases, on: server.transport)
    #expect(server.requests.count == ServerHealth.patience)
    guard case .failed(let reason, let cause) = await outcomes.run(at: 19) else {
      Issue.record("not failed")
      return
    }
    #expect(cause == failure)
    #expect(
      reason == """
        Not sent: 6 exchanges in a row got no answer, so the server is taken to be down. \
        The last failed with response-timeout: No byte came in 30 s.
        """
    )
  }

  @Test func oneAnswerShowsThatAServerIsThere() async throws {
    let failure = ExchangeFailure(.responseTimeout, "late")
    let server = RecordingServer { _, count in
      count.isMultiple(of: ServerHealth.patience) ? .ok() : .failed(failure, partial: nil)
    }
    let cases = (0..<20).map { Shop.testCase("c\($0)", get("/\($0)"), access: .writes) }
    _ = try await runCases(cases, on: server.transport)
    #expect(server.requests.count == 20)
  }

  @Test func stopsACaseAtItsFirstFailure() async throws {
    let failure = ExchangeFailure(.reset, "reset")
    let server = RecordingServer { _, _ in .failed(failure, partial: nil) }
    var testCase = Shop.testCase("c", get("/a"))
    testCase.steps.append(testCase.steps[0])
    let outcomes = try await runCases([testCase], on: server.transport)
    guard case .exchanged(let exchanges) = await outcomes.run(at: 0) else {
      Issue.record("not run")
      return
    }
    #expect(exchanges.map(\.outcome) == [.failed(failure, partial: nil)])
  }

  @Test func uniqueTextsDifferByCaseAndSeed() {
    let ids = (0..<200).map { CaseID(["s", "c\($0)"]) }
    let tokens = ids.flatMap { id in (0..<5).map { UniqueToken.token(seed: $0, id) } }
    #expect(Set(tokens).count == tokens.count)
    #expect(tokens.allSatisfy { $0.count == 13 })
    #expect(UniqueToken.token(seed: 1, ids[0]) == UniqueToken.token(seed: 1, ids[0]))
  }
}

actor Gauge {
  private var inside = 0
  private(set) var most = 0

  func enter() {
    inside += 1
    most = max(most, inside)
  }

  func leave() { inside -= 1 }
}
