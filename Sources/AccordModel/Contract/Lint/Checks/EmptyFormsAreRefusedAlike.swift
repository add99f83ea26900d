import AccordSchema

/// A form without its only required member has no bytes, as an empty body: both are refused in one way.
struct EmptyFormsAreRefusedAlike: LintCheck {
  let id = "empty-forms"

  func findings(in contract: Contract, of suite: ContractSuite) -> [LintFinding] {
    guard let body = contract.body, body.isRequired, let malformed = body.malformed,
      let incomplete = body.incomplete, !isAnsweredAlike(malformed, incomplete)
    else { return [] }
    return suite.formats.filter { body.formats.contains($0.id) }.compactMap { format in
      guard case .form = format.syntax else { return nil }
      let required = body.schema(in: format.id).content.members.filter(\.isRequired)
      guard let member = required.first, required.count == 1 else { return nil }
      return LintFinding(
        .emptyFormRefusedTwice(
          format: format.id,
          member: member.name,
          malformed: malformed.answerWords,
          incomplete: incomplete.answerWords
        ),
        at: body.clause.source
      )
    }
  }

  /// Whether one answer keeps both promises.
  private func isAnsweredAlike(_ first: Refusal, _ second: Refusal) -> Bool {
    let isNamedAlike =
      first.names.isEmpty == second.names.isEmpty
      && (first.names.isEmpty || first.names.contains(where: second.names.contains))
    guard isNamedAlike else { return false }
    // Without statuses of its own a refusal has those of its names.
    guard let statuses = first.statuses, let others = second.statuses else { return true }
    return statuses.all.contains(where: others.contains)
  }
}
