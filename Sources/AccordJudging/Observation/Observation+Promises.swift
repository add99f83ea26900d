import AccordModel
import AccordSchema

extension Observation {
  /// What an answer as promised shows of the request: a right one that its parts are taken, a
  /// wrong one that what it leaves out is needed.
  func confirmed(by testCase: Case) -> [Promise.ID] {
    var promises: [Promise.ID] = []
    if testCase.origin == .example {
      promises += testCase.clauses.filter(contractIndex.exampleClauses.contains)
    }
    let ways =
      contract.parameters.compactMap(\.placesClause?.id)
      + (contract.body?.memberVersions ?? []).map(\.clause.id)
    promises += ways.filter(testCase.clauses.contains)
    switch expectation.outcome {
    case .success: return promises + accepted
    case .refusal where testCase.origin == .omission:
      let parts =
        [contract.credential?.clause.id].compactMap(\.self)
        + contract.headers.map(\.clause.id) + contract.parameters.map(\.clause.id)
        + [contract.body?.clause.id].compactMap(\.self)
      return promises + parts.filter(testCase.clauses.contains)
    case .refusal: return promises
    }
  }

  /// The parts of a right request.
  private var accepted: [Promise.ID] {
    var promises = contract.headers.filter { header in
      (header.presence == .forbidden) == request.fields.values(of: header.name).isEmpty
    }.map(\.clause.id)
    if let rule = contract.credential, step.request.carriesCredential {
      promises.append(rule.clause.id)
    }
    promises += contract.parameters.filter { sentValue(of: $0.name) != nil }.map(\.clause.id)
    guard let sent = contract.body, !request.body.isEmpty else { return promises }
    promises.append(sent.clause.id)
    guard let payload = sentPayload else { return promises }
    return promises
      + contractIndex.payload(sent.schema(in: sentFormat), of: sent.clause).present(in: payload)
  }

  /// The format of the request's content, where it says one of those of the contract.
  private var sentFormat: Format.ID? {
    let type = request.fields.values(of: "Content-Type").first.flatMap { MediaType(parsing: $0) }
    return contract.body?.formats.first { id in
      suite.format(id)?.mediaType.lowercased() == type?.essence
    }
  }

  /// That the route is served, and that it is by this method, in this version and format.
  var requestPromises: [Promise.ID] {
    guard let route, let call = step.call, case .success = expectation.outcome else { return [] }
    let answered = expectation.formats.first { $0 == self.format } ?? expectation.format
    let format = answered?.id ?? call.format ?? self.format.id
    return [
      route.clause.id,
      Contract.requestPromise(
        route,
        request.method,
        version: call.version,
        format: format
      ),
    ]
  }

  /// Whether the answer says that it is in the format that was promised, where one was.
  var isInPromisedFormat: Bool {
    guard expectation.format != nil, allowsContent else { return true }
    return expectation.formats.contains {
      $0.mediaType.lowercased() == mediaType?.essence
    }
  }

  /// Whether the status is one that the request deserves.
  var hasPromisedStatus: Bool {
    switch expectation.outcome {
    case .success(let rule): return rule.statuses.contains(response.status)
    case .refusal(let refusal, _):
      let entries = refusal.names.compactMap { suite.errors[$0] }
      let sets = refusal.statuses.map { [$0] } ?? entries.map(\.statuses)
      return sets.contains { $0.contains(response.status) }
    }
  }

  /// The errors of a refusal that the answer names.
  func namedErrors(of refusal: Refusal) -> [String] {
    refusal.names.filter { name in
      guard let entry = suite.errors[name] else { return false }
      return (refusal.statuses ?? entry.statuses).contains(response.status)
        && suite.errors.recognise(entry, in: shownError) == .same
    }
  }
}
