/// What is declared to change nothing has no part that changes something.
struct EffectsAgree: LintCheck {
  let id = "effects"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    suite.givens.filter { $0.discovery?.effect == .changesState }.map { given in
      LintFinding(.changingDiscovery(given: given.id), at: suite.source)
    }
  }

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    guard contract.effect == .readOnly else { return [] }
    var findings = contract.examples.filter(\.changesState).map { example in
      let what = "the example \"\(example.name)\""
      return LintFinding(.readOnlyChanges(what: what), at: example.clause.source)
    }
    if contract.stateDiagram != nil {
      findings.append(
        LintFinding(.readOnlyChanges(what: "what its life cycle says"), at: contract.source)
      )
    }
    return findings
  }
}
