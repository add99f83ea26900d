import AccordModel
import AccordPlanning
import ShippedContracts
import Testing

@Suite("Plans of the shipped contracts")
struct PlanTests {
  @Test("Every promise of a shipped suite is reached by a case", arguments: ShippedContracts.suites)
  func lintWithPlan(_ suite: ContractSuite) {
    let plan = CasePlanner().plan(suite)
    #expect(ContractLint().problems(in: suite, cases: plan.cases).map(\.description) == [])
  }

  @Test("The plans of both suites have well over 250 cases, each with its own identifier")
  func count() {
    let cases = ShippedContracts.suites.flatMap { CasePlanner().plan($0).cases }
    #expect(cases.count > 280)
    #expect(Set(cases.map(\.id)).count == cases.count)
  }

  @Test("What cannot be provoked from outside is listed, and nothing else")
  func notProvoked() {
    let names = ShippedContracts.suites.flatMap { CasePlanner().plan($0).notProvoked }
      .map { "\($0.contract) \($0.error)" }
    #expect(
      names == [
        "recommended.request-connection WSCacheServiceException",
        "recommended.request-connection WSInsufficientPrivilegesException",
        "recommended.request-connection WSInvalidTeamException",
        "recommended.request-connection WSInvalidMyInteractUserSetupException",
        "recommended.request-connection WSEmailAddressAlreadyInUseException",
        "recommended.request-connection WSUserUsesFederatedLoginException",
        "recommended.request-connection WSDiscoverableServiceException",
        "connections.accept-reject WSUserServiceUnavailableException",
        "connections.accept-reject WSUserNotFoundException",
        "connections.accept-reject WSUserServiceException",
        "connections.accept-reject WSCacheServiceException",
        "company.preregister WSUserServiceUnavailableException",
        "company.preregister WSCompanyServiceUnavailableException",
        "company.preregister WSCompanyServiceException",
        "company.preregister WSCacheServiceException",
      ]
    )
  }

  @Test("Every given that a case needs is one that the suite declares")
  func givens() {
    for suite in ShippedContracts.suites {
      let needed = Set(CasePlanner().plan(suite).cases.flatMap(\.givens).map(Given.base))
      #expect(needed.sorted() == suite.givens.map(\.id).sorted())
    }
  }

  @Test("What a request bears in its body it does not bear in its query too")
  func documentedBodies() throws {
    let names = ["cancel-by-body", "remove-by-body", "request-in-the-body"]
    let cases = ShippedContracts.suites.flatMap { CasePlanner().plan($0).cases }
    for name in names {
      let found = try #require(cases.first { $0.id.description.hasSuffix("example/\(name)") })
      #expect(found.steps.first?.request.query.list == [])
    }
  }
}
