import AccordModel
import AccordPlanning
import Testing

@Suite struct CasePlannerTests {
  @Test func `the cases of a small contract, in order`() {
    let plan = CasePlanner(options: .quick).plan(Shop.suite)
    #expect(
      plan.ids(of: "items.get") == [
        "header-missing/x-token",
        "parameter-missing/currency",
        "header-invalid/x-token/unknown-token",
        "parameter-invalid/id/not-a-number",
        "parameter-invalid/id/fraction",
        "parameter-invalid/id/below-minimum",
        "parameter-invalid/currency/unknown-value",
        "parameter-unknown/id/huge",
        "example/usual",
        "relation/same-read-twice",
      ]
    )
  }

  @Test func `routes that versions tell apart are named by their versions`() {
    let plan = CasePlanner(options: .quick).plan(Shop.suite)
    #expect(
      plan.ids(of: "orders.cancel") == [
        "v1/header-missing/x-token",
        "v2/header-missing/x-token",
        "v1/header-invalid/x-token/unknown-token",
        "v2/header-invalid/x-token/unknown-token",
        "v1/example/usual",
        "v2/example/usual",
        "v1/version-absent",
        "v1/version-not-a-number/text",
        "v2/version-unsupported/nine",
      ]
    )
  }

  @Test func `routes without versions are named`() {
    let ids = CasePlanner(options: .quick).plan(Club.suite).ids(of: "members.remove")
    #expect(ids.first == "remove/parameter-unknown/memberid/well-formed")
    #expect(ids.allSatisfy { $0.hasPrefix("remove/") || $0.hasPrefix("suspend/") })
  }

  @Test(arguments: [Shop.suite, Club.suite])
  func `identifiers are unique and made of the allowed characters`(suite: ContractSuite) {
    let ids = CasePlanner(options: .quick).plan(suite).cases.map(\.id.description)
    #expect(Set(ids).count == ids.count)
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-+/")
    #expect(ids.allSatisfy { $0.allSatisfy { allowed.contains($0) } })
    #expect(ids.allSatisfy { !$0.contains("//") })
  }

  @Test(arguments: [Shop.suite, Club.suite])
  func `the same suite gives the same plan`(suite: ContractSuite) {
    #expect(CasePlanner(options: .quick).plan(suite) == CasePlanner(options: .quick).plan(suite))
  }

  @Test(arguments: [Shop.suite, Club.suite])
  func `every case names clauses of its contract, each once`(suite: ContractSuite) {
    for testCase in CasePlanner(options: .quick).plan(suite).cases {
      let known = suite.contract(testCase.contract)?.clauses(in: suite).map(\.id) ?? []
      #expect(!testCase.clauses.isEmpty)
      #expect(testCase.clauses.allSatisfy { known.contains($0) }, "\(testCase.id)")
      #expect(Set(testCase.clauses).count == testCase.clauses.count)
      #expect(testCase.title.hasSuffix("."))
      #expect(!testCase.steps.isEmpty)
    }
  }

  @Test func `a probe names the clauses that it tries`() {
    let plan = CasePlanner(options: .quick).plan(Shop.suite)
    #expect(
      plan.testCase("shop/items.get/parameter-missing/currency")?.clauses == [
        "parameter/currency", "parameter/currency/missing/refused",
        "parameter/currency/missing/named", "error/WrongValue", "error/WrongValue/status",
        "errors/listed",
      ]
    )
    #expect(
      plan.testCase("shop/items.get/example/usual")?.clauses == [
        "route/route", "example/usual", "header/x-token", "parameter/id", "parameter/currency",
        "response/success", "response/success/content",
      ]
    )
  }

  @Test func `errors that nothing brings about are listed with the reason`() {
    #expect(
      CasePlanner(options: .quick).plan(Shop.suite).notProvoked == [
        .init(
          contract: "items.get",
          error: "BadVersion",
          reason: "The contract has no refusal with BadVersion that a request could bring about: "
            + "give one to a header, a parameter, the body or a version."
        ),
        .init(
          contract: "items.get",
          error: "Closed",
          reason: "The contract has no example that is refused with Closed: add one."
        ),
        .init(
          contract: "items.get",
          error: "OutOfOrder",
          reason: "Nothing outside breaks the shop."
        ),
      ]
    )
  }

  @Test func `only a success uses up what it consumes, and every try may write`() {
    let plan = CasePlanner(options: .quick).plan(Shop.suite)
    let cancel = plan.cases.filter { $0.contract == "orders.cancel" }
    for testCase in cancel {
      #expect(testCase.access == .writes)
      #expect(testCase.givens == ["order"])
      #expect(testCase.consumes == (testCase.expectedErrors == nil ? ["order"] : []))
      #expect(testCase.risks == (testCase.expectedErrors == nil ? [] : ["order"]))
    }
    #expect(plan.cases.filter { $0.contract == "items.get" }.allSatisfy { $0.access == .reads })
  }

  @Test func `a contract that is declared to change something may write with every case`() {
    var suite = Shop.suite
    for index in suite.contracts.indices { suite.contracts[index].effect = .changesState }
    #expect(CasePlanner(options: .quick).plan(suite).cases.allSatisfy { $0.access == .writes })
  }

  @Test func `requests that change nothing come before those that may`() throws {
    for suite in [Shop.suite, Club.suite] {
      let plan = CasePlanner(options: .quick).plan(suite)
      for contract in suite.contracts {
        let cases = plan.cases.filter { $0.contract == contract.id }
        let firstUse = try #require(cases.firstIndex { $0.origin == .example })
        let origins = cases[..<firstUse].map(\.origin)
        #expect(origins.allSatisfy { $0 == .omission || $0 == .wrongValue })
        #expect(!cases[firstUse...].contains { $0.origin == .omission || $0.origin == .wrongValue })
      }
    }
  }

  @Test(arguments: 1...4)
  func `cases grow with the examples, not with their combinations`(count: Int) {
    var suite = Club.suite
    suite.contracts = [Club.list]
    let before = CasePlanner(options: .quick).plan(suite).cases.count
    let example = Club.list.examples[0]
    for number in 0..<count {
      var copy = example
      copy.name = "copy \(number)"
      suite.contracts[0].examples.append(copy)
    }
    #expect(CasePlanner(options: .quick).plan(suite).cases.count == before + count)
  }

  @Test func `a contract without examples has no cases`() {
    var suite = Shop.suite
    for index in suite.contracts.indices { suite.contracts[index].examples = [] }
    #expect(CasePlanner(options: .quick).plan(suite).cases.isEmpty)
  }
}
