import AccordModel

extension RunRecord {
  /// Whether a case that has no violation of members of a payload shows that they are right.
  ///
  /// At least one of them was there to be looked at: an empty list shows nothing of its items.
  /// Members of the payloads of other contracts are not told of, so that nothing is to be said of them.
  func looked(at members: [Promise.ID], in result: Case?) -> Bool {
    guard let result else { return false }
    guard !members.isEmpty, isTold(of: members, in: result) else { return true }
    return members.contains(where: result.exercised.contains)
  }

  /// Whether the promises are some of the case's own contract.
  private func isTold(of members: [Promise.ID], in result: Case) -> Bool {
    suites.lazy.flatMap(\.contracts).contains { contract in
      contract.id == result.contract && contract.promises.contains { members.contains($0.id) }
    }
  }
}
