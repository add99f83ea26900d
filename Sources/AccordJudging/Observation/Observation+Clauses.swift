package import AccordModel

extension Observation {
  /// What right requests get, when the request is right.
  package var promisedResponse: ResponseRule? {
    guard case .success(let rule) = expectation.outcome else { return nil }
    return rule
  }

  /// What wrong requests get, when the request is wrong.
  package var promisedRefusal: Refusal? {
    guard case .refusal(let refusal, _) = expectation.outcome else { return nil }
    return refusal
  }

  /// The promise that the request is answered as it deserves: with success, or with a refusal.
  package var outcomeClause: Clause {
    switch expectation.outcome {
    case .success(let rule): rule.clause
    case .refusal(let refusal, _): refusal.refused
    }
  }

  /// The promise of what the answer says: its content, or the error that it names.
  package var contentClause: Clause {
    if let otherResponse, otherResponse.promisesContent || otherResponse.content == .empty {
      return otherResponse.contentClause
    }
    return promisedContentClause
  }

  private var promisedContentClause: Clause {
    switch expectation.outcome {
    case .success(let rule): (writtenResponse ?? rule).contentClause
    case .refusal(let refusal, _): refusal.named
    }
  }

  /// The promise of the answer's format.
  package var formatClause: Clause {
    if let otherResponse, otherResponse.promisesFormat { return otherResponse.contentClause }
    return expectation.formatClause ?? contentClause
  }

  /// The promise of the route that the request took.
  package var routeClause: Clause {
    (route ?? contract.routes.first)?.clause ?? outcomeClause
  }

  /// The statuses that the contract declares, for any request: of its responses, of the errors it
  /// lists, and of its refusals; and those of what this request deserves.
  package var declaredStatuses: [StatusSet] {
    let deserved = [promisedResponse?.statuses, promisedRefusal?.statuses].compactMap(\.self)
    return deserved.reduce(into: contractIndex.declaredStatuses) { sets, set in
      if !sets.contains(set) { sets.append(set) }
    }
  }

  /// Whether the answer is a refusal by one of these errors.
  package func isRefused(as refusal: Refusal) -> Bool {
    refusal.names.compactMap { suite.errors[$0] }.contains { entry in
      (refusal.statuses ?? entry.statuses).contains(response.status)
        && suite.errors.recognise(entry, in: shownError) == .same
    }
  }
}
