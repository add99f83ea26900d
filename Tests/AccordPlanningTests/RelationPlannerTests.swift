import AccordModel
import AccordPlanning
import Testing

@Suite struct RelationPlannerTests {
  private let plan = CasePlanner().plan(Club.suite)

  @Test func `every relation has its cases`() {
    let ids = plan.cases.filter { $0.origin == .relation }.map(\.id.description)
    #expect(
      ids == [
        "club/members.list/relation/formats-agree/json-xml",
        "club/members.list/relation/place/form-over-query",
        "club/members.list/relation/place/form-over-path",
        "club/members.list/relation/place/query-over-path",
        "club/members.list/relation/place/query-over-body",
        "club/members.list/relation/place/path-over-body",
        "club/members.list/relation/bounded",
        "club/members.list/relation/apart",
        "club/members.list/relation/complete/size-2",
        "club/members.list/relation/complete/size-25",
        "club/members.list/relation/total",
        "club/members.list/relation/count",
        "club/members.list/relation/zero",
        "club/members.list/relation/sorted/index-0",
        "club/members.list/relation/sorted/index-1",
        "club/members.remove/remove/relation/gone",
        "club/members.remove/remove/relation/on-demand",
        "club/members.remove/remove/relation/changed",
        "club/members.remove/remove/relation/others",
        "club/members.remove/remove/relation/two",
      ]
    )
  }

  @Test(arguments: [
    (
      "members.list/relation/formats-agree/json-xml",
      [
        "json: GET /clubs/{club}/members?PageSize=50",
        "xml: GET /clubs/{club}/members?PageSize=50",
      ]
    ),
    (
      "members.list/relation/apart",
      [
        "page 1: GET /clubs/{club}/members?PageSize=2&IsPaged=true&PageNumber=1",
        "page 2: GET /clubs/{club}/members?PageSize=2&IsPaged=true&PageNumber=2",
      ]
    ),
    (
      "members.list/relation/zero",
      [
        "page 0: GET /clubs/{club}/members?PageSize=2&IsPaged=true&PageNumber=0",
        "page 1: GET /clubs/{club}/members?PageSize=2&IsPaged=true&PageNumber=1",
      ]
    ),
    (
      "members.list/relation/complete/size-2",
      [
        "all: GET /clubs/{club}/members?PageSize=50&IsPaged=false",
        "page 0: GET /clubs/{club}/members?PageSize=2&IsPaged=true&PageNumber=0",
        "page 1: GET /clubs/{club}/members?PageSize=2&IsPaged=true&PageNumber=1",
        "page 2: GET /clubs/{club}/members?PageSize=2&IsPaged=true&PageNumber=2",
        "page 3: GET /clubs/{club}/members?PageSize=2&IsPaged=true&PageNumber=3",
      ]
    ),
    (
      "members.list/relation/count",
      ["all: GET /clubs/{club}/members?PageSize=50&IsPaged=false"]
    ),
    (
      "members.remove/remove/relation/two",
      [
        "act: POST /members/{member}/remove", "other act: POST /members/{member}/suspend",
        "after: GET /clubs/{club}/members?PageSize=50",
        "on demand: GET /clubs/{club}/members?PageSize=50&Removed=true",
      ]
    ),
    (
      "members.list/relation/sorted/index-1",
      [
        "ascending: GET /clubs/{club}/members?PageSize=50&SortIndex=1&SortOrder=Up",
        "descending: GET /clubs/{club}/members?PageSize=50&SortIndex=1&SortOrder=Down",
      ]
    ),
    (
      "members.remove/remove/relation/gone",
      [
        "before: GET /clubs/{club}/members?PageSize=50", "act: POST /members/{member}/remove",
        "after: GET /clubs/{club}/members?PageSize=50",
      ]
    ),
    (
      "members.remove/remove/relation/on-demand",
      [
        "act: POST /members/{member}/remove",
        "on demand: GET /clubs/{club}/members?PageSize=50&Removed=true",
      ]
    ),
    (
      "members.list/relation/place/query-over-path",
      [
        "alone: GET /clubs/{club}/members?PageSize=50",
        "contested: GET /clubs/5eb63bbb-e01e-4ed0-93cb-22bb8f5acdc3/members"
          + "?PageSize=50&ClubId={club}",
      ]
    ),
    (
      "members.list/relation/place/path-over-body",
      [
        "alone: GET /clubs/{club}/members?PageSize=50",
        "contested: POST /clubs/{club}/members?PageSize=50",
      ]
    ),
  ])
  func `the exchanges of a relation`(id: String, lines: [String]) {
    #expect(plan.lines("club/\(id)") == lines)
  }

  @Test func `steps that call another contract are held to its promises`() throws {
    let testCase = try #require(plan.testCase("club/members.remove/remove/relation/gone"))
    #expect(testCase.steps.map(\.contract) == ["members.list", "members.remove", "members.list"])
    #expect(testCase.consumes == ["member"])
    #expect(testCase.access == .writes)
    #expect(testCase.givens == ["club", "member"])
    #expect(testCase.relation?.name == "gone")
    #expect(testCase.clauses.first == "relation/gone")
  }

  @Test func `a relation that names what is not there has no case`() {
    var suite = Club.suite
    suite.contracts.removeFirst()
    #expect(!CasePlanner().plan(suite).cases.contains { $0.origin == .relation })
  }
}
