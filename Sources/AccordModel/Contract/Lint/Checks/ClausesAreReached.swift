/// Every promise is looked at by a case, but for errors that nothing brings about.
struct ClausesAreReached: LintCheck {
  let id = "reached"

  /// The promises that cases look at, by contract.
  private let reached: [Contract.ID: Set<Clause.ID>]
  /// What steps are told of the content of right answers, by contract.
  private let contents: [Contract.ID: Set<Clause.ID>]

  /// Creates the check for the cases planned.
  init(cases: [Case]) {
    var reached: [Contract.ID: Set<Clause.ID>] = [:]
    var contents: [Contract.ID: Set<Clause.ID>] = [:]
    for testCase in cases {
      reached[testCase.contract, default: []].formUnion(testCase.clauses)
      if let relation = testCase.relation {
        reached[testCase.contract, default: []].insert(relation.clause.id)
      }
      for step in testCase.steps {
        let known = step.expectation.clauses.map(\.id) + step.clauses
        reached[step.contract, default: []].formUnion(known)
        guard step.contract != testCase.contract || testCase.workflow != nil,
          case .success(let response) = step.expectation.outcome
        else { continue }
        contents[step.contract, default: []].insert(response.contentClause.id)
      }
    }
    self.reached = reached
    self.contents = contents
  }

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    // What a neighbour promises is no promise of the suite.
    guard suite.contracts.contains(where: { $0.id == contract.id }) else { return [] }
    let impossible = contract.errors.filter { error in
      guard case .impossible = error.provocation else { return false }
      return true
    }
    let excepted = Set(
      impossible.flatMap { error in
        [error.clause.id, contract.statusClause(of: error, in: suite)?.id].compactMap(\.self)
      }
    )
    // What no request is promised need not come.
    var known = (reached[contract.id] ?? []).union(contract.otherwise.flatMap(\.clauses).map(\.id))
    // That an answer comes may be promised to a step by its workflow, where the contract leaves it open.
    let told = contents[contract.id] ?? []
    known.formUnion(
      contract.responses.filter { told.contains($0.contentClause.id) }.map(\.clause.id)
    )
    // Each answer of the contract takes some time.
    if reached[contract.id] != nil, let time = contract.responseTime(in: suite) {
      known.insert(time.clause.id)
    }
    return contract.clauses(in: suite)
      .filter { !known.contains($0.id) && !excepted.contains($0.id) }
      .map { LintFinding(.unreached(clause: $0.id, sentence: $0.sentence), at: $0.source) }
  }
}

extension Case.Expectation {
  /// The promises that an exchange is held to.
  package var clauses: [Clause] {
    let ofOutcome =
      switch outcome {
      case .success(let rule): rule.clauses + otherResponses.flatMap(\.clauses)
      case .refusal(let refusal, _): refusal.clauses
      }
    return ofOutcome + [formatClause, versionClause].compactMap(\.self)
  }
}
