import AccordModel
import AccordSchema

extension ContractSuite {
  /// The suite with every schema exported as a JSON Schema document and loaded again.
  func loaded() throws -> ContractSuite {
    try mappingSchemas { try Schema(loading: try $0.jsonSchema(), formats: .assertion) }
  }

  private func mappingSchemas(_ change: (Schema) throws -> Schema) throws -> ContractSuite {
    var suite = self
    suite.errors.schemas = try suite.errors.schemas.map(change)
    for place in suite.givens.indices {
      for field in suite.givens[place].fields.indices {
        suite.givens[place].fields[field].schema = try change(
          suite.givens[place].fields[field].schema
        )
      }
      if let suitable = suite.givens[place].discovery?.suitable {
        suite.givens[place].discovery?.suitable = try change(suitable)
      }
    }
    suite.contracts = try suite.contracts.map { try $0.mappingSchemas(change) }
    return suite
  }
}

extension Contract {
  fileprivate func mappingSchemas(_ change: (Schema) throws -> Schema) throws -> Contract {
    var contract = self
    for place in contract.parameters.indices {
      contract.parameters[place].schema = try change(contract.parameters[place].schema)
    }
    for place in contract.headers.indices {
      contract.headers[place].value = try change(contract.headers[place].value)
    }
    if let body = contract.body { contract.body?.schema = try change(body.schema) }
    contract.responses = try contract.responses.map { try $0.mappingSchemas(change) }
    return contract
  }
}

extension ResponseRule {
  /// The answer with other schemas.
  func mappingSchemas(_ change: (Schema) throws -> Schema) throws -> ResponseRule {
    var response = self
    switch response.content {
    case .payload(let schema): response.content = .payload(try change(schema))
    case .rows(let schema, let pointer): response.content = .rows(try change(schema), of: pointer)
    case .octets, .empty, .unspecified: break
    }
    for header in response.headers.indices {
      response.headers[header].value = try change(response.headers[header].value)
    }
    for reading in response.readings.indices {
      response.readings[reading].schema = try change(response.readings[reading].schema)
      if let condition = response.readings[reading].condition {
        response.readings[reading].condition = try change(condition)
      }
    }
    return response
  }
}
