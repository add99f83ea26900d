import AccordModel
import AccordPlanning
import AccordSchema
import HTTPTypes
import Testing

/// What is tried in one method and one format is tried in the others.
@Suite struct CombinationPlannerTests {
  private let quick = CasePlanner(options: .quick).plan(Club.suite)
  private let standard = CasePlanner().plan(Club.suite)

  @Test(arguments: [Shop.suite, Club.suite])
  func `a deeper plan has all of the one before it, in its order`(suite: ContractSuite) {
    let plans = PlanDepth.allCases.map { depth in
      CasePlanner(options: PlanOptions(depth: depth)).plan(suite).cases.map(\.id)
    }
    for (plan, deeper) in zip(plans, plans.dropFirst()) {
      let known = Set(plan)
      #expect(deeper.filter(known.contains) == plan)
    }
    #expect(plans[0].count < plans[1].count)
    #expect(Set(plans[2]).count == plans[2].count)
  }

  @Test func `a refusal is tried by the other method and in the other format`() {
    #expect(
      standard.line("club/members.list/parameter-missing/pagesize/by-post-in-xml")
        == "POST /clubs/{club}/members · Authorization: text · Accept: application/xml"
    )
    let title = standard.testCase("club/members.list/parameter-missing/pagesize/by-post-in-xml")?
      .title
    #expect(
      title == "A request without the parameter PageSize is refused with Binding, by POST, in xml."
    )
  }

  @Test func `every refusal comes in each method that can bear it, and in each format`() {
    for testCase in quick.cases where testCase.contract == "members.list" {
      guard case .refusal? = testCase.steps.first?.expectation.outcome,
        testCase.origin != .format, let request = testCase.steps.first?.request
      else { continue }
      let others = standard.cases.filter {
        $0.id.description.hasPrefix("\(testCase.id)/by-")
          || $0.id.description.hasPrefix("\(testCase.id)/in-")
      }
      let formats = Set(others.map { $0.steps[0].call?.format })
      #expect(formats == ["xml"], "\(testCase.id)")
      // Content has no meaning with GET, and POST is what it comes with.
      let methods = Set(others.map { $0.steps[0].request.method })
      #expect(methods == (request.method == .get ? [.post] : [request.method]), "\(testCase.id)")
    }
  }

  @Test func `content goes with no method that gives it no meaning`() {
    for testCase in standard.cases where testCase.contract == "members.list" {
      for step in testCase.steps where step.request.body != nil {
        #expect(step.request.method == .post, "\(testCase.id)")
      }
    }
  }

  @Test func `relations of reads are looked at by the other method in the other format`() {
    let lines = standard.lines("club/members.list/relation/sorted/index-1/by-post-in-xml")
    #expect(
      lines == [
        "ascending: POST /clubs/{club}/members?PageSize=50&SortIndex=1&SortOrder=Up",
        "descending: POST /clubs/{club}/members?PageSize=50&SortIndex=1&SortOrder=Down",
      ]
    )
    let ids = standard.ids(of: "members.list")
    #expect(!ids.contains { $0.hasPrefix("relation/formats-agree") && $0.contains("/in-") })
  }

  @Test func `what uses something up is not done once more`() {
    let ids = standard.ids(of: "members.remove")
    #expect(!ids.contains { $0.contains("example/usual/") })
    #expect(ids.contains("remove/parameter-unknown/memberid/well-formed/by-get-in-xml"))
    #expect(ids.contains("remove/parameter-unknown/memberid/well-formed/by-delete-in-xml"))
  }

  @Test func `where only an assumption serves a method, only it refuses there`() throws {
    var suite = Club.suite
    suite.contracts[0].routes[0].clause.basis = .assumption("As the others.")
    let plan = CasePlanner().plan(suite)
    let id = "club/members.list/parameter-missing/pagesize"
    let usual = try #require(plan.testCase(id)?.steps.first)
    let other = try #require(plan.testCase("\(id)/by-post-in-xml")?.steps.first)
    guard case .refusal(let stated, _) = usual.expectation.outcome,
      case .refusal(let assumed, _) = other.expectation.outcome
    else {
      Issue.record("Both are refused.")
      return
    }
    #expect(stated.refused.basis.isStated)
    #expect(assumed.refused.basis == .assumption("As the others."))
    #expect(assumed.refused.id == stated.refused.id)
  }

  @Test(arguments: [(PlanDepth.quick, 0), (.standard, 600), (.thorough, 5_000)])
  func `there are only so many of a contract`(depth: PlanDepth, most: Int) {
    var suite = Club.suite
    suite.contracts[0].examples = (0..<6_000).map {
      .example("number \($0)", path: ["ClubId": .given("club")])
    }
    let plan = CasePlanner(options: PlanOptions(depth: depth)).plan(suite)
    let combined = plan.ids(of: "members.list").filter {
      $0.split(separator: "/").last?.hasPrefix("by-") == true
        || $0.split(separator: "/").last?.hasPrefix("in-") == true
    }
    #expect(combined.count == most)
    // The first of each kind goes before more of the same.
    if most > 0 { #expect(combined.contains { $0.hasPrefix("parameter-missing/") }) }
  }
}
