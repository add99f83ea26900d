import AccordModel
import AccordSchema

/// The promises of the members of one clause's payload, told once for all answers.
struct PayloadPromises: Sendable {
  /// The members.
  let members: PayloadMembers

  /// The schema of the payload.
  let schema: Schema

  /// The promise of each member, in their order.
  private let ids: [Promise.ID]

  /// The promises of the members of what a clause promises.
  init(_ schema: Schema, of clause: Clause) {
    self.schema = schema
    members = PayloadMembers(schema)
    ids = members.paths.map { PayloadMembers.promise($0, of: clause) }
  }

  /// The promises of the members that a value has.
  func present(in value: JSON) -> [Promise.ID] {
    members.numbersPresent(in: value).map { ids[$0] }
  }
}
