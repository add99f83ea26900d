package import AccordModel

/// Which promises of a contract cases look at, of those that a suite may leave out where none does.
///
/// It is told without the whole plan: of the wrong values of a body the first is enough.
package struct ReachedPromises: Sendable {
  private static let planners: [any OriginPlanner] = [
    CredentialPlanner(), ParameterOmissionPlanner(), ParameterValuePlanner(), UnknownValuePlanner(),
    MalformedBodyPlanner(), ExamplePlanner(),
  ]

  private var clauses: Set<Clause.ID>

  /// Looks at a contract of a suite.
  package init(of contract: Contract, in suite: ContractSuite) {
    let scope = ContractScope(suite: suite, contract: contract)
    clauses = []
    for sketch in Self.planners.flatMap({ $0.sketches(in: scope) }) {
      clauses.formUnion(sketch.clauses.map(\.id))
      clauses.formUnion(sketch.steps.flatMap { $0.clauses(of: $0.caseStep) })
    }
    if let body = contract.body {
      if let refusal = body.incomplete, MemberOmissionPlanner().hasSketch(in: scope) {
        clauses.insert(refusal.refused.id)
      }
      if let refusal = body.invalid, MemberValuePlanner().hasSketch(in: scope) {
        clauses.insert(refusal.refused.id)
      }
    }
  }

  /// Whether some case looks at a promise.
  package func contains(_ clause: Clause) -> Bool { clauses.contains(clause.id) }
}
