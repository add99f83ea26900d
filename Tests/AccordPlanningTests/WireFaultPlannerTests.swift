import AccordModel
import AccordPlanning
import AccordSchema
import HTTPTypes
import Testing

/// What is wrong in how it is written, several faults at once, and right values that examples seldom show.
@Suite struct WireFaultPlannerTests {
  @Test func `a standard plan adds these to a quick one`() {
    let quick = Set(CasePlanner(options: .quick).plan(Shop.suite).ids(of: "items.get"))
    let standard = CasePlanner().plan(Shop.suite).ids(of: "items.get")
    #expect(
      standard.filter { !quick.contains($0) } == [
        "header-empty/x-token",
        "parameter-empty/currency",
        "parameter-blank/currency",
        "parameter-repeated/currency/unknown-value",
        "several-faults/id/currency",
        "several-faults/id/without-currency",
        "right-value/currency/listed-2",
      ]
    )
  }

  @Test(arguments: [
    ("header-empty/x-token", "GET /items/7?currency=AUD · x-token: "),
    ("parameter-empty/currency", "GET /items/7?currency= · x-token: {credential}"),
    ("parameter-blank/currency", "GET /items/7?currency=  · x-token: {credential}"),
    (
      "parameter-repeated/currency/unknown-value",
      "GET /items/7?currency=Unknown&currency=Unknown · x-token: {credential}"
    ),
    ("several-faults/id/currency", "GET /items/abc?currency=Unknown · x-token: {credential}"),
    ("several-faults/id/without-currency", "GET /items/abc · x-token: {credential}"),
  ])
  func `they are wrong as they are sent`(name: String, line: String) {
    let request = CasePlanner().plan(Shop.suite).line("shop/items.get/\(name)")
    #expect(request == line + " · Accept: application/json")
  }

  @Test func `what is empty is absent or wrong, and gets what either gets`() throws {
    var suite = Shop.suite
    suite.contracts[0].parameters[1].missing = .error("NotFound")
    let plan = CasePlanner().plan(suite)
    let id = "shop/items.get/parameter-empty/currency"
    #expect(try #require(plan.testCase(id)).expectedErrors == ["NotFound", "BadValue"])
  }

  @Test func `where only one of both is refused, nothing is proven`() {
    var suite = Shop.suite
    suite.contracts[0].parameters[1].missing = nil
    let ids = CasePlanner().plan(suite).ids(of: "items.get")
    #expect(!ids.contains("parameter-empty/currency"))
    #expect(!ids.contains("several-faults/id/without-currency"))
    #expect(ids.contains("several-faults/id/currency"))
  }

  @Test func `refusals by names and by statuses are not mixed`() {
    var suite = Shop.suite
    suite.contracts[0].parameters[1].missing = .status(.notFound)
    let ids = CasePlanner().plan(suite).ids(of: "items.get")
    #expect(!ids.contains("parameter-empty/currency"))
  }

  @Test func `a keyword that no probe of the author breaks is broken too`() {
    var suite = Shop.suite
    suite.contracts[0].parameters[0].invalid?.probes = [
      .probe("word", "abc", why: "is a word")
    ]
    let quick = CasePlanner(options: .quick).plan(suite).ids(of: "items.get")
    let standard = CasePlanner().plan(suite).ids(of: "items.get")
    let added = standard.filter { $0.hasPrefix("parameter-invalid/id/") && !quick.contains($0) }
    #expect(added == ["parameter-invalid/id/below-minimum"])
  }

  @Test func `content of a search is tried at its bounds and without its optional members`() {
    let search = Contract(
      "search",
      "Searches.",
      document: "search.txt",
      effect: .readOnly,
      routes: [.post("/search")],
      body: .body(
        .object([
          .required("kind", .oneOf("a", "b")), .optional("limit", .integer(in: 1...50)),
          .optional("text", .string(length: 2...5)), .optional("tag", .string.nullable),
        ])
      ),
      responses: [.status(.ok, .empty)],
      examples: [
        .example("usual", body: ["kind": "a", "limit": 10, "text": "abc", "tag": "x"])
      ]
    )
    var suite = Shop.suite
    suite.contracts = [search]
    let plan = CasePlanner().plan(suite)
    #expect(
      plan.ids(of: "search").filter { $0.hasPrefix("right-value/") } == [
        "right-value/kind/listed-2", "right-value/limit/absent", "right-value/limit/minimum",
        "right-value/limit/maximum", "right-value/text/absent", "right-value/text/shortest",
        "right-value/text/longest", "right-value/tag/absent", "right-value/tag/null",
      ]
    )
    suite.contracts[0].effect = .changesState
    #expect(
      !CasePlanner().plan(suite).ids(of: "search").contains { $0.hasPrefix("right-value/") }
    )
    let thorough = CasePlanner(options: PlanOptions(depth: .thorough)).plan(suite)
    #expect(thorough.ids(of: "search").filter { $0.hasPrefix("right-value/") }.count == 9)
  }

  @Test func `what leads to a page and a text that nobody knows are no values to try`() {
    var suite = Shop.suite
    suite.contracts[0].parameters += [
      .query("cursor", .string(length: 1...9)), .query("from", .integer(in: 0...90)),
      .query("word", .string(length: 2...5), example: "lamp"),
    ]
    suite.contracts[0].relations.append(
      .relation(
        "pages",
        "The pages hold all.",
        .pagesHoldAll(
          Relation.Pages(next: .offset("from"), size: "limit", items: "/items", identity: ["/id"])
        )
      )
    )
    let ids = CasePlanner().plan(suite).ids(of: "items.get")
    #expect(
      ids.filter { $0.hasPrefix("right-value/") } == [
        "right-value/currency/listed-2", "right-value/word/shortest", "right-value/word/longest",
      ]
    )
  }

  @Test func `a value that may choose among answers is no value to try`() {
    var suite = Shop.suite
    suite.contracts[0].responses.append(.status(.accepted, .empty, name: "later"))
    let ids = CasePlanner().plan(suite).ids(of: "items.get")
    #expect(!ids.contains { $0.hasPrefix("right-value/") })
  }
}
