import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordRunning

/// No live value is handed to a case after another used it up.
@Suite struct LiveValueTests {
  private let use = RequestTemplate(.get, [.text("/use/"), .value(.given("order"))])

  private func wrong(_ name: String) -> Case {
    Shop.testCase(
      name,
      RequestTemplate(.get, [.text("/\(name)/"), .value(.given("order"))]),
      risks: ["order"],
      access: .writes,
      expecting: Shop.refusal
    )
  }

  private var uses: Case {
    Shop.testCase("uses", use, consumes: ["order"], access: .writes)
  }

  private func orders(_ list: String) throws -> GivenValues {
    var givens = GivenValues()
    try givens.add("shop.order=\(list)", for: [Shop.suite])
    return givens
  }

  @Test func aRefusalThatSucceededUsesItsValueUp() async throws {
    let server = RecordingServer { _, _ in .ok() }
    let outcomes = try await runCases(
      [wrong("a"), wrong("b"), wrong("c"), uses],
      on: server.transport,
      givens: try orders("1,2,3")
    )
    #expect(
      server.requests.map(\.target) == ["/base/a/3", "/base/b/2", "/base/c/1"]
    )
    #expect(
      await outcomes.words == [
        "200", "200", "200",
        """
        skipped: No unused value of shop.order is left: 3 were there and every one is used up by an \
        earlier case, one of them by shop/orders/a, which has to be refused and was not; give more \
        with --given.
        """,
      ]
    )
  }

  @Test func aRefusalUsesNothingUp() async throws {
    let server = RecordingServer { request, _ in
      request.target.contains("/use/") ? .ok() : .status(400)
    }
    let outcomes = try await runCases(
      [wrong("a"), wrong("b"), uses],
      on: server.transport,
      givens: try orders("1")
    )
    #expect(server.requests.map(\.target) == ["/base/a/1", "/base/b/1", "/base/use/1"])
    #expect(await outcomes.words == ["400", "400", "200"])
  }

  @Test func whatTheJudgeCallsNoSuccessUsesNothingUp() async throws {
    let server = RecordingServer { _, _ in .ok("an error") }
    let reading = AnswerReading(isSuccess: { $0.body.isEmpty })
    _ = try await runCases(
      [wrong("a"), wrong("b")],
      on: server.transport,
      givens: try orders("1"),
      reading: reading
    )
    #expect(server.requests.map(\.target) == ["/base/a/1", "/base/b/1"])
  }

  @Test func oneValueUnderTwoNamesIsOneValue() async throws {
    var suite = Shop.suite
    suite.givens = ["toCancel", "toRemove"].map { name in
      .given(name, fields: [.init("id", .integer), .init("role", .integer)], "A connection.")
    }
    var givens = GivenValues()
    try givens.add("shop.toCancel=1/5,2/5", for: [suite])
    try givens.add(
      json: Array(#"{"shop.toRemove": [{"role": 5, "id": 1}]}"#.utf8),
      for: [suite]
    )
    func uses(_ name: String) -> Case {
      let request = RequestTemplate(.get, [.text("/\(name)/"), .value(.given(name, field: "id"))])
      return Shop.testCase(name, request, consumes: [name], access: .writes)
    }
    let server = RecordingServer { _, _ in .ok() }
    let outcomes = try await runCases(
      [uses("toCancel"), uses("toRemove")],
      of: suite,
      on: server.transport,
      givens: givens
    )
    #expect(server.requests.map(\.target) == ["/base/toCancel/1"])
    let reason = "skipped: No unused value of shop.toRemove is left: 1 were there "
    #expect(await outcomes.words.last?.hasPrefix(reason) == true)
  }

  @Test func oneCaseGetsTwoValuesForTwoNames() async throws {
    var suite = Shop.suite
    suite.givens = ["toCancel", "toRemove"].map { name in
      .given(name, fields: [.init("id", .integer)], "A connection.")
    }
    var givens = GivenValues()
    try givens.add("shop.toCancel=1,2", for: [suite])
    try givens.add("shop.toRemove=1,2", for: [suite])
    let both = RequestTemplate(
      .get,
      [.text("/both/"), .value(.given("toCancel")), .text("/"), .value(.given("toRemove"))]
    )
    let testCase = Shop.testCase(
      "both",
      both,
      consumes: ["toCancel", "toRemove"],
      access: .writes
    )
    let server = RecordingServer { _, _ in .ok() }
    _ = try await runCases([testCase], of: suite, on: server.transport, givens: givens)
    #expect(server.requests.map(\.target) == ["/base/both/1/2"])
  }

  @Test func aCaseThatSentNothingUsedNothingUp() async throws {
    let server = RecordingServer { request, _ in
      request.target.contains("/late/")
        ? .status(429, fields: [Field("Retry-After", "999")]) : .ok()
    }
    let late = RequestTemplate(.get, [.text("/late/"), .value(.given("order"))])
    let outcomes = try await runCases(
      [Shop.testCase("late", late, consumes: ["order"], access: .writes), uses],
      on: server.transport,
      givens: try orders("1")
    )
    #expect(server.requests.map(\.target) == ["/base/late/1", "/base/use/1"])
    #expect(await outcomes.words.last == "200")
  }
}
