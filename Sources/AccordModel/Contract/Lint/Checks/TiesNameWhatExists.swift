/// What ties answers to requests names parameters and a body that there are.
struct TiesNameWhatExists: LintCheck {
  let id = "ties"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    contract.answers.flatMap { response in
      response.ties.compactMap { tie -> LintFinding? in
        let user = "The answer \(response.clause.id)"
        let known = contract.parameters.map(\.name)
        if let name = tie.parameter, !known.contains(name) {
          let evidence = LintEvidence.unknown(
            noun: "parameter",
            name: name,
            user: user,
            known: known
          )
          return LintFinding(evidence, at: tie.clause.source)
        }
        guard case .body = tie.kind, contract.body == nil else { return nil }
        return LintFinding(.nothingSent(answer: response.clause.id), at: tie.clause.source)
      }
    }
  }
}
