import AccordModel
import HTTPTypes
import Testing

@testable import AccordRunning

/// Scarce live data go where they tell most.
@Suite struct CaseRankingTests {
  private func testCase(_ name: String, _ clauses: [String], consumes: [String] = ["order"]) -> Case
  {
    var testCase = Shop.testCase(
      name,
      RequestTemplate(.get, [.text("/use/"), .value(.given("order"))]),
      consumes: consumes,
      access: .writes
    )
    testCase.clauses = clauses
    return testCase
  }

  @Test func ranksByWhatOnlyACaseShows() {
    let cases = [
      testCase("none", [], consumes: []),
      testCase("a", ["1"]),
      testCase("ab", ["1", "2"]),
      testCase("c", ["3"]),
      testCase("abcd", ["1", "2", "3", "4", "5"]),
      testCase("f", ["6"]),
    ]
    let ranking = CaseRanking(Array(1...5), of: cases, besides: [0])
    #expect(ranking.order == [4, 5, 1, 2, 3])
    #expect(ranking.telling == 2)
  }

  @Test func whatRunsAnywayTellsNothingNew() {
    let cases = [
      testCase("shown", ["1", "2"], consumes: []), testCase("a", ["1", "2"]), testCase("b", ["3"]),
    ]
    #expect(CaseRanking([1, 2], of: cases, besides: [0]).order == [2, 1])
    #expect(CaseRanking([1, 2], of: cases, besides: []).order == [1, 2])
    let unreached = CaseRanking.promises(of: [1, 2], in: cases, besides: [0])
    #expect(unreached.map(\.clause) == ["3"])
  }

  @Test func keepsTheOrderOfThePlanAmongEquals() {
    let cases = (0..<100).map { testCase("\($0)", ["\($0)"]) }
    #expect(CaseRanking(Array(0..<100), of: cases, besides: []).order == Array(0..<100))
  }

  @Test func aWayToAskIsSomethingToShow() {
    var cases = [testCase("v1", ["1"]), testCase("v1 again", ["1"]), testCase("v2", ["1"])]
    for index in cases.indices {
      cases[index].steps[0].call = Case.Call(route: "use", version: index == 2 ? 2 : 1)
    }
    #expect(CaseRanking([0, 1, 2], of: cases, besides: []).order == [0, 2, 1])
  }

  @Test func whatTellsMostRunsFirst() async throws {
    let server = RecordingServer { _, _ in .ok() }
    var givens = GivenValues()
    try givens.add("shop.order=1", for: [Shop.suite])
    let outcomes = try await runCases(
      [testCase("a", ["1"]), testCase("abc", ["1", "2", "3"])],
      on: server.transport,
      givens: givens
    )
    #expect(await outcomes.list.map(\.index) == [1, 0])
    #expect(await outcomes.words.first == "200")
    #expect(
      outcomes.shortages == [
        GivenShortage(
          given: "order",
          values: 1,
          cases: 2,
          skipped: 1,
          unreached: [],
          missing: 1,
          telling: 0
        )
      ]
    )
  }

  @Test func namesWhatNoCasePutToTheTest() async throws {
    let server = RecordingServer { _, _ in .ok() }
    var givens = GivenValues()
    try givens.add("shop.order=1", for: [Shop.suite])
    let outcomes = try await runCases(
      [testCase("a", ["1"]), testCase("b", ["2"]), testCase("b again", ["2"])],
      on: server.transport,
      givens: givens
    )
    #expect(
      outcomes.shortages == [
        GivenShortage(
          given: "order",
          values: 1,
          cases: 3,
          skipped: 2,
          unreached: [GivenShortage.Unreached(contract: "orders", clause: "2")],
          missing: 2,
          telling: 1
        )
      ]
    )
  }
}
