import HTTPTypes

extension Contract {
  /// Everything that the contract promises, in the order of the contract: the denominator of
  /// coverage.
  ///
  /// What nobody can bring about from outside is among it, with its reason.
  public func promises(in suite: ContractSuite) -> [Promise] {
    requestPromises(in: suite)
      + clauses(.request, routes.flatMap { $0.otherMethods?.clauses ?? [] })
      + clauses(.version, routes.compactMap(\.version).flatMap(\.clauses))
      + clauses(.header, (credential?.clauses ?? []) + headers.flatMap(\.clauses))
      + clauses(.parameter, parameters.flatMap(\.clauses))
      + clauses(.body, body?.clauses ?? [])
      + memberPromises
      + statusPromises(in: suite)
      + clauses(.response, responses.flatMap(\.clauses))
      + otherPromises
      + clauses(.response, [responseTime(in: suite)?.clause].compactMap(\.self))
      + errorPromises(in: suite)
      + clauses(.example, examples.flatMap(\.clauses))
      + clauses(.relation, relations.map(\.clause))
      + clauses(.workflow, suite.workflows(of: id).flatMap(\.clauses))
      + clauses(.lifeCycle, suite.lifeCycles(of: id).flatMap { $0.clauses(in: suite) })
      + clauses(.format, unacceptable?.clauses ?? [])
      + clauses(.format, negotiates(in: suite) ? suite.negotiation?.clauses ?? [] : [])
  }

  /// The identifiers of the promises about what callers have to send: they are all refused without it.
  package var demands: Set<Promise.ID> {
    Set(
      [credential?.clause.id].compactMap(\.self)
        + headers.filter { $0.presence == .required }.map(\.clause.id)
        + parameters.filter(\.isRequired).map(\.clause.id)
        + [body].compactMap(\.self).filter(\.isRequired).map(\.clause.id)
    )
  }

  /// The identifier of the promise that a route is served by a method, in a version, in a format.
  package static func requestPromise(
    _ route: Contract.Route,
    _ method: String,
    version: Int?,
    format: Format.ID
  ) -> String {
    let version = version.map { "/v\($0)" } ?? ""
    return "\(route.clause.id)/\(method)\(version)/\(format)"
  }

  /// The identifier of the promise that a status is one of the endpoint's.
  package static func statusPromise(_ status: Int) -> String { "status/\(status)" }

  private func requestPromises(in suite: ContractSuite) -> [Promise] {
    var promises: [Promise] = []
    for route in routes {
      let versions: [Int?] = route.version?.served.map { $0 } ?? [nil]
      for method in route.methods.probed {
        for version in versions {
          for format in formats(in: suite) {
            let id = Self.requestPromise(
              route,
              method.rawValue,
              version: version,
              format: format.id
            )
            let served = version.map { " in version \($0)" } ?? ""
            let sentence = "\(method.rawValue) \(route.path)\(served) is answered in \(format.id)."
            promises.append(Promise(of: self.id, .request, id, sentence))
          }
        }
      }
    }
    return promises.reduce(into: []) { distinct, promise in
      if !distinct.contains(where: { $0.id == promise.id }) { distinct.append(promise) }
    }
  }

  private func clauses(_ kind: Promise.Kind, _ clauses: [Clause]) -> [Promise] {
    var known: Set<String> = []
    return clauses.filter { known.insert($0.id).inserted }
      .map { Promise(of: id, kind, $0.id, $0.sentence) }
  }

  /// What answers are that no request is promised.
  private var otherPromises: [Promise] {
    otherwise.flatMap(\.clauses).map { clause in
      Promise(
        of: id,
        .response,
        clause.id,
        clause.sentence,
        hindrance: "No request is promised this answer. It is looked at where it comes."
      )
    }
  }

  private var memberPromises: [Promise] {
    var promises: [Promise] = []
    if let body {
      let paths = ([body.schema] + body.schemas.map(\.schema)).flatMap { PayloadMembers($0).paths }
      var known: Set<String> = []
      for path in paths where known.insert(path).inserted {
        promises.append(
          Promise(
            of: id,
            .member,
            PayloadMembers.promise(path, of: body.clause),
            "The request's body has the member \(path)."
          )
        )
      }
    }
    for response in responses {
      guard let schema = response.schema else { continue }
      for path in PayloadMembers(schema).paths {
        let member = PayloadMembers.promise(path, of: response.contentClause)
        guard !promises.contains(where: { $0.id == member }) else { continue }
        promises.append(
          Promise(of: id, .member, member, "The answer's body has the member \(path).")
        )
      }
    }
    return promises
  }

  /// The statuses of its responses and of the errors that it lists.
  private func statusPromises(in suite: ContractSuite) -> [Promise] {
    let names = errors.map(\.name) + refusals.flatMap(\.names)
    let sets =
      responses.map(\.statuses) + names.compactMap { suite.errors[$0]?.statuses }
      + refusals.filter(\.names.isEmpty).compactMap(\.statuses)
    var seen: Set<Int> = []
    return sets.flatMap(\.listed).filter { seen.insert($0).inserted }.map { status in
      // A status that only errors have which nobody can provoke cannot be provoked either.
      let causes = errors.filter { suite.errors[$0.name]?.statuses.contains(status) == true }
      let isAnswered = responses.contains { $0.statuses.contains(status) }
      let isRefused =
        refusals.flatMap(\.names).contains {
          suite.errors[$0]?.statuses.contains(status) == true
        } || refusals.contains { $0.names.isEmpty && $0.statuses?.contains(status) == true }
      let hindrances = causes.compactMap(\.hindrance)
      let isHindered = !isAnswered && !isRefused && hindrances.count == causes.count
      return Promise(
        of: id,
        .status,
        Self.statusPromise(status),
        "Status \(status) is one of the endpoint's.",
        hindrance: isHindered ? hindrances.first : nil
      )
    }
  }

  private func errorPromises(in suite: ContractSuite) -> [Promise] {
    let listed = errors.flatMap { error in
      [error.clause, statusClause(of: error, in: suite)].compactMap(\.self).map { clause in
        Promise(of: id, .error, clause.id, clause.sentence, hindrance: error.hindrance)
      }
    }
    return listed + clauses(.error, commonErrorClauses(in: suite))
  }
}

extension ErrorClause {
  /// Why nothing brings it about from outside, if nothing does.
  var hindrance: String? {
    guard case .impossible(let reason) = provocation else { return nil }
    return reason
  }
}

extension StatusSet {
  /// The statuses, where they are listed; of a range the first stands for all.
  var listed: [Int] {
    switch self {
    case .anyOf(let codes): codes
    case .range(let range): [range.lowerBound]
    }
  }
}
