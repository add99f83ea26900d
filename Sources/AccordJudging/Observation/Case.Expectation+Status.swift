import AccordModel

extension Case.Expectation {
  /// The expectation of an answer with this status: where the outcome has not this status and another
  /// response that is right does, that of the other one.
  func deserved(
    by status: Int,
    in suite: ContractSuite,
    _ contract: Contract
  ) -> Case.Expectation {
    guard !otherResponses.isEmpty, case .success(let rule) = outcome,
      !rule.statuses.contains(status),
      let other = Self.closest(otherResponses, to: status)
    else { return self }
    var expectation = self
    expectation.outcome = .success(other)
    guard other.promisesFormat else {
      (expectation.format, expectation.otherFormats, expectation.formatClause) = (nil, [], nil)
      return expectation
    }
    // The request asked for the format of the usual answer: another one may have any of its own.
    let siblings = contract.answers.filter { $0.isSibling(of: other) }
    let ids = other.formats + siblings.flatMap(\.formats)
    let formats = suite.formats.filter { ids.contains($0.id) }
    guard let usual = formats.first(where: { other.formats.contains($0.id) }) else {
      return expectation
    }
    expectation.format = usual
    expectation.otherFormats = formats.filter { $0 != usual }
    expectation.formatClause = other.contentClause
    return expectation
  }

  /// The rule that says most of a status; the default says what a fault is, and not that there is one.
  private static func closest(_ rules: [ResponseRule], to status: Int) -> ResponseRule? {
    rules.filter { $0.statuses.contains(status) && ($0.statuses != .any || status < 500) }
      .min { $0.statuses.breadth < $1.statuses.breadth }
  }
}
