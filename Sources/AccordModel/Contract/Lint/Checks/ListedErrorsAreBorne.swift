/// An error that is listed as one that can be brought about is borne by a refusal or an example,
/// and where errors are listed, refusals bear only those.
struct ListedErrorsAreBorne: LintCheck {
  let id = "listed-errors"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    guard !contract.errors.isEmpty else { return [] }
    let catalogue = suite.errors
    let byRequest = contract.requestRefusals.flatMap(\.names)
    let byExample = contract.exampleRefusals.flatMap(\.names)
    let notBorne = contract.errors.compactMap { error -> LintFinding? in
      let (names, noun): ([String], String)
      switch error.provocation {
      case .byRequest: (names, noun) = (byRequest, "a wrong request")
      case .byExample: (names, noun) = (byExample, "an example")
      case .impossible: return nil
      }
      guard !names.contains(where: { catalogue.areSame($0, error.name) }) else { return nil }
      return LintFinding(.notBorne(error: error.name, by: noun), at: error.clause.source)
    }
    let notListed = contract.refusals.flatMap { refusal in
      refusal.names
        .filter { name in !contract.errors.contains { catalogue.areSame($0.name, name) } }
        .map { LintFinding(.notListed(error: $0), at: refusal.named.source) }
    }
    return notBorne + notListed
  }
}
