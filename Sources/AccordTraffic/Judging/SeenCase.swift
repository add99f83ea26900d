import AccordMocking
import AccordModel
import AccordSchema
import HTTPTypes

/// An exchange that was seen with the contract that it is of.
struct SeenCase {
  let suite: ContractSuite
  let seen: SeenExchange

  /// The request as its contract has it.
  let reading: RequestReader.Reading

  var call: MockCall { reading.call }
  var contract: Contract { reading.call.contract }

  /// The case, which is held to an expectation.
  func testCase(_ expectation: Case.Expectation, known: Set<Clause.ID>) -> Case {
    var request = RequestTemplate(
      HTTPRequest.Method(rawValue: seen.method) ?? .get,
      [.text(String(call.request.path))]
    )
    if contract.credential != nil { request.credential = .valid(as: call.role) }
    if let payload = call.body, let rule = contract.body {
      request.body = .value(payload, [], syntax, rule.schema)
    } else {
      request.body = seen.content.bytes.isEmpty ? nil : .bytes(seen.content.bytes)
    }
    let step = Case.Step(
      "request",
      request,
      expecting: expectation,
      of: contract.id,
      by: Case.Call(route: call.route.name, version: call.version, format: asked)
    )
    let kind = expectation.asksWrongly ? "wrong" : "right"
    return Case(
      id: CaseID([suite.id, contract.id, "traffic", "\(seen.number)"]),
      suite: suite.id,
      contract: contract.id,
      origin: .traffic,
      title: "A \(kind) request that was seen is answered as promised "
        + "(\(seen.place)).",
      steps: [step],
      clauses: clauses(of: expectation).filter(known.contains),
      access: .writes
    )
  }

  /// The exchange, with what its request says.
  func exchange(_ outcome: Exchange.Outcome) -> Exchange {
    let arguments = call.parameters.compactMap { member -> Exchange.Request.Argument? in
      guard let parameter = contract.parameters.first(where: { $0.name == member.key }) else {
        return nil
      }
      return Exchange.Request.Argument(
        member.key,
        in: parameter.places.first ?? .query,
        member.value
      )
    }
    return Exchange(
      request: Exchange.Request(
        origin: seen.origin,
        method: seen.method,
        target: seen.target,
        fields: seen.fields,
        body: seen.content.bytes,
        arguments: arguments,
        payload: call.body
      ),
      outcome: outcome,
      timing: seen.timing
    )
  }

  /// The syntax of the request's content.
  private var syntax: Format.Syntax {
    let type = call.request.contentType
    let format = contract.body?.formats.compactMap { suite.format($0) }
      .first { $0.mediaType.lowercased() == type?.essence }
    return format?.syntax ?? type?.syntax ?? .json
  }

  /// The format that the request asks for.
  private var asked: Format.ID? {
    ExpectedFormats(self).ways.isEmpty ? nil : reading.format.id
  }

  /// The promises that the exchange may say something of.
  private func clauses(of expectation: Case.Expectation) -> [Clause.ID] {
    var list: [Clause.ID] = []
    switch expectation.outcome {
    case .success(let rule):
      list = [call.route.clause.id] + requestClauses
      list += [rule.clause.id, rule.contentClause.id]
      list += rule.readings.map(\.clause.id) + rule.ties.map(\.clause.id)
      list += rule.headers.map(\.clause.id) + rule.digests.map(\.clause.id)
    case .refusal(let refusal, _):
      list = [refusal.refused.id, refusal.named.id] + refusal.headers.map(\.clause.id)
      for error in contract.errors where refusal.names.contains(error.name) {
        list.append(error.clause.id)
        if let clause = contract.statusClause(of: error, in: suite) { list.append(clause.id) }
      }
      list += contract.commonErrorClauses(in: suite).map(\.id)
    }
    if let clause = expectation.formatClause { list.append(clause.id) }
    return list.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private var requestClauses: [Clause.ID] {
    var list = [contract.credential?.clause.id].compactMap(\.self)
    list += contract.headers.filter { rule in
      rule.presence == .forbidden || !seen.fields.values(of: rule.name).isEmpty
    }.map(\.clause.id)
    list += contract.parameters.filter { call.value(of: $0.name) != nil }.map(\.clause.id)
    if let body = contract.body, call.body != nil { list.append(body.clause.id) }
    return list
  }
}

extension Case {
  /// Whether a request of it that was seen is wrong.
  var asksWrongly: Bool { steps.contains(where: \.expectation.asksWrongly) }
}

extension Case.Expectation {
  /// Whether the request is known to be wrong: a refusal that is only admitted has no reason in the request.
  fileprivate var asksWrongly: Bool {
    guard case .refusal(_, let reason) = outcome else { return false }
    return !reason.isEmpty
  }
}
