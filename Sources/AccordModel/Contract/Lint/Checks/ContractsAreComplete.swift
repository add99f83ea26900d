/// A suite has contracts, and a contract has routes, responses and examples.
struct ContractsAreComplete: LintCheck {
  let id = "complete"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    var parts: [String] = []
    if suite.contracts.isEmpty { parts.append("contract") }
    if suite.formats.isEmpty { parts.append("format") }
    return parts.map { LintFinding(.missing(part: $0), at: suite.source) }
  }

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    var parts: [String] = []
    if contract.routes.isEmpty { parts.append("route") }
    // A method whose name is no token is none.
    if contract.routes.contains(where: { $0.methods.probed.isEmpty }) { parts.append("method") }
    if contract.responses.isEmpty { parts.append("response") }
    if contract.examples.isEmpty { parts.append("example") }
    return parts.map { LintFinding(.missing(part: $0), at: contract.source) }
  }
}
