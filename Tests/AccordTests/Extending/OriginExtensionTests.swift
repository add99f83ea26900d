import Accord
import Testing

@Suite("Origins of cases of a team's own")
struct OriginExtensionTests {
  /// Every endpoint answers requests that came through a proxy.
  struct ProxiedRequests: CaseOrigin {
    var id = "proxied"

    func cases(of contract: Contract, in suite: ContractSuite) -> [Case] {
      contract.drafts(in: suite).map { draft in
        var draft = draft
        draft.setHeader("X-Forwarded-For", to: "203.0.113.7")
        return draft.answered("proxied", "A request through a proxy is answered as documented.")
      }
    }
  }

  /// What is too much is refused.
  struct TooMany: CaseOrigin {
    let id = "too-many"

    func cases(of contract: Contract, in suite: ContractSuite) -> [Case] {
      contract.drafts(in: suite, of: "few").map { draft in
        var draft = draft
        draft.set("limit", to: 1_000_000)
        return draft.refused(
          "million",
          "A million orders are refused.",
          by: .status(.unprocessableContent),
          because: "asks for a million orders"
        )
      }
    }
  }

  private static func run(
    _ extensions: Extensions,
    _ selection: Selection = Selection(),
    fault: OrderServer.Fault? = nil
  ) throws -> ConformanceRun {
    var settings = ConformanceRun.Settings(selection: selection)
    settings.extensions = extensions
    try settings.givens.add("orders.order=1,2,3", for: [Orders.suite])
    let server = OrderServer(fault: fault)
    let target = ConformanceRun.Target(
      Orders.suite,
      at: try ServerAddress("http://orders.example"),
      over: InProcessTransport { .answered(server.answer($0)) }
    )
    return ConformanceRun([target], settings: settings)
  }

  private static func added(_ plan: Plan) -> [String] {
    let usual = Orders.suite.plan().cases.map(\.id)
    return plan.cases.filter { !usual.contains($0.id) }.map { "\($0.id) \($0.origin.rawValue)" }
  }

  @Test func itsCasesComeBehindThoseOfEveryPlanContractByContract() {
    let plan = Orders.suite.plan(with: Extensions(origins: [ProxiedRequests(), TooMany()]))
    #expect(
      Self.added(plan) == [
        "orders/orders.list/proxied proxied", "orders/orders.list/proxied-2 proxied",
        "orders/orders.list/proxied-3 proxied", "orders/orders.list/million too-many",
        "orders/orders.add/proxied proxied", "orders/orders.get/proxied proxied",
        "orders/orders.cancel/proxied proxied", "orders/orders.change/proxied proxied",
      ]
    )
    #expect(plan.cases.prefix(3).map(\.id) == Orders.suite.plan().cases.prefix(3).map(\.id))
    #expect(plan.cases.last?.access == .writes)
  }

  @Test func itsCasesAreSelectedRunAndReported() async throws {
    let extensions = Extensions(origins: [ProxiedRequests(), TooMany()])
    let selection = Selection(cases: ["*/million", "*/proxied"])
    let report = try await Self.run(extensions, selection).report()
    #expect(report.summary.conforming == 6 && report.summary.cases == 6)
    let results = report.suites[0].results
    #expect(
      results.allSatisfy { result in
        result.testCase.origin.rawValue == "too-many"
          || result.exchanges[0].request.fields.values(of: "X-Forwarded-For") == ["203.0.113.7"]
      }
    )
    #expect(report.text(in: .json).contains(#""origin": "too-many""#))
    let record = try RunRecord(reading: Array(report.text(in: .json).utf8))
    #expect(record.suites[0].cases.map(\.origin) == results.map(\.testCase.origin))
  }

  @Test func aWrongServerIsFound() async throws {
    let extensions = Extensions(origins: [TooMany()])
    let run = try Self.run(extensions, Selection(cases: ["*/million"]), fault: .anyNumberOfOrders)
    let report = try await run.report()
    #expect(report.summary.violating == 1)
    let violation = try #require(report.suites[0].results[0].judgement.violations.first)
    #expect(violation.clause.sentence == "A request that asks for a million orders is refused.")
    #expect(violation.expected == "a refusal with 422")
    #expect(
      report.text(in: .markdown).contains("A request that asks for a million orders is refused.")
    )
  }

  @Test func livingDocumentsCountThem() {
    let plan = Orders.suite.plan(with: Extensions(origins: [ProxiedRequests()]))
    let text = LivingDocument(of: plan).markdown
    #expect(text.contains("3 cases of proxied"))
  }

  @Test func aCaseWrittenByHandRunsAsItIs() async throws {
    let draft = try #require(Orders.get.drafts(in: Orders.suite).first)
    var written = draft.answered("first", "The first order is there.")
    written = written.followed(by: written)
    let extensions = Extensions(cases: [written])
    let run = try Self.run(extensions, Selection(cases: ["*/first"]))
    #expect(run.plans[0].cases.map(\.origin) == [.written])
    let report = try await run.report()
    #expect(report.summary.conforming == 1)
    #expect(report.suites[0].results[0].exchanges.count == 2)
    #expect(LivingDocument(of: run.plans[0]).markdown.contains("1 written case"))
  }

  @Test func aCaseThatWritesRunsAlone() throws {
    let draft = try #require(Orders.add.drafts(in: Orders.suite).first)
    #expect(draft.answered("again", "Again.").access == .writes)
    let read = try #require(Orders.get.drafts(in: Orders.suite).first).answered("r", "Reads.")
    #expect(read.access == .reads)
    #expect(read.followed(by: draft.answered("again", "Again.")).access == .writes)
  }

  @Test func draftsChange() throws {
    var draft = try #require(Orders.add.drafts(in: Orders.suite).first)
    #expect(draft.example.name == "a-lamp")
    #expect(draft.method == .post)
    #expect(draft.body == ["article": "lamp"])
    draft.body = ["article": "chair"]
    draft.method = .put
    draft.setHeader("If-Match", to: "\"1\"")
    draft.removeHeader("Accept")
    draft.set("dry", to: true)
    let request = draft.answered("x", "X.").steps[0].request
    #expect(request.method == .put)
    #expect(request.query.list.map(\.name) == ["dry"])
    #expect(request.fields.map(\.name).contains("If-Match"))
    draft.remove("dry")
    draft.setBody(bytes: [0x7B])
    #expect(draft.body == nil)
    let bytes = draft.answered("x", "X.").steps[0].request
    #expect(bytes.query.list.isEmpty && bytes.body == .bytes([0x7B]))
  }

  @Test func whatCannotBeUsedIsSaid() async throws {
    struct Astray: CaseOrigin {
      let id = "example"
      func cases(of contract: Contract, in suite: ContractSuite) -> [Case] {
        Orders.get.drafts(in: Orders.suite).map { $0.answered("astray", "Astray.") }
      }
    }
    var written = try #require(Orders.get.drafts(in: Orders.suite).first).answered("w", "W.")
    written.clauses = ["response/none"]
    let extensions = Extensions(origins: [Astray()], cases: [written])
    await #expect(throws: Extensions.Unusable.self) { try await Self.run(extensions).report() }
    do {
      _ = try await Self.run(extensions).report()
    } catch let error as Extensions.Unusable {
      #expect(
        error.problems.prefix(2) == [
          """
          Two origins are called "example". Reports tell origins of cases apart by their identifiers: \
          rename one.
          """,
          """
          The origin "example" was asked for cases of orders/orders.list and made \
          orders/orders.get/astray, which is of orders/orders.get.
          """,
        ]
      )
      #expect(
        error.problems.last == """
          The case orders/orders.get/w names the promise "response/none", which orders.get does not \
          make: the command list --verbose shows those of other cases.
          """
      )
    }
  }
}
