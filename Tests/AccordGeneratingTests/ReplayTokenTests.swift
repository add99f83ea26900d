import AccordModel
import AccordSchema
import Testing

@testable import AccordGenerating

@Suite struct ReplayTokenTests {
  static let calls: [GeneratedCall] = [
    GeneratedCall(
      suite: "ferry",
      contract: "quotes.make",
      kind: .request(
        GeneratedRequest(
          example: "family",
          route: "route",
          version: 2,
          settings: [.init(parameter: "limit", value: 50), .init(parameter: "night", value: nil)],
          body: ["remark": "é\u{301}😀", "pets": .null],
          fault: .init(place: .body("/luggage/0/weight"), keyword: "minimum")
        )
      )
    ),
    GeneratedCall(
      suite: "ferry",
      contract: "crossings.search",
      kind: .request(
        GeneratedRequest(
          example: "some",
          route: "route",
          settings: [.init(parameter: "limit", value: "x")],
          fault: .init(place: .parameter("limit"), keyword: "type")
        )
      )
    ),
    GeneratedCall(
      suite: "ferry",
      contract: "bookings.make",
      kind: .sequence(of: "booking", calls: ["hold", "release"])
    ),
  ]

  @Test(arguments: calls) func isReadAsItWasWritten(_ call: GeneratedCall) throws {
    let token = try #require(ReplayToken(call))
    #expect(try ReplayToken(parsing: token.description) == token)
    #expect(try ReplayToken(parsing: token.description).call == call)
    #expect(token.description.utf8.allSatisfy { ($0 as UInt8) > 0x20 && $0 != UInt8(ascii: "'") })
  }

  @Test(arguments: calls) func isNotReadWhereAnyOfItIsCutOff(_ call: GeneratedCall) throws {
    let text = try #require(ReplayToken(call)).description
    for length in 0..<text.utf8.count {
      #expect(throws: ReplayProblem.self) { try ReplayToken(parsing: String(text.prefix(length))) }
    }
  }

  @Test func oneThatIsTooLongIsNotWritten() {
    let long = String(repeating: "a", count: 60_000)
    let call = GeneratedCall(
      suite: "ferry",
      contract: "quotes.make",
      kind: .request(GeneratedRequest(example: "family", route: "route", body: .string(long)))
    )
    #expect(ReplayToken(call) == nil)
  }

  @Test(arguments: [
    (
      "quotes",
      "expected a token that a run with --generate printed, which begins with \"accord1.\""
    ),
    (
      "accord2.abc.def",
      """
      expected a token of the version "accord1", found "accord2": replay it with the Accord that printed \
      it, or generate anew
      """
    ),
    ("accord1.abc", "the token is not whole: paste all of it, in quotes"),
    (
      String(repeating: "x", count: 65_537),
      "expected a token of 65536 characters at most, found 65537: paste it alone"
    ),
  ]) func saysWhyItCannotBeRead(_ text: String, _ words: String) {
    let problem = #expect(throws: ReplayProblem.self) { try ReplayToken(parsing: text) }
    #expect(problem?.description == words)
  }

  @Test(arguments: [
    (
      "other", "quotes.make", "family",
      """
      the token is of the suite "other"; there are ferry: name its contracts as the run did that printed \
      it
      """
    ),
    (
      "ferry", "quotes.gone", "family",
      "the suite ferry has no contract \"quotes.gone\" any more: generate anew"
    ),
    (
      "ferry", "quotes.make", "gone",
      """
      the contract quotes.make has no example "gone" on the route "route" any more: generate anew
      """
    ),
    (
      "ferry", "bookings.hold", "one",
      """
      a request to bookings.hold may change what was there before, and generated ones are sent only where \
      they make their own: generate anew
      """
    ),
  ]) func isRefusedWhereTheSuiteDoesNotKnowIt(
    _ suite: String,
    _ contract: String,
    _ example: String,
    _ words: String
  ) throws {
    let call = GeneratedCall(
      suite: suite,
      contract: contract,
      kind: .request(GeneratedRequest(example: example, route: Ferry.quote.routes[0].name))
    )
    let token = try #require(ReplayToken(call))
    var generation = Generation(of: Ferry.suite, seed: 0)
    let problem = #expect(throws: ReplayProblem.self) { _ = try generation.testCase(of: token) }
    #expect(problem?.description == words)
  }

  @Test func isRefusedWhereTheSchemaSaysSomethingElse() throws {
    let call = GeneratedCall(
      suite: "ferry",
      contract: "quotes.make",
      kind: .request(
        GeneratedRequest(
          example: "family",
          route: Ferry.quote.routes[0].name,
          body: ["day": "2026-07-01", "party": ["size": 1], "cabin": "attic"]
        )
      )
    )
    let token = try #require(ReplayToken(call))
    var generation = Generation(of: Ferry.suite, seed: 0)
    let problem = #expect(throws: ReplayProblem.self) { _ = try generation.testCase(of: token) }
    #expect(
      problem?.description
        == "the schemas of quotes.make do not say of the request that it is right any more: generate anew"
    )
  }
}
