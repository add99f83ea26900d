@testable import AccordJudging
import AccordModel
import AccordSchema
import Testing

/// What a request says is read from what it was made from, whatever its bytes are.
@Suite struct SentValueTests {
  private static let order: Schema = .object([
    .required("id", .integer), .optional("note", .string).absentFromXML,
    .optional("dc:title", .string),
  ]).titled("Order")

  private static let contract: Contract = {
    var contract = BookShop.get
    contract.body = .body(order, in: ["json", "xml"])
    contract.parameters.append(
      .parameter("dc:title", .string, in: [.query, .body], required: false)
    )
    return contract
  }()

  private func example(
    _ body: RequestTemplate.Body? = nil,
    payload: JSON? = nil,
    _ edit: (inout Case.Step, inout Exchange.Request) -> Void = { _, _ in }
  ) -> RuleExample {
    var example = RuleExample.answer("sent", .json(#"{"id":7,"title":"Emma"}"#))
    example.suite.contracts[0] = Self.contract
    example.testCase.steps[0].request.body = body
    // No rule and no promise looks at the bytes.
    if body != nil { example.exchanges[0].request.body = [0] }
    example.exchanges[0].request.payload = payload
    edit(&example.testCase.steps[0], &example.exchanges[0].request)
    return example
  }

  private func members(_ example: RuleExample) -> [String] {
    Judge().judge(example).exercised.filter { $0.hasPrefix("body/member/") }
  }

  @Test(arguments: [
    (Format.Syntax.json, ["id", "note", "dc:title"]), (.xml, ["id", "dc:title"]),
    (.csv, ["id", "note", "dc:title"]), (.jsv, ["id", "note", "dc:title"]),
  ])
  func theMembersOfTheContentAreSeenInEverySyntax(_ syntax: Format.Syntax, _ names: [String]) {
    let value: JSON = ["id": 7, "note": "x", "dc:title": "y"]
    let example = example(.value(value, [], syntax, Self.order), payload: value)
    #expect(members(example) == names.map { "body/member/\($0)" })
    #expect(Judge().judge(example).exercised.contains("parameter/dc:title"))
  }

  @Test func ofBytesNothingIsKnown() {
    let bytes = Array(#"{"id":7}"#.utf8)
    let example = example(.bytes(bytes)) { _, request in request.body = bytes }
    #expect(members(example) == [])
    #expect(Judge().judge(example).exercised.contains("body"))
  }

  @Test func aStepWithoutItsCallShowsNothingOfTheRoute() {
    let judgement = Judge().judge(example { step, _ in step.call = nil })
    #expect(judgement.verdict == .conforms)
    #expect(!judgement.exercised.contains { $0.hasPrefix("route/") })
    #expect(judgement.exercised.contains("parameter/id"))
  }

  @Test func theRouteIsTheOneThatTheStepNames() {
    let judgement = Judge().judge(
      example { step, request in
        step.call?.route = "other"
        request.target = "/nothing/that/any/route/has"
      }
    )
    #expect(!judgement.exercised.contains { $0.hasPrefix("route/") })
  }

  @Test func theFirstPlaceThatBearsAValueCounts() {
    func sent(_ arguments: [Exchange.Request.Argument], _ payload: JSON?) -> String? {
      let example = example(payload: payload) { _, request in request.arguments = arguments }
      let index = SuiteIndex(example.suite)
      guard let contract = index.contract("books.get") else { return nil }
      return Observation(
        suite: index,
        contract: contract,
        origin: .example,
        step: example.testCase.steps[0],
        index: 0,
        request: example.exchanges[0].request,
        response: Exchange.Response(status: 200)
      ).sentValue(of: "n")
    }
    let path = Exchange.Request.Argument("n", in: .path, "a/b c")
    let query = Exchange.Request.Argument("n", in: .query, 2)
    #expect(sent([path, query], ["n": true]) == "a/b c")
    #expect(sent([query], ["n": true]) == "2")
    #expect(sent([], ["n": true]) == "true")
    #expect(sent([], nil) == nil)
  }
}
