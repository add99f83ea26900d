public import AccordModel
import AccordSchema

extension ImportedSuite {
  /// In what a suite differs from that of the document, each as a sentence; empty where both say the same.
  ///
  /// So a team's tests tell whether the Swift source that `accord import` wrote is still what the document
  /// says. The lines at which promises are declared do not count, nor whether a schema was read from the
  /// document or is written in Swift.
  public func differences(from other: ContractSuite) -> [String] {
    var found: [String] = []
    func compare(_ part: String, _ isSame: Bool) {
      if !isSame { found.append("\(part): It is not the same.") }
    }
    compare("id", suite.id == other.id)
    compare("name", suite.name == other.name)
    compare("summary", suite.summary == other.summary)
    compare("credential", suite.credential == other.credential)
    compare("roles", suite.roles == other.roles)
    compare("formats", suite.formats == other.formats)
    compare("errors", suite.errors == other.errors)
    compare("givens", suite.givens.map(\.id) == other.givens.map(\.id))
    for (own, given) in zip(suite.givens, other.givens) where own.id == given.id {
      compare("given \(own.id)", own.isSame(as: given))
    }
    compare("response time", suite.responseTime.isSame(as: other.responseTime))
    compare("contracts", suite.contracts.map(\.id) == other.contracts.map(\.id))
    for (own, contract) in zip(suite.contracts, other.contracts) where own.id == contract.id {
      found += Self.differences(ComparedContract(own), ComparedContract(contract))
    }
    compare("workflows", suite.workflows.map(\.id) == other.workflows.map(\.id))
    for (own, workflow) in zip(suite.workflows, other.workflows) where own.id == workflow.id {
      compare("workflow \(own.id)", own.isSame(as: workflow))
    }
    return found
  }

  private static func differences(_ own: ComparedContract, _ other: ComparedContract) -> [String] {
    let (left, right) = (own.contract, other.contract)
    var found: [String] = []
    func compare(_ part: String, _ isSame: Bool) {
      if !isSame { found.append("\(left.id): \(part): It is not the same.") }
    }
    compare("routes", left.routes == right.routes)
    compare("credential", left.credential == right.credential)
    compare("parameters", left.parameters == right.parameters)
    compare("body", left.body == right.body)
    compare("responses", left.responses == right.responses)
    compare("otherwise", left.otherwise == right.otherwise)
    compare("examples", left.examples == right.examples)
    compare("notes", left.notes == right.notes)
    // What is named above and what is not.
    if found.isEmpty { compare("the rest", left == right) }
    guard own.schemas.map(\.part) == other.schemas.map(\.part) else {
      if found.isEmpty { compare("schemas", false) }
      return found
    }
    for (own, other) in zip(own.schemas, other.schemas) {
      compare("schema of \(own.part)", own.schema.isAlike(other.schema))
    }
    return found
  }
}

extension Given {
  /// Whether another one says the same, wherever its schemas come from.
  fileprivate func isSame(as other: Given) -> Bool {
    var (left, right): ([Schema], [Schema]) = ([], [])
    guard bare(&left) == other.bare(&right), left.count == right.count else { return false }
    return zip(left, right).allSatisfy { $0.isAlike($1) }
  }

  private func bare(_ schemas: inout [Schema]) -> Given {
    var given = self
    for index in given.fields.indices {
      schemas.append(given.fields[index].schema)
      given.fields[index].schema = .any
    }
    given.discovery = given.discovery?.bare(&schemas)
    given.creation = given.creation?.bare(&schemas)
    return given
  }
}

extension Given.Discovery {
  fileprivate func bare(_ schemas: inout [Schema]) -> Self {
    var discovery = self
    schemas.append(suitable)
    discovery.suitable = .any
    if case .value(let value, let values, let syntax, let schema) = request.body {
      schemas.append(schema)
      discovery.request.body = .value(value, values, syntax, .any)
    }
    return discovery
  }
}

extension ResponseTime? {
  /// Whether another one says the same, wherever it is declared.
  fileprivate func isSame(as other: ResponseTime?) -> Bool {
    self?.limit == other?.limit && self?.clause.basis == other?.clause.basis
  }
}
