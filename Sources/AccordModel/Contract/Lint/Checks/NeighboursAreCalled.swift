/// What is not put to the test itself is called by a workflow or a life cycle, whose promises are those
/// of a contract that is.
struct NeighboursAreCalled: LintCheck {
  let id = "neighbours"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    let called = Set(suite.calledContracts)
    let idle = suite.neighbours.filter { !called.contains($0.contract.id) }.map { neighbour in
      let user = "workflow or life cycle that calls the neighbour \(neighbour.contract.id)"
      return LintFinding(.missing(part: user), at: neighbour.clause.source)
    }
    guard !suite.neighbours.isEmpty else { return idle }
    func unowned(
      _ noun: String,
      _ id: String,
      _ owner: Contract.ID,
      _ source: SourceLine
    ) -> [LintFinding] {
      guard suite.neighbours.contains(where: { $0.contract.id == owner }) else { return [] }
      return [LintFinding(.missing(part: "contract that the \(noun) \(id) calls"), at: source)]
    }
    return idle
      + suite.workflows.flatMap {
        unowned("workflow", $0.id, suite.owner(of: $0), $0.clause.source)
      }
      + suite.lifeCycles.flatMap {
        unowned("life cycle", $0.id, suite.owner(of: $0), $0.clause.source)
      }
  }
}

extension ContractSuite {
  /// What workflows and life cycles call, each as often as they do.
  fileprivate var calledContracts: [Contract.ID] {
    workflows.flatMap { $0.steps + $0.cleanUp }.map(\.contract)
      + lifeCycles.flatMap { $0.calls + ($0.cleanUp ?? []) }.map(\.contract)
  }
}
