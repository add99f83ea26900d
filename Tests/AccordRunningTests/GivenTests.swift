import AccordModel
import AccordSchema
import HTTPTypes
import Testing

@testable import AccordRunning

@Suite struct GivenTests {
  /// What a workflow makes while others look would be seen to come.
  @Test func whatCasesShareIsMadeBeforeTheyRun() async throws {
    let made = MadeValues()
    let given = Given.given("order", .integer, "An order.")
    let supply = GivenSupply(
      .made("make-an-order") {
        .object([JSONMember("order", .number(JSONNumber(await made.next())))])
      },
      of: given,
      in: "shop",
      environment: EnvironmentVariables([:]),
      connection: ConnectionSettings()
    )
    let assignment = GivenAssignment(pools: [(given, .supply(supply))])
    func testCase(_ id: String, consumes: [Given.ID]) -> Case {
      let request = RequestTemplate(.get, [.text("/orders/"), .value(.given("order"))])
      let expectation = Case.Expectation(.success(.status(.ok, .unspecified)))
      return Case(
        id: CaseID(id),
        suite: "shop",
        contract: "orders.get",
        title: "An order.",
        steps: [Case.Step("request", request, expecting: expectation, of: "orders.get")],
        clauses: [],
        consumes: consumes
      )
    }
    // What is used up is made when it is needed.
    await assignment.make(for: [testCase("shop/orders.get/used", consumes: ["order"])])
    #expect(await made.next() == 1)
    let shared = ["a", "b"].map { testCase("shop/orders.get/\($0)", consumes: []) }
    await assignment.make(for: shared)
    #expect(await made.next() == 3)
    for testCase in shared {
      guard case .values(let values) = await assignment.values(for: testCase, token: "") else {
        Issue.record("There is no value.")
        continue
      }
      #expect(values.givens.first?.fields.first?.value == 2)
    }
    #expect(await made.next() == 4)
  }

  @Test func readsTheCommandLineAndFiles() throws {
    var values = GivenValues()
    try values.add("shop.order=1,2", for: [Shop.suite])
    try values.add(
      json: Array(
        #"{"shop.order": [3], "shop.parcel": [{"id": 5, "code": "a"}]}"#.utf8
      ),
      for: [Shop.suite]
    )
    try values.add("shop.parcel=6/b", for: [Shop.suite])
    #expect(
      values.values(of: "order", in: "shop") == [["order": 1], ["order": 2], ["order": 3]]
    )
    #expect(
      values.values(of: "parcel", in: "shop") == [
        ["id": 5, "code": "a"], ["id": 6, "code": "b"],
      ]
    )
    #expect(values.values(of: "none", in: "shop") == nil)
  }

  @Test(arguments: [
    (
      "shop.order",
      #"expected NAME=VALUE[,VALUE…], such as shop.order=1,2,3, found "shop.order""#
    ),
    (
      "shop.ordre=1",
      #"no suite declares the given "shop.ordre"; declared are shop.order, shop.parcel"#
    ),
    (
      "shop.parcel=5",
      """
      a value of shop.parcel has the fields id/code, separated by slashes; found "5"
      """
    ),
  ])
  func refusesOthers(text: String, message: String) {
    #expect {
      var values = GivenValues()
      try values.add(text, for: [Shop.suite])
    } throws: { error in
      "\(error)" == message
    }
  }

  @Test func refusesValuesAgainstTheSchema() {
    #expect {
      var values = GivenValues()
      try values.add("shop.order=one", for: [Shop.suite])
    } throws: { error in
      "\(error)".hasPrefix("the field order of shop.order: expected ")
    }
  }

  @Test(arguments: ["", "[1]", #"{"shop.order": 1}"#, #"{"shop.order": "#])
  func refusesOtherFiles(text: String) {
    #expect(throws: GivenValues.Invalid.self) {
      var values = GivenValues()
      try values.add(json: Array(text.utf8), for: [Shop.suite])
    }
  }

  private let template = RequestTemplate(.get, [.value(.given("order"))])

  private func assigned(
    _ cases: [Case],
    _ pool: GivenAssignment.Pool
  ) async -> [String] {
    let assignment = GivenAssignment(pools: [(Shop.order, pool)])
    var assigned: [String] = []
    for testCase in cases {
      switch await assignment.values(for: testCase, token: "t") {
      case .missing(let reason), .failed(let reason): assigned.append(reason)
      case .values(let values):
        assigned.append(values.value(of: .given("order"))?.text() ?? "none")
      }
    }
    return assigned
  }

  @Test func usesNoValueTwice() async {
    let uses = Shop.testCase("uses", template, consumes: ["order"], access: .writes)
    let reads = Shop.testCase("reads", template)
    let pool = GivenAssignment.Pool.values([["order": 1], ["order": 2]])
    #expect(
      await assigned([reads, reads, uses, uses, uses], pool) == [
        "2", "2", "1", "2",
        """
        No unused value of shop.order is left: 2 were there and every one is used up by an \
        earlier case; give more with --given.
        """,
      ]
    )
    #expect(await assigned([reads], .none(reason: "why")) == ["why"])
    // A value that was given twice is one value.
    let twice = GivenAssignment.Pool.values([["order": 1], ["order": 1]])
    #expect(await assigned([uses, uses], twice).first == "1")
    #expect(await assigned([uses, uses], twice).last?.hasPrefix("No unused value") == true)
  }

  @Test func whatWasNotUsedUpGoesBack() async {
    let cases = (0..<6).map { number in
      Shop.testCase("uses-\(number)", template, consumes: ["order"], access: .writes)
    }
    let assignment = GivenAssignment(
      pools: [(Shop.order, .values([["order": 1], ["order": 2], ["order": 3]]))]
    )
    func next(_ number: Int) async -> (text: String, values: OperandValues?) {
      switch await assignment.values(for: cases[number], token: "t") {
      case .missing(let reason), .failed(let reason): (reason, nil)
      case .values(let values): (values.value(of: .given("order"))?.text() ?? "none", values)
      }
    }
    let first = await next(0)
    #expect(first.text == "1")
    // The case sent nothing: the next one gets what it had.
    await assignment.release(cases[0])
    let again = await next(1)
    let second = await next(2)
    let third = await next(3)
    #expect([again.text, second.text, third.text] == ["1", "2", "3"])
    // Refused: it goes back when nothing else is left, and what was taken does not.
    for (number, found) in [(1, again), (2, second), (3, third)] {
      guard let values = found.values else { continue }
      await assignment.note(number == 2 ? .taken : .refused, of: cases[number], values)
    }
    let back = await next(4)
    #expect(back.text == "1")
    // Of two that were refused the one that waits longest.
    if let values = back.values { await assignment.note(.refused, of: cases[4], values) }
    #expect(await next(5).text == "3")
    #expect(await next(0).text == "1")
    #expect(await next(1).text.hasPrefix("No unused value of shop.order is left: 3 were there"))
    let shortage = await assignment.shortages
    #expect(shortage.map(\.values) == [3])
    #expect(shortage.map(\.testCases) == [[cases[1].id]])
  }

  @Test func findsValuesOnTheServer() async throws {
    let server = RecordingServer { request, _ in
      request.target.hasPrefix("/base/parcels")
        ? .ok(
          #"""
          {"parcels": [{"number": 1, "code": "a", "open": false}, {"number": 2, "open": true},
          {"number": 3, "code": "c", "open": true}]}
          """#
        ) : .ok()
    }
    var givens = GivenValues()
    try givens.add("shop.order=9", for: [Shop.suite])
    let testCase = Shop.testCase(
      "parcel",
      RequestTemplate(.get, [.text("/p/"), .value(.given("parcel", field: "code"))])
    )
    let outcomes = try await runCases([testCase], on: server.transport, givens: givens)
    #expect(server.requests.map(\.target) == ["/base/parcels?order=9", "/base/p/c"])
    #expect(server.requests[0].fields.values(of: "authorization") == ["Bearer s3cret"])
    guard case .exchanged = await outcomes.run(at: 0) else {
      Issue.record("not run")
      return
    }
  }

  @Test(arguments: [
    (200, "[]", #"answered without a list at "/parcels""#),
    (200, "<", "did not answer with JSON"),
    (403, "", "answered 403"),
    (200, #"{"parcels": [{}]}"#, "found none among 1"),
  ])
  func saysWhyNothingWasFound(status: Int, body: String, reason: String) async throws {
    let server = RecordingServer { _, _ in
      .answered(Exchange.Response(status: status, body: Array(body.utf8)))
    }
    var givens = GivenValues()
    try givens.add("shop.order=9", for: [Shop.suite])
    let testCase = Shop.testCase("p", RequestTemplate(.get, [.value(.given("parcel"))]))
    let outcomes = try await runCases([testCase], on: server.transport, givens: givens)
    guard case .skipped(let found) = await outcomes.run(at: 0) else {
      Issue.record("not skipped")
      return
    }
    #expect(
      found == """
        No value of shop.parcel was given: A parcel with its code. Give one with --given \
        shop.parcel=ID/CODE. It was looked up by listParcels, which \(reason).
        """
    )
  }

  @Test func saysThatADiscoveryLacksItsOwnGiven() async throws {
    let server = RecordingServer { _, _ in .ok() }
    let testCase = Shop.testCase("p", RequestTemplate(.get, [.value(.given("parcel"))]))
    let outcomes = try await runCases([testCase], on: server.transport)
    guard case .skipped(let found) = await outcomes.run(at: 0) else {
      Issue.record("not skipped")
      return
    }
    #expect(found.hasSuffix("by listParcels, which needs a value of shop.order."))
    #expect(server.requests.isEmpty)
  }

  /// A schema that means nothing tells no right value from a wrong one: nothing is used up.
  @Test func schemaThatMeansNothingIsAFailure() async throws {
    let broken = Schema.string(pattern: "(")
    var suite = Shop.suite
    suite.givens[1].discovery?.suitable = broken
    let server = RecordingServer { _, _ in .ok(#"{"parcels": [{"number": 1, "code": "a"}]}"#) }
    var givens = GivenValues()
    try givens.add("shop.order=9", for: [suite])
    let testCase = Shop.testCase("p", RequestTemplate(.get, [.value(.given("parcel"))]))
    let outcomes = try await runCases([testCase], of: suite, on: server.transport, givens: givens)
    guard case .failed(let found, _) = await outcomes.run(at: 0) else {
      Issue.record("not failed")
      return
    }
    #expect(
      found.hasPrefix(
        """
        The schema of the discovery of the given shop.parcel cannot be compiled. In the schema at \
        /pattern: the pattern ( is not in the syntax of ECMA-262: 
        """
      )
    )
    #expect(server.requests.isEmpty)
    suite.givens[0].fields[0].schema = broken
    #expect {
      var values = GivenValues()
      try values.add("shop.order=1", for: [suite])
    } throws: { error in
      "\(error)".hasPrefix("the schema of the field order of shop.order cannot be compiled. ")
    }
  }
}
