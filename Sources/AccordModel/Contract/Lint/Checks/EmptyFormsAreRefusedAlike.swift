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
    first.names == second.names && first.statuses == second.statuses
  }
}
