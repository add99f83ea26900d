import AccordModel
import AccordSchema
import ShippedContracts

/// A schema of a body of a shipped contract.
struct ContractPayload {
  var name: String
  var schema: Schema

  /// The different schemas of requests, responses and errors, in the order of the contracts.
  static let all: [ContractPayload] = {
    var seen: Set<Schema> = []
    return ShippedContracts.suites.flatMap { suite in
      let contracts = suite.contracts.flatMap { contract in
        let request = contract.body.map { [$0.schema] } ?? []
        return (request + contract.responses.compactMap(\.schema)).map {
          ContractPayload(name: "\(contract.id)", schema: $0)
        }
      }
      let errors = suite.errors.schemas.map { ContractPayload(name: "\(suite.id)", schema: $0) }
      return contracts + errors
    }
    .filter { seen.insert($0.schema).inserted }
  }()

  /// Values that conform, such that each break one thing, and others with one thing changed.
  func documents(_ values: inout ValueGenerator) -> [JSON] {
    let samples = (UInt64(0)..<3).compactMap { schema.sample(seed: $0) }
    let broken = schema.counterexamples().compactMap { example in
      samples.first.flatMap(example.applied)
    }
    let changed = samples.flatMap { sample in
      (0..<80).map { _ in values.broken(sample) }
    }
    return samples + broken + changed
  }
}
