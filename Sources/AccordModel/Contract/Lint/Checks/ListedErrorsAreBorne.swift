/// An error that is listed as one that can be brought about is borne by a refusal, an example or a step,
/// and where errors are listed, refusals bear only those.
struct ListedErrorsAreBorne: LintCheck {
  let id = "listed-errors"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    guard !contract.errors.isEmpty else { return [] }
    let catalogue = suite.errors
    let byRequest = contract.requestRefusals.flatMap(\.names)
    let byExample = (contract.exampleRefusals + suite.stepRefusals(of: contract)).flatMap(\.names)
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

extension ContractSuite {
  /// The refusals that only steps declare of workflows and life cycles that call a contract.
  fileprivate func stepRefusals(of contract: Contract) -> [Refusal] {
    var steps = workflows.flatMap(\.steps).map { ($0.contract, $0.expectation) }
    for cycle in lifeCycles {
      steps += cycle.refusals.compactMap { refused in
        cycle.transition(refused.transition).map { ($0.step.contract, refused.expectation) }
      }
      steps += cycle.views.flatMap { view in
        view.refusals.map { (view.step.contract, $0.expectation) }
      }
    }
    return steps.compactMap { name, expectation in
      guard name == contract.id, case .refusal(let refusal, _) = expectation else { return nil }
      return refusal
    }
  }
}
