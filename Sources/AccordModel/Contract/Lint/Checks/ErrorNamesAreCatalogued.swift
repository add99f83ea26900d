/// Every error name stands in the suite's catalogue.
struct ErrorNamesAreCatalogued: LintCheck {
  let id = "error-names"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    let listed = contract.errors.map { ($0.name, $0.clause.source) }
    let borne = contract.refusals.flatMap { refusal in
      refusal.names.map { ($0, refusal.named.source) }
    }
    return (listed + borne).compactMap { name, source in
      guard suite.errors[name] == nil else { return nil }
      return LintFinding(.notCatalogued(error: name), at: source)
    }
  }
}
