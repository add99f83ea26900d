import AccordModel
import AccordPlanning
import Testing

@Suite struct RelationPlannerTests {
  private let plan = CasePlanner(options: .quick).plan(Club.suite)

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
      "members.remove/remove/relation/others",
      [
        "before: GET /clubs/{club}/members?PageSize=50", "act: POST /members/{member}/remove",
        "after: GET /clubs/{club}/members?PageSize=50",
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
    let testCase = try #require(plan.testCase("club/members.remove/remove/relation/others"))
    #expect(testCase.steps.map(\.contract) == ["members.list", "members.remove", "members.list"])
    #expect(testCase.consumes == ["member"])
    #expect(testCase.access == .writes)
    #expect(testCase.givens == ["club", "member"])
    #expect(testCase.relation?.name == "others")
    #expect(testCase.clauses.first == "relation/others")
  }

  @Test(arguments: [
    ([0], "bounded", [0]), ([0], "apart", [0, 1]), ([0], "total", [0, 1]), ([0], "zero", []),
    ([0], "complete/size-2", [0, 1, 2]), ([1], "apart", [1, 2]), ([1], "zero", []),
    ([1, 0, -1], "zero", [0, -1, 1]), ([], "bounded", [1]), ([5], "complete/size-2", [4, 5, 6, 7]),
  ])
  func `pages are counted from where they begin`(
    first: [Int],
    name: String,
    numbers: [Int]
  ) throws {
    var suite = Club.suite
    let list = try #require(suite.contracts.firstIndex { $0.id == "members.list" })
    for index in suite.contracts[list].relations.indices {
      suite.contracts[list].relations[index].kind.count(from: first)
    }
    let testCase = CasePlanner(options: .quick).plan(suite).testCase(
      "club/members.list/relation/\(name)"
    )
    let pages = testCase?.steps.map(\.name).filter { $0.hasPrefix("page ") } ?? []
    #expect(pages == numbers.map { "page \($0)" })
  }

  @Test func `a relation that names what is not there has no case`() {
    var suite = Club.suite
    suite.contracts.removeFirst()
    #expect(!CasePlanner(options: .quick).plan(suite).cases.contains { $0.origin == .relation })
  }
}

extension Relation.Kind {
  /// Counts pages from other numbers.
  fileprivate mutating func count(from first: [Int]) {
    func counted(_ paging: Relation.Paging) -> Relation.Paging {
      var paging = paging
      paging.first = first
      return paging
    }
    switch self {
    case .pageIsBounded(let paging): self = .pageIsBounded(counted(paging))
    case .pagesDoNotOverlap(let paging): self = .pagesDoNotOverlap(counted(paging))
    case .pagesAreComplete(let paging): self = .pagesAreComplete(counted(paging))
    case .totalIsStable(let paging): self = .totalIsStable(counted(paging))
    case .firstPageByEachNumber(let paging): self = .firstPageByEachNumber(counted(paging))
    default: break
    }
  }
}
