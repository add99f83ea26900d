import AccordModel
import AccordSchema

extension Observation {
  /// The promises that the exchange put to the test, by their identifiers.
  ///
  /// A right request tests what it asked for and what it got; a wrong one tests its refusal.
  var exercised: [Promise.ID] {
    var promises = [routeClause.id, outcomeClause.id, contentClause.id]
    promises += [expectation.formatClause?.id, expectation.versionClause?.id].compactMap(\.self)
    if declaredStatuses.contains(where: { $0.contains(response.status) }) {
      promises.append(Contract.statusPromise(response.status))
    }
    switch expectation.outcome {
    case .success(let rule): promises += exercised(by: rule)
    case .refusal(let refusal, _):
      let listed = contract.errors.filter { error in
        guard refusal.names.contains(error.name), let entry = suite.errors[error.name] else {
          return false
        }
        return suite.errors.recognise(entry, in: shownError) == .same
      }
      promises += listed.flatMap { error in
        [error.clause.id, contract.statusClause(of: error, in: suite)?.id].compactMap(\.self)
      }
      if suite.errors.certainEntry(in: shownError) != nil {
        promises += [contract.errorListClause?.id].compactMap(\.self)
      }
      if body.isReadable { promises += suite.errors.bodyClauses.map(\.id) }
    }
    return promises
  }

  private func exercised(by rule: ResponseRule) -> [Promise.ID] {
    var promises = rule.headers.map(\.clause.id)
    promises += rule.readings.filter { (try? applies($0)) ?? false }.map(\.clause.id)
    promises += contract.headers.filter { header in
      header.presence != .forbidden && !request.fields.values(of: header.name).isEmpty
    }.map(\.clause.id)
    promises += contract.parameters.filter { sentValue(of: $0.name) != nil }.map(\.clause.id)
    if let route {
      promises.append(
        Contract.requestPromise(
          route,
          request.method,
          version: expectation.version,
          format: format.id
        )
      )
    }
    if let schema = rule.schema, let value = value(as: schema) {
      promises += PayloadMembers(schema).present(in: value)
        .map { PayloadMembers.promise($0, of: rule.contentClause) }
    }
    if let sent = contract.body, !request.body.isEmpty {
      promises.append(sent.clause.id)
      if let document = try? JSONDocument(parsing: request.body) {
        promises += PayloadMembers(sent.schema).present(in: document.root.value)
          .map { PayloadMembers.promise($0, of: sent.clause) }
      }
    }
    return promises
  }

  /// The content as a value, where it can be read.
  private func value(as schema: Schema) -> JSON? {
    switch body {
    case .json(let document): document.root.value
    case .xml(let document): BodyReader.value(of: document.root, as: schema)
    default: nil
    }
  }
}
