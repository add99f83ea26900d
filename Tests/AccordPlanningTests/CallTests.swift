import AccordModel
import AccordPlanning
import AccordSchema
import Testing

/// Every step says what its request is made from, so that no later stage takes it apart.
@Suite struct CallTests {
  @Test(
    arguments: [
      ("shop/items.get/example/usual", Case.Call(route: "route", format: "json")),
      (
        "shop/orders.cancel/v2/example/usual",
        Case.Call(route: "versioned", version: 2, format: "json")
      ),
      (
        "shop/orders.cancel/v2/version-unsupported/nine",
        Case.Call(route: "versioned", version: 2, format: "json")
      ),
      ("club/members.list/format/xml/suffix", Case.Call(route: "route", format: "xml")),
      (
        "club/members.list/format-precedence/suffix-over-query/xml-over-json",
        Case.Call(route: "route", format: "xml")
      ),
      ("club/members.list/format-fallback", Case.Call(route: "route")),
      ("club/members.remove/suspend/verb/get", Case.Call(route: "suspend", format: "json")),
    ]
  )
  func `where a request goes and what it asks for`(id: String, call: Case.Call) {
    let suite = id.hasPrefix("shop") ? Shop.suite : Club.suite
    #expect(CasePlanner(options: .quick).plan(suite).testCase(id)?.steps[0].call == call)
  }

  @Test(arguments: [Shop.suite, Club.suite])
  func `no step is without its call, nor a value of the path without its name`(
    suite: ContractSuite
  ) throws {
    for testCase in CasePlanner(options: .quick).plan(suite).cases {
      for step in testCase.steps {
        let contract = try #require(suite.contract(step.contract))
        let route = try #require(contract.routes.first { $0.name == step.call?.route })
        let names = step.request.path.compactMap { piece -> String? in
          guard case .value(_, let name, _) = piece else { return nil }
          return name ?? ""
        }
        #expect(names == route.path.variables, "\(testCase.id)")
      }
    }
  }
}
