import Accord
import AccordModel
import Testing

@Suite("Methods, media types, redirections and what ties answers to requests are stated")
struct DeskTests {
  private let run = VocabularyRun(suite: Desk.suite)

  @Test func contractsAreSound() throws {
    let problems = try run.problems()
    #expect(problems == [])
  }

  @Test func mockKeepsTheContracts() async throws {
    let found = try await run.againstMock()
    #expect(found == [])
  }

  @Test func rightServerConforms() async throws {
    let server = DeskServer()
    let found = try await run.against { server.answer($0) }
    #expect(found == [])
  }

  @Test(arguments: DeskServer.Variation.allCases)
  func harmlessVariationConforms(_ variation: DeskServer.Variation) async throws {
    let server = DeskServer(variation: variation)
    let found = try await run.against { server.answer($0) }
    #expect(found == [])
  }

  private static let methods = ["put", "patch", "delete"].map { "tickets.list/other-method/\($0)" }
  private static let itemMethods = ["post", "put", "patch", "delete"].map {
    "tickets.get/other-method/\($0)"
  }

  @Test(arguments: [
    (DeskServer.Fault.notFoundForMethods, "status-is-declared", methods + itemMethods),
    (.noAllow, "response-headers", methods + itemMethods),
    (.allowLacksPost, "allow-lists-methods", methods),
    (.allowsRefused, "allow-lists-methods", methods + itemMethods),
    (.acceptsAnything, "wrong-request-is-refused", ["tickets.list/format-unacceptable"]),
    (.readsAnything, "wrong-request-is-refused", ["tickets.add/body-unsupported"]),
    (.optionsLacksPost, "allow-lists-methods", ["tickets.options/example/options"]),
    (
      .tooMany, "answer-follows-request",
      ["tickets.list/example/one", "tickets.list/right-value/limit/minimum"]
    ),
    (
      .ignoresStatus, "answer-follows-request",
      [
        "tickets.list/example/done", "tickets.list/right-value/status/listed-1",
        "tickets.list/right-value/status/listed-2", "tickets.list/place/query",
      ]
    ),
    (.otherTicket, "answer-follows-request", ["tickets.get/example/three"]),
    (.otherTitle, "answer-follows-request", ["tickets.add/example/lamp"]),
    (.answersItself, "status-is-declared", ["tickets.latest/example/latest"]),
    (.noLocation, "response-headers", ["tickets.latest/example/latest"]),
    (.brokenLocation, "response-headers", ["tickets.latest/example/latest"]),
  ])
  func wrongServerIsFound(
    _ fault: DeskServer.Fault,
    _ rule: String,
    _ cases: [String]
  ) async throws {
    let server = DeskServer(fault: fault)
    let found = try await run.against { server.answer($0) }
    #expect(Set(found.map(\.rule)) == [rule], "\(found)")
    #expect(found.map(\.testCase) == cases, "\(found)")
  }

  @Test("A method that nobody serves is not tried in a run that only reads")
  func readOnly() throws {
    let plan = Selection(isReadOnly: true).selecting(from: try run.plan())
    let methods = Set(plan.cases.flatMap(\.steps).map(\.request.method.rawValue))
    #expect(methods == ["GET", "OPTIONS"])
  }

  @Test func documentSaysIt() throws {
    let document = try run.document()
    for sentence in [
      "A method that is not served at /tickets is refused.",
      "405, with the header `Allow`", "A request that accepts none of the formats is refused.",
      "A body in a format that is not read is refused.",
      "The list at /tickets has no more items than limit says.",
      "The value at /id is that of the parameter id.",
      "The value at /title is the one sent at /title.",
      "The list at /tickets has only items whose /status is that of the parameter status.",
    ] {
      #expect(document.contains(sentence), "\(sentence)")
    }
  }
}
