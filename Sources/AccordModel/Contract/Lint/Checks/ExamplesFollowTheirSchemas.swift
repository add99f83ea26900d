import AccordSchema

/// The values that are written down in a contract follow the schemas of the contract.
///
/// An example that expects a refusal is not looked at: it may be wrong on purpose.
struct ExamplesFollowTheirSchemas: LintCheck {
  let id = "example-values"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    var findings: [LintFinding] = []
    for parameter in contract.parameters {
      guard case .literal(let value) = parameter.example else { continue }
      findings += violations(of: value, parameter).map { why in
        LintFinding(
          .value(owner: "the parameter \(parameter.name)", why: why),
          at: parameter.clause.source
        )
      }
    }
    for example in contract.examples {
      guard case .response = example.outcome else { continue }
      findings += evidence(of: example, in: contract, of: suite)
        .map { LintFinding($0, at: example.clause.source) }
    }
    return findings
  }

  private func evidence(
    of example: Example,
    in contract: Contract,
    of suite: ContractSuite
  ) -> [LintEvidence] {
    let lists = [example.path, example.query, example.headers, example.cookies].map(\.list)
    let arguments = lists.joined().flatMap { argument -> [LintEvidence] in
      guard case .literal(let value) = argument.value,
        let parameter = contract.parameters.first(where: { $0.name == argument.name })
      else { return [] }
      return violations(of: value, parameter).map { why in
        .value(owner: "\(argument.name) in the example \"\(example.name)\"", why: why)
      }
    }
    guard let rule = contract.body,
      let validator = try? SchemaValidator(rule.schema(in: example.format)),
      let body = body(of: example, in: contract, of: suite)
    else { return arguments }
    return arguments
      + validator.validate(body).map { violation in
        .value(owner: "the body of the example \"\(example.name)\"", why: violation.message)
      }
  }

  private func violations(of value: JSON, _ parameter: Parameter) -> [String] {
    parameter.violations(of: value, in: parameter.textPlace).map(\.message)
  }

  /// The body with a stand-in for each value that is only known when a case runs, and with the
  /// version where the route puts it.
  private func body(
    of example: Example,
    in contract: Contract,
    of suite: ContractSuite
  ) -> JSON? {
    guard example.body != nil || !example.bodyValues.isEmpty else { return nil }
    var body = example.body ?? .object([])
    for part in example.bodyValues {
      let value: JSON
      switch part.value {
      case .literal(let literal): value = literal
      case .output, .stepOutput: continue
      case .unique(let prefix, let suffix): value = .string(prefix + "0" + suffix)
      case .given(let name, let field):
        let fields = suite.given(name)?.fields ?? []
        let schema = fields.first { field == nil || $0.name == field }?.schema
        guard let sample = schema?.sample() else { continue }
        value = sample
      }
      body = body.replacing(value, at: part.pointer) ?? body
    }
    let served = example.versions.first ?? contract.servedVersions.first
    for case .body(let pointer) in contract.routes.compactMap({ $0.version?.carrier }) {
      guard let served else { continue }
      body = body.replacing(.number(JSONNumber(served)), at: pointer) ?? body
    }
    return body
  }
}
