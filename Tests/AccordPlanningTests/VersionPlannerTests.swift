import AccordModel
import AccordPlanning
import AccordSchema
import Testing

@Suite struct VersionPlannerTests {
  private let plan = CasePlanner(options: .quick).plan(Shop.suite)

  @Test(arguments: [
    ("v1/example/usual", "PUT /orders/{order}/cancel?version=1"),
    ("v2/example/usual", "PUT /orders/{order}/cancel/v2"),
    ("v1/version-absent", "PUT /orders/{order}/cancel"),
    ("v1/version-not-a-number/text", "PUT /orders/{order}/cancel?version=abc"),
    ("v2/version-unsupported/nine", "PUT /orders/{order}/cancel/v9"),
  ])
  func `the version travels where its route says`(id: String, head: String) {
    #expect(plan.testCase("shop/orders.cancel/\(id)")?.steps[0].request.head == head)
  }

  @Test func `an absent version means the version that the contract says`() throws {
    let testCase = try #require(plan.testCase("shop/orders.cancel/v1/version-absent"))
    let expectation = testCase.steps[0].expectation
    #expect(expectation.version == 1)
    #expect(expectation.versionClause?.id == "version/1/absent")
    #expect(testCase.clauses.contains("version/1/absent"))
    #expect(testCase.title == "A request without a version means version 1.")
  }

  @Test func `versions that no route serves are tried, the next one and zero`() {
    let ids = plan.ids(of: "orders.place").filter { $0.hasPrefix("version-") }
    #expect(
      ids == [
        "version-absent", "version-unsupported/3", "version-unsupported/0",
        "version-not-a-number/text",
      ]
    )
    #expect(
      plan.testCase("shop/orders.place/version-unsupported/3")?.expectedErrors == ["BadVersion"]
    )
    #expect(plan.testCase("shop/orders.place/version-absent")?.expectedErrors == ["BadValue"])
  }

  @Test func `a member that a version ignores is sent to it, and never wrong`() {
    var contract = Shop.placeOrder
    contract.body?.memberVersions = [.member("/card", readBy: [2])]
    var suite = Shop.suite
    suite.contracts = [contract]
    let plan = CasePlanner(options: .quick).plan(suite)
    let ids = plan.ids(of: "orders.place")
    #expect(
      ids.filter { $0.contains("member-of-another") } == ["v1/member-of-another-version/card"]
    )
    #expect(!ids.contains { $0.hasPrefix("v1/member-invalid/card") })
    #expect(ids.contains { $0.hasPrefix("v2/member-invalid/card") })
    let testCase = plan.testCase("shop/orders.place/v1/member-of-another-version/card")
    #expect(testCase?.clauses.first == "body/member/card/versions")
    #expect(testCase?.title == "/card is ignored (version 1).")
  }

  @Test func `a version in the media type stands in Accept`() {
    var contract = Shop.getItem
    contract.routes[0].version = .version(in: .mediaTypeParameter("v"), serves: [3])
    var suite = Shop.suite
    suite.contracts = [contract]
    let request = CasePlanner(options: .quick).plan(suite).testCase(
      "shop/items.get/v3/example/usual"
    )?
    .steps[0].request
    #expect(request?.field("Accept") == "application/json; v=3")
  }

  @Test func `a version that was a string stays one`() {
    var contract = Shop.placeOrder
    contract.examples = [
      .example("text", body: ["version": "1", "buyer": ["email": "a@b.example"], "kind": "own"])
    ]
    var suite = Shop.suite
    suite.contracts = [contract]
    let request = CasePlanner(options: .quick).plan(suite).testCase(
      "shop/orders.place/v2/example/text"
    )?
    .steps[0].request
    #expect(
      request?.content
        == #"json {"version":"2","buyer":{"email":"a@b.example"},"kind":"own"}"#
    )
  }
}
