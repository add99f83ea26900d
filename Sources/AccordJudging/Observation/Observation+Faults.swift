import AccordModel

extension Observation {
  /// Whether a status from 500 to 599 is one that the contract declares for what the answer shows:
  /// such a fault is the documented one, though no refusal.
  package var isDeclaredFault: Bool {
    let status = response.status
    if let refusal = promisedRefusal, allows(status, refusal) { return true }
    if contract.responses.contains(where: { $0.statuses.contains(status) }) { return true }
    return contract.errors.compactMap { suite.errors[$0.name] }.contains { entry in
      entry.statuses.contains(status)
        && (suite.errors.places.isEmpty || suite.errors.recognise(entry, in: shownError) == .same)
    }
  }

  /// Whether an error of the catalogue comes with a status that the catalogue does not give it.
  package var contradictsCatalogue: Bool {
    guard let entry = suite.errors.certainEntry(in: shownError) else { return false }
    return !entry.statuses.contains(response.status)
  }

  private func allows(_ status: Int, _ refusal: Refusal) -> Bool {
    if let statuses = refusal.statuses { return statuses.contains(status) }
    return refusal.names.contains { suite.errors[$0]?.statuses.contains(status) == true }
  }
}
