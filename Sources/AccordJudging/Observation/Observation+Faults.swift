package import AccordModel

extension Observation {
  /// Whether a status from 500 to 599 is one that the contract declares for what the answer shows:
  /// such a fault is the documented one, though no refusal.
  package var isDeclaredFault: Bool {
    let status = response.status
    if let refusal = promisedRefusal, allows(status, refusal) { return true }
    // The default says what a fault is, and not that there is one.
    let declared = contract.answers.filter { $0.statuses != .any }
    if declared.contains(where: { $0.statuses.contains(status) }) { return true }
    return contract.errors.compactMap { suite.errors[$0.name] }.contains { entry in
      entry.statuses.contains(status)
        && (suite.errors.places.isEmpty || suite.errors.recognise(entry, in: shownError) == .same)
    }
  }

  /// Whether a right answer can have this status at all: one of a fault of the server, or of a
  /// redirection of a wrong request, is right only where the contract declares it.
  ///
  /// A fault says that the server erred, and a redirection that something is to be done elsewhere
  /// (RFC 9110 sections 15.6 and 15.4): neither refuses a request, whoever states that it is refused.
  package var isNoAnswer: Bool {
    let status = response.status
    switch status {
    case 300..<400:
      return promisedRefusal != nil && !declaredStatuses.contains { $0.contains(status) }
    case 501:
      // That something is not served is the answer to what is only assumed to be (section 15.6.2).
      return !isDeclaredFault && (promisedRefusal != nil || outcomeClause.basis.isStated)
    case 500..<600: return !isDeclaredFault
    default: return false
    }
  }

  /// The promise that the request is answered as it deserves, as it is broken by this answer: one
  /// that no answer may be is no matter of how the contract is read.
  package var brokenOutcomeClause: Clause {
    var clause = outcomeClause
    guard isNoAnswer, !clause.basis.isStated else { return clause }
    clause.basis = .stated
    clause.sentence =
      response.status < 400
      ? "A wrong request is not redirected (RFC 9110 section 15.4)."
      : "No request gets a fault of the server that the contract does not declare (RFC 9110 "
        + "section 15.6)."
    return clause
  }

  /// Whether an error of the catalogue comes with a status that the catalogue does not give it, and
  /// the rules of errors report that as certainly.
  package var contradictsCatalogue: Bool {
    guard let entry = suite.errors.certainEntry(in: shownError),
      !entry.statuses.contains(response.status)
    else { return false }
    guard isNoAnswer else { return true }
    guard let error = contract.listedError(entry) else {
      return contract.errorListClause?.basis.isStated == true
    }
    return contract.statusClause(of: error, in: suite)?.basis.isStated == true
  }

  private func allows(_ status: Int, _ refusal: Refusal) -> Bool {
    if let statuses = refusal.statuses { return statuses.contains(status) }
    return refusal.names.contains { suite.errors[$0]?.statuses.contains(status) == true }
  }
}
