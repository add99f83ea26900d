import AccordModel
import AccordPlanning
import AccordSchema
import HTTPTypes
import Testing

@Suite struct PlaceAndVerbPlannerTests {
  private let plan = CasePlanner(options: .quick).plan(Club.suite)

  @Test func `all parameters travel in each place, the optional ones too`() {
    let ids = plan.ids(of: "members.list").filter { $0.hasPrefix("place/") }
    #expect(ids == ["place/query", "place/form", "place/body/json", "place/body/xml"])
    #expect(
      plan.line("club/members.list/place/query")
        == "GET /clubs/{club}/members?IsPaged=true&PageSize=50 · Authorization: text · "
        + "Accept: application/json"
    )
    #expect(
      plan.line("club/members.list/place/form")
        == "POST /clubs/{club}/members · Authorization: text · Accept: application/json · "
        + "Content-Type: application/x-www-form-urlencoded · form IsPaged=true&PageSize=50"
    )
    #expect(
      plan.line("club/members.list/place/body/xml")
        == "POST /clubs/{club}/members · Authorization: text · Accept: application/json · "
        + #"Content-Type: application/xml · xml {"IsPaged":true,"PageSize":50}"#
    )
  }

  @Test func `wrong values are sent in each place that counts`() {
    let ids = plan.ids(of: "members.list").filter { $0.hasPrefix("parameter-invalid/") }
    #expect(
      ids == [
        "parameter-invalid/clubid/not-a-guid",
        "parameter-invalid/clubid/not-a-guid/form",
        "parameter-invalid/clubid/not-a-guid/query",
        "parameter-invalid/ispaged/not-a-boolean",
        "parameter-invalid/ispaged/not-a-boolean/form",
        "parameter-invalid/ispaged/not-a-boolean/body",
      ]
    )
  }

  @Test func `a refusal may limit the places where wrong values are tried`() {
    var suite = Club.suite
    suite.contracts[0].parameters[1].invalid?.places = [.query]
    let ids = CasePlanner(options: .quick).plan(suite).ids(of: "members.list")
      .filter { $0.hasPrefix("parameter-invalid/ispaged") }
    #expect(ids == ["parameter-invalid/ispaged/not-a-boolean"])
  }

  @Test func `places other than the usual see one wrong value`() {
    var suite = Club.suite
    suite.contracts[0].parameters[1].invalid?.probes = [
      .probe("word", "maybe", why: "is a word"), .probe("digit", "7", why: "is a digit"),
    ]
    let ids = CasePlanner(options: .quick).plan(suite).ids(of: "members.list")
      .filter { $0.hasPrefix("parameter-invalid/ispaged") }
    #expect(
      ids == [
        "parameter-invalid/ispaged/word", "parameter-invalid/ispaged/digit",
        "parameter-invalid/ispaged/word/form", "parameter-invalid/ispaged/word/body",
      ]
    )
  }

  @Test func `every probed method of every route`() {
    let ids = plan.cases.filter { $0.origin == .verb }.map(\.id.description)
    #expect(
      ids == [
        "club/members.list/verb/get", "club/members.list/verb/post",
        "club/members.remove/remove/verb/get", "club/members.remove/remove/verb/post",
        "club/members.remove/remove/verb/delete", "club/members.remove/suspend/verb/get",
        "club/members.remove/suspend/verb/post", "club/members.remove/suspend/verb/delete",
      ]
    )
  }

  @Test func `a change is not made by a safe method unless the case is about it`() {
    #expect(
      plan.testCase("club/members.remove/remove/example/usual")?.steps[0].request.method == .post
    )
    #expect(plan.testCase("club/members.list/example/all")?.steps[0].request.method == .get)
    #expect(plan.testCase("club/members.remove/remove/verb/get")?.steps[0].request.method == .get)
  }

  @Test func `an answer to HEAD promises no content`() throws {
    var contract = Shop.getItem
    contract.routes = [.route(.only([.get, .head]), "/items/{id}")]
    var suite = Shop.suite
    suite.contracts = [contract]
    let step = try #require(
      CasePlanner(options: .quick).plan(suite).testCase("shop/items.get/verb/head")?.steps[0]
    )
    guard case .success(let response) = step.expectation.outcome else {
      Issue.record("no success")
      return
    }
    #expect(response.content == .unspecified)
    #expect(step.expectation.format == nil)
  }
}
