import AccordModel
import AccordPlanning

/// The refusals of a suite that no case brings about: of a parameter that any text is right for, there is
/// no wrong value.
///
/// A document says nothing of refusals: what was taken for granted is left out where it can never be seen.
struct UnreachedPromises {
  private var reached: [Contract.ID: Set<Clause.ID>] = [:]

  init(of suite: ContractSuite) {
    for testCase in CasePlanner().plan(suite).cases {
      reached[testCase.contract, default: []].formUnion(testCase.clauses)
      for step in testCase.steps {
        reached[step.contract, default: []].formUnion(step.expectation.clauses.map(\.id))
      }
    }
  }

  /// Takes them out of a suite.
  func remove(from suite: inout ContractSuite) {
    for index in suite.contracts.indices { remove(from: &suite.contracts[index]) }
  }

  private func remove(from contract: inout Contract) {
    let reached = reached[contract.id] ?? []
    func clean(_ refusal: inout Refusal?) {
      if let known = refusal, !reached.contains(known.refused.id) { refusal = nil }
    }
    for index in contract.parameters.indices {
      clean(&contract.parameters[index].missing)
      clean(&contract.parameters[index].invalid)
      clean(&contract.parameters[index].unknown)
    }
    if var body = contract.body {
      clean(&body.malformed)
      clean(&body.incomplete)
      clean(&body.invalid)
      contract.body = body
    }
    if var rule = contract.credential {
      clean(&rule.missing)
      clean(&rule.invalid)
      contract.credential = rule
    }
    contract.parameters.removeAll { !reached.contains($0.clause.id) }
  }
}
