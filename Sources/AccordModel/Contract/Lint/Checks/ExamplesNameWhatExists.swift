/// Examples name routes, parameters, versions, answers and live data that there are.
struct ExamplesNameWhatExists: LintCheck {
  let id = "example-names"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    let ofParameters = contract.parameters.flatMap { parameter -> [LintFinding] in
      guard let operand = parameter.example else { return [] }
      return evidence(of: operand, "The parameter \(parameter.name)", in: suite)
        .map { LintFinding($0, at: parameter.clause.source) }
    }
    return ofParameters
      + contract.examples.flatMap { example in
        evidence(of: example, in: contract, of: suite)
          .map { LintFinding($0, at: example.clause.source) }
      }
  }

  private func evidence(
    of example: Example,
    in contract: Contract,
    of suite: ContractSuite
  ) -> [LintEvidence] {
    let user = "The example \"\(example.name)\""
    let routes = contract.routes.map(\.name)
    let variables = contract.parameters.filter { $0.places.contains(.path) }.map(\.name)
    let queryNames =
      contract.parameters.filter { !$0.places.allSatisfy { $0 == .path } }.map(\.name)
      + contract.versionQueryNames + (suite.negotiation?.queryNames ?? [])
    var evidence = unknown("route", example.routes, user, routes)
    evidence += unknown("path variable", example.path.list.map(\.name), user, variables)
    evidence += unknown("parameter", example.query.list.map(\.name), user, queryNames)
    let cookies = contract.parameters.filter { $0.places.contains(.cookie) }.map(\.name)
    evidence += unknown("cookie", example.cookies.list.map(\.name), user, cookies)
    let headers =
      contract.headers.filter { $0.presence != .forbidden }.map(\.name)
      + contract.parameters.filter { $0.places.contains(.header) }.map(\.name)
    evidence += unknown(
      "header",
      example.headers.list.map(\.name).filter { name in
        // Whoever asks may say what is accepted (RFC 9110 section 12.5.1).
        name.lowercased() != "accept" && !headers.contains { $0.lowercased() == name.lowercased() }
      },
      user,
      headers
    )
    evidence += unknown("given", example.consumes, user, suite.givens.map(\.id))
    if case .response(let name) = example.outcome {
      let responses = contract.responses.map { String($0.clause.id.dropFirst("response/".count)) }
      // The first answer is meant by "success", whatever it is called.
      let isKnown = responses.contains(name) || name == "success"
      if !isKnown { evidence += unknown("answer", [name], user, responses) }
      let answers = contract.answers.map { String($0.clause.id.dropFirst("response/".count)) }
      evidence += unknown("answer", example.otherResponses, user, answers)
    }
    if example.body != nil || !example.bodyValues.isEmpty, contract.body == nil {
      evidence.append(.bodyNotRead(example: example.name))
    }
    for operand in example.operands {
      evidence += self.evidence(of: operand.value, operand.owner, in: suite)
    }
    return evidence
  }

  private func evidence(
    of operand: Operand,
    _ user: String,
    in suite: ContractSuite
  ) -> [LintEvidence] {
    // Only steps of a workflow have steps before them.
    if case .stepOutput(_, let step) = operand { return unknown("step", [step], user, []) }
    guard case .given(let name, let field) = operand else { return [] }
    guard let given = suite.given(name) else {
      return unknown("given", [name], user, suite.givens.map(\.id))
    }
    let fields = given.fields.map(\.name)
    guard let field else {
      // A given with several fields does not say which one is meant.
      return fields.count == 1 ? [] : unknown("field", [""], user, fields)
    }
    return unknown("field", [field], user, fields)
  }

  private func unknown(
    _ noun: String,
    _ names: [String],
    _ user: String,
    _ known: [String]
  ) -> [LintEvidence] {
    names.filter { !known.contains($0) }
      .map { .unknown(noun: noun, name: $0, user: user, known: known) }
  }
}

extension Negotiation {
  /// The query parameters that choose a format.
  var queryNames: [String] {
    ways.compactMap { rule in
      guard case .query(let name) = rule.way else { return nil }
      return name
    }
  }
}
