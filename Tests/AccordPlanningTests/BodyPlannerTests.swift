import AccordModel
import AccordPlanning
import Testing

@Suite struct BodyPlannerTests {
  private let plan = CasePlanner(options: .quick).plan(Shop.suite)

  @Test func `each member alone is left out, null, empty and wrong`() {
    let ids = plan.ids(of: "orders.place").filter { $0.hasPrefix("v1/") }
    #expect(
      ids == [
        "v1/header-missing/x-token",
        "v1/member-missing/buyer",
        "v1/member-null/buyer",
        "v1/member-missing/buyer/email",
        "v1/member-null/buyer/email",
        "v1/member-empty/buyer/email",
        "v1/member-missing/kind",
        "v1/member-null/kind",
        "v1/member-empty/kind",
        "v1/header-invalid/x-token/unknown-token",
        "v1/body-malformed/empty",
        "v1/body-malformed/truncated",
        "v1/body-malformed/not-json",
        "v1/body-malformed/not-an-object",
        "v1/member-invalid/buyer/not-an-object",
        "v1/member-invalid/buyer/email/not-a-string",
        "v1/member-invalid/buyer/phone/not-a-string",
        "v1/member-invalid/buyer/phone/too-long",
        "v1/member-invalid/kind/loan",
        "v1/member-invalid/card/not-an-object",
        "v1/example/plain",
      ]
    )
  }

  @Test func `members of an optional object are tried where an example has the object`() {
    let ids = plan.ids(of: "orders.place").filter { $0.contains("card/text") }
    #expect(ids == ["v2/member-invalid/card/text/not-a-string"])
    #expect(
      plan.testCase("shop/orders.place/v2/member-invalid/card/text/not-a-string")?
        .steps[0].request.content
        == #"json {"version":2,"buyer":{"email":"a@b.example"},"kind":"own","card":{"text":{}}}"#
    )
  }

  @Test(arguments: [
    (
      "v1/member-missing/buyer/email",
      #"json {"version":1,"buyer":{"phone":"123"},"kind":"gift"}"#
    ),
    ("v1/member-missing/buyer", #"json {"version":1,"kind":"gift"}"#),
    ("v1/member-null/buyer", #"json {"version":1,"buyer":null,"kind":"gift"}"#),
    (
      "v1/member-empty/buyer/email",
      #"json {"version":1,"buyer":{"phone":"123","email":""},"kind":"gift"}"#
    ),
    (
      "v1/member-invalid/buyer/phone/too-long",
      #"json {"version":1,"buyer":{"phone":"xxxxxx"},"kind":"gift"} /buyer/email=a{unique}@b.example"#
    ),
    (
      "v1/member-invalid/card/not-an-object",
      #"json {"version":1,"buyer":{"phone":"123"},"kind":"gift","card":"abc"} "#
        + "/buyer/email=a{unique}@b.example"
    ),
    (
      "v1/body-malformed/truncated",
      #"bytes {"version":1,"buyer":{"phone":"123"},"kind":"gift""#
    ),
    ("v1/body-malformed/empty", "bytes "),
    ("v1/body-malformed/not-json", "bytes this is not JSON"),
    (
      "version-unsupported/3",
      #"json {"version":3,"buyer":{"phone":"123"},"kind":"gift"} /buyer/email=a{unique}@b.example"#
    ),
    (
      "version-not-a-number/text",
      #"json {"version":"abc","buyer":{"phone":"123"},"kind":"gift"} "#
        + "/buyer/email=a{unique}@b.example"
    ),
    (
      "version-absent",
      #"json {"buyer":{"phone":"123"},"kind":"gift"} /buyer/email=a{unique}@b.example"#
    ),
  ])
  func `the content of a probe`(id: String, content: String) {
    #expect(plan.testCase("shop/orders.place/\(id)")?.steps[0].request.content == content)
  }

  @Test func `a member's own refusal goes before the body's`() {
    #expect(
      plan.testCase("shop/orders.place/v1/member-invalid/kind/loan")?.expectedErrors == ["NotFound"]
    )
    #expect(
      plan.testCase("shop/orders.place/v1/member-missing/kind")?.expectedErrors == ["BadValue"]
    )
  }

  @Test func `nothing is tried that the contract does not refuse`() {
    var contract = Shop.placeOrder
    contract.body?.incomplete = nil
    contract.body?.invalid = nil
    contract.body?.malformed = nil
    var suite = Shop.suite
    suite.contracts = [contract]
    let ids = CasePlanner(options: .quick).plan(suite).ids(of: "orders.place")
    #expect(
      ids.filter { $0.contains("member-") } == [
        "v1/member-invalid/kind/loan", "v2/member-invalid/kind/loan",
      ]
    )
    #expect(!ids.contains { $0.contains("malformed") })
  }

  @Test func `a version that reads no body gets none`() {
    var contract = Shop.placeOrder
    contract.body?.versions = [2]
    contract.routes[0].version?.carrier = .header("x-version")
    var suite = Shop.suite
    suite.contracts = [contract]
    let plan = CasePlanner(options: .quick).plan(suite)
    #expect(
      plan.line("shop/orders.place/v1/example/plain")
        == "POST /orders · x-token: {credential} · x-version: 1 · Accept: application/json"
    )
    #expect(!plan.ids(of: "orders.place").contains { $0.hasPrefix("v1/member") })
    #expect(!plan.ids(of: "orders.place").contains { $0.hasPrefix("v1/body") })
  }

  @Test func `bodies are malformed in each format`() {
    let ids = CasePlanner(options: .quick).plan(Club.suite).ids(of: "members.list")
      .filter { $0.hasPrefix("body-malformed") }
    #expect(
      ids == [
        "body-malformed/truncated/json", "body-malformed/not-json/json",
        "body-malformed/not-an-object/json",
        "body-malformed/truncated/xml", "body-malformed/mismatched-tags/xml",
        "body-malformed/not-xml/xml",
      ]
    )
  }
}
