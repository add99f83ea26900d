import Accord

/// A payload of a contract by a name that people can type.
struct NamedPayload: Sendable {
  /// The contract and the direction, such as `contacts.connections/response`.
  var name: String

  /// The name with the suite before it.
  var longName: String

  /// What the payload must be; any of them.
  var schemas: [Schema]

  /// The payloads of a suite, in the order of its contracts.
  static func all(of suite: ContractSuite) -> [NamedPayload] {
    suite.contracts.flatMap { contract in
      let request = contract.body.map { [("request", [$0.schema])] } ?? []
      let responses = contract.responses.compactMap(\.schema)
      let response = responses.isEmpty ? [] : [("response", responses)]
      let errors = suite.errors.schemas
      let error = errors.isEmpty || contract.errors.isEmpty ? [] : [("error", errors)]
      return (request + response + error).map { direction, schemas in
        NamedPayload(
          name: "\(contract.id)/\(direction)",
          longName: "\(suite.id)/\(contract.id)/\(direction)",
          schemas: schemas
        )
      }
    }
  }
}
