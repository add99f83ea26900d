import Accord

/// An origin of cases of the team's own: every endpoint answers requests that came through a proxy.
struct ProxiedRequests: CaseOrigin {
  let id = "proxied"

  func cases(of contract: Contract, in suite: ContractSuite) -> [Case] {
    contract.drafts(in: suite).map { draft in
      var draft = draft
      draft.setHeader("X-Forwarded-For", to: "203.0.113.7")
      return draft.answered("proxied", "A request through a proxy is answered as documented.")
    }
  }
}
