import Accord
import ArgumentParser

/// A payload of a contract by a name that people can type.
struct NamedPayload: Sendable {
  /// The contract and the direction, such as `books.get/response`.
  var name: String

  /// The name with the suite before it.
  var longName: String

  /// The name with what a document calls the operation.
  var operation: String

  /// What the payload must be; any of them.
  var schemas: [Schema]

  /// The name of a payload of the tool's own suites, for help.
  static var example: String {
    let names = ConformanceCommand.suites.flatMap(all).map(\.name)
    return names.first { $0.hasSuffix("/response") } ?? names.first ?? "books.get/response"
  }

  /// The payload that the user names, of some suites; an operation of a document is named by its
  /// operationId too.
  static func named(_ name: String, in suites: [ContractSuite]) throws -> NamedPayload {
    let payloads = suites.flatMap(all)
    let found = payloads.first { $0.name == name || $0.longName == name }
    if let found = found ?? payloads.first(where: { $0.operation == name }) { return found }
    let isLong = name.count { $0 == "/" } > 1
    let hint = NearMiss.hint(name, among: payloads.map(isLong ? \.longName : \.name))
    throw ValidationError("Unknown payload \"\(name)\". \(hint)")
  }

  /// The payloads of a suite, in the order of its contracts.
  static func all(of suite: ContractSuite) -> [NamedPayload] {
    suite.contracts.flatMap { contract in
      let request =
        contract.body.map { [("request", [$0.schema] + $0.schemas.map(\.schema))] } ?? []
      let responses = contract.responses.compactMap(\.schema)
      let response = responses.isEmpty ? [] : [("response", responses)]
      let errors = suite.errors.schemas
      let error = errors.isEmpty || contract.errors.isEmpty ? [] : [("error", errors)]
      let others = contract.otherwise.compactMap(\.schema)
      let otherwise = others.isEmpty ? [] : [("otherwise", others)]
      return (request + response + otherwise + error).map { direction, schemas in
        NamedPayload(
          name: "\(contract.id)/\(direction)",
          longName: "\(suite.id)/\(contract.id)/\(direction)",
          operation: "\(contract.name)/\(direction)",
          schemas: schemas
        )
      }
    }
  }
}
