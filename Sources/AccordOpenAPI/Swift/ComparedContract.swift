import AccordModel
import AccordSchema

/// A contract without the lines at which its promises are declared, and its schemas beside it.
struct ComparedContract {
  /// The contract, in which every schema is that of any value.
  private(set) var contract: Contract

  /// The schemas, each with what it is of.
  private(set) var schemas: [(part: String, schema: Schema)] = []

  init(_ contract: Contract) {
    self.contract = contract
    self.contract.source = .nowhere
    for index in contract.routes.indices { self.contract.routes[index].clause.source = .nowhere }
    self.contract.responseTime?.clause.source = .nowhere
    compareCredential()
    compareParameters()
    compareBody()
    self.contract.responses = contract.responses.map { bare($0) }
    self.contract.otherwise = contract.otherwise.map { bare($0) }
    for index in contract.examples.indices {
      self.contract.examples[index].clause.source = .nowhere
    }
  }

  private mutating func compareCredential() {
    guard var rule = contract.credential else { return }
    rule.clause.source = .nowhere
    rule.missing = rule.missing.map(\.bare)
    rule.invalid = rule.invalid.map(\.bare)
    contract.credential = rule
  }

  private mutating func compareParameters() {
    for index in contract.parameters.indices {
      var parameter = contract.parameters[index]
      schemas.append(("parameter \(parameter.name)", parameter.schema))
      parameter.schema = .any
      parameter.clause.source = .nowhere
      parameter.placesClause?.source = .nowhere
      parameter.missing = parameter.missing.map(\.bare)
      parameter.invalid = parameter.invalid.map(\.bare)
      parameter.unknown = parameter.unknown.map(\.bare)
      contract.parameters[index] = parameter
    }
  }

  private mutating func compareBody() {
    guard var body = contract.body else { return }
    schemas.append(("body", body.schema))
    body.schema = .any
    for index in body.schemas.indices {
      schemas.append(("body in \(body.schemas[index].format)", body.schemas[index].schema))
      body.schemas[index].schema = .any
    }
    body.clause.source = .nowhere
    body.malformed = body.malformed.map(\.bare)
    body.unsupported = body.unsupported.map(\.bare)
    body.incomplete = body.incomplete.map(\.bare)
    body.invalid = body.invalid.map(\.bare)
    contract.body = body
  }

  private mutating func bare(_ rule: ResponseRule) -> ResponseRule {
    var rule = rule
    switch rule.content {
    case .payload(let schema):
      schemas.append(("answer \(rule.name)", schema))
      rule.content = .payload(.any)
    case .rows(let schema, let pointer):
      schemas.append(("answer \(rule.name)", schema))
      rule.content = .rows(.any, of: pointer)
    case .octets, .empty, .unspecified: break
    }
    rule.clause.source = .nowhere
    rule.contentClause.source = .nowhere
    for index in rule.headers.indices {
      schemas.append(
        ("header \(rule.headers[index].name) of \(rule.name)", rule.headers[index].value)
      )
      rule.headers[index].value = .any
      rule.headers[index].clause.source = .nowhere
    }
    return rule
  }
}

extension SourceLine {
  fileprivate static let nowhere = SourceLine(fileID: "", line: 0)
}

extension Refusal {
  fileprivate var bare: Refusal {
    var refusal = self
    refusal.refused.source = .nowhere
    refusal.named.source = .nowhere
    return refusal
  }
}
