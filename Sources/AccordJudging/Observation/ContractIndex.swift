package import AccordModel
import AccordSchema

/// What a contract says once, however many answers are held to it.
package final class ContractIndex: Sendable {
  /// The contract.
  package let contract: Contract

  /// The statuses that the contract declares, for any request: of its responses, of the errors it
  /// lists, of its refusals, and of other answers but the default.
  package let declaredStatuses: [StatusSet]

  /// The promises of its examples.
  let exampleClauses: Set<Clause.ID>

  /// The promises of the members of each payload, by the clause that promises it.
  private let payloads: [Clause.ID: PayloadPromises]

  /// Gathers what a contract says.
  package init(_ contract: Contract, of suite: ContractSuite) {
    self.contract = contract
    let refusals = contract.refusals
    let names = contract.errors.map(\.name) + refusals.flatMap(\.names)
    var known: Set<StatusSet> = []
    declaredStatuses =
      (contract.answers.map(\.statuses).filter { $0 != .any }
      + names.compactMap { suite.errors[$0]?.statuses }
      + refusals.compactMap(\.statuses))
      .filter { known.insert($0).inserted }
    exampleClauses = Set(contract.examples.map(\.clause.id))
    let readings = contract.answers.flatMap(\.readings).map { ($0.schema, $0.clause) }
    let answers = contract.answers.compactMap { rule in
      rule.schema.map { ($0, rule.contentClause) }
    }
    let sent = contract.body.map { [($0.schema, $0.clause)] } ?? []
    payloads = Dictionary(
      (answers + readings + sent).map { ($1.id, PayloadPromises($0, of: $1)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The promises of the members of what a clause promises: told once, unless a case brings a schema
  /// of its own for it.
  func payload(_ schema: Schema, of clause: Clause) -> PayloadPromises {
    if let known = payloads[clause.id], known.schema.identity == schema.identity { return known }
    return PayloadPromises(schema, of: clause)
  }
}
