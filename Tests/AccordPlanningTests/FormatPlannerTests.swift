import AccordModel
import AccordPlanning
import AccordSchema
import Testing

@Suite struct FormatPlannerTests {
  private let plan = CasePlanner(options: .quick).plan(Club.suite)

  private func step(_ id: String) -> Case.Step? { plan.testCase("club/\(id)")?.steps.first }

  @Test(arguments: [
    ("format/xml/suffix", "GET /clubs/{club}/members.xml?PageSize=50", "*/*"),
    ("format/xml/query", "GET /clubs/{club}/members?PageSize=50&format=xml", "*/*"),
    ("format/xml/accept", "GET /clubs/{club}/members?PageSize=50", "application/xml"),
    ("format-fallback", "GET /clubs/{club}/members?PageSize=50", nil),
    (
      "format-precedence/suffix-over-query/xml-over-json",
      "GET /clubs/{club}/members.xml?PageSize=50&format=json", "*/*"
    ),
    (
      "format-precedence/query-over-accept/json-over-xml",
      "GET /clubs/{club}/members?PageSize=50&format=json", "application/xml"
    ),
  ])
  func `how a format is asked for`(id: String, head: String, accept: String?) {
    let request = step("members.list/\(id)")?.request
    #expect(request?.head == head)
    #expect(request?.field("Accept") == accept)
  }

  @Test(arguments: [
    ("example/all", "json", "negotiation/accept"),
    ("format/csv/query", "csv", "negotiation/query"),
    ("format-fallback", "json", "negotiation/fallback"),
    ("format-precedence/suffix-over-accept/xml-over-json", "xml", "negotiation/precedence"),
    ("parameter-unknown/clubid/well-formed", "json", "negotiation/accept"),
    ("format/xml/refusal/parameter-unknown/clubid/well-formed", "xml", "negotiation/accept"),
  ])
  func `which format is expected and why`(id: String, format: String, clause: String) {
    let expectation = step("members.list/\(id)")?.expectation
    #expect(expectation?.format?.id == format)
    #expect(expectation?.formatClause?.id == clause)
  }

  @Test func `every format by every way, and the precedence of each two ways`() {
    let ids = plan.ids(of: "members.list").filter { $0.hasPrefix("format") }
    #expect(
      ids == [
        "format/json/suffix", "format/json/query", "format/json/accept",
        "format/xml/suffix", "format/xml/query", "format/xml/accept",
        "format/csv/suffix", "format/csv/query", "format/csv/accept",
        "format-precedence/suffix-over-query/json-over-xml",
        "format-precedence/suffix-over-query/xml-over-json",
        "format-precedence/suffix-over-accept/json-over-xml",
        "format-precedence/suffix-over-accept/xml-over-json",
        "format-precedence/query-over-accept/json-over-xml",
        "format-precedence/query-over-accept/xml-over-json",
        "format-fallback",
        "format/xml/refusal/parameter-missing/pagesize",
        "format/xml/refusal/parameter-unknown/clubid/well-formed",
      ]
    )
  }

  @Test func `formats are contested on every route, whatever it uses up`() {
    let ids = plan.ids(of: "members.remove")
    for route in ["remove", "suspend"] {
      #expect(ids.contains("\(route)/format/xml/suffix"))
      #expect(ids.contains("\(route)/format-precedence/suffix-over-query/xml-over-json"))
      #expect(ids.contains("\(route)/format-fallback"))
      #expect(ids.contains { $0.hasPrefix("\(route)/format/xml/refusal/parameter-unknown/") })
    }
  }

  @Test func `a format may be chosen by a promise of its own`() {
    var suite = Club.suite
    suite.negotiation?.ways[0] = .by(.suffix, [.format("csv", basis: .assumption("Unsaid."))])
    let plan = CasePlanner(options: .quick).plan(suite)
    func step(_ id: String) -> Case.Step? { plan.testCase("club/members.list/\(id)")?.steps[0] }
    #expect(
      step("format/csv/suffix")?.expectation.formatClause?.id == "negotiation/suffix/csv"
    )
    #expect(step("format/xml/suffix")?.expectation.formatClause?.id == "negotiation/suffix")
    // Nor is the answer owed to a request that nobody promised to understand.
    #expect(step("format/csv/suffix")?.owed?.basis == .assumption("Unsaid."))
    #expect(step("format/xml/suffix")?.owed?.id == "response/success")
  }

  @Test func `a request that rests on an assumption is owed no answer by the document`() {
    var suite = Club.suite
    suite.contracts[0].examples[0].clause.basis = .assumption("Nobody printed it.")
    let plan = CasePlanner(options: .quick).plan(suite)
    #expect(plan.testCase("club/members.list/example/all")?.steps[0].owed?.id == "example/all")
    let fallback = CasePlanner(options: .quick).plan(Club.suite).testCase(
      "club/members.list/format-fallback"
    )
    #expect(fallback?.steps[0].owed?.id == "response/success")
  }

  @Test func `an example may have a format of its own`() {
    var suite = Club.suite
    suite.contracts[0].examples.append(
      .example("printed", in: "xml", body: ["ClubId": nil, "PageSize": 1])
    )
    let request = CasePlanner(options: .quick).plan(suite).testCase(
      "club/members.list/example/printed"
    )?
    .steps[0].request
    #expect(request?.field("Accept") == "application/xml")
    #expect(request?.field("Content-Type") == "application/xml")
  }

  @Test func `a suite with one format negotiates nothing`() {
    let plan = CasePlanner(options: .quick).plan(Shop.suite)
    #expect(!plan.cases.contains { $0.origin == .format })
    let expectation = plan.testCase("shop/items.get/example/usual")?.steps[0].expectation
    #expect(expectation?.format == .json)
    #expect(expectation?.formatClause?.id == "response/success/content")
    let empty = plan.testCase("shop/orders.place/v1/example/plain")?.steps[0].expectation
    #expect(empty?.format == nil)
  }
}

extension Case.Step {
  /// The promise by which the request is answered with success.
  fileprivate var owed: Clause? {
    guard case .success(let response) = expectation.outcome else { return nil }
    return response.clause
  }
}
