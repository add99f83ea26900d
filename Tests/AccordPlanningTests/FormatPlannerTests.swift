import AccordModel
import AccordPlanning
import Testing

@Suite struct FormatPlannerTests {
  private let plan = CasePlanner().plan(Club.suite)

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

  @Test func `a contract that uses something up contests formats on one route only`() {
    let ids = plan.ids(of: "members.remove")
    #expect(ids.contains("suspend/format/xml/suffix"))
    #expect(ids.contains("remove/format-precedence/suffix-over-query/xml-over-json"))
    #expect(!ids.contains { $0.hasPrefix("suspend/format-") })
  }

  @Test func `a suite with one format negotiates nothing`() {
    let plan = CasePlanner().plan(Shop.suite)
    #expect(!plan.cases.contains { $0.origin == .format })
    let expectation = plan.testCase("shop/items.get/example/usual")?.steps[0].expectation
    #expect(expectation?.format == .json)
    #expect(expectation?.formatClause?.id == "response/success/content")
    let empty = plan.testCase("shop/orders.place/v1/example/plain")?.steps[0].expectation
    #expect(empty?.format == nil)
  }
}
