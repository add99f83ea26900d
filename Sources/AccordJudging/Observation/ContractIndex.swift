package import AccordModel

/// What a contract says once, however many answers are held to it.
package final class ContractIndex: Sendable {
  /// The contract.
  package let contract: Contract

  /// The statuses that the contract declares, for any request: of its responses, of the errors it
  /// lists, and of its refusals.
  package let declaredStatuses: [StatusSet]

  /// The promises of its examples.
  let exampleClauses: Set<Clause.ID>

  /// Gathers what a contract says.
  package init(_ contract: Contract, of suite: ContractSuite) {
    self.contract = contract
    let refusals = contract.refusals
    let names = contract.errors.map(\.name) + refusals.flatMap(\.names)
    var known: Set<StatusSet> = []
    declaredStatuses =
      (contract.responses.map(\.statuses) + names.compactMap { suite.errors[$0]?.statuses }
      + refusals.compactMap(\.statuses))
      .filter { known.insert($0).inserted }
    exampleClauses = Set(contract.examples.map(\.clause.id))
  }
}
