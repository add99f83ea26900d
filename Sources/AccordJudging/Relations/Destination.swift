import AccordModel
import AccordSchema

/// Where a field of an answer leads.
struct Destination {
  /// The contract to which it leads.
  let contract: Contract.ID

  /// The members that both answers have in common.
  let members: [JSONPointer]

  /// The field, in words.
  let field: String

  /// The URI reference in it.
  let reference: String

  /// Holds what is there to the contract, and to what the first answer says of it.
  func check(_ observation: RelationObservation, _ rule: any Rule) -> Finding {
    guard observation.steps.count > 1 else {
      return .notChecked(
        "\(field) leads to another server, which is not asked: \(Excerpt.text(reference))."
      )
    }
    let (first, found) = (observation.steps[0], observation.steps[1])
    guard found.promisedResponse?.statuses.contains(found.response.status) ?? false else {
      return observation.violation(
        rule,
        in: found,
        at: .status,
        expected: "an answer of \(contract), because \(field) of \(first.stepName) leads there",
        actual: found.statusInWords
      )
    }
    for member in members {
      guard let sent = first.answerValue()?[member], let got = found.answerValue()?[member] else {
        return .notChecked("An answer has no value at \(member).")
      }
      guard let difference = AnswerComparison.first(.whole(sent), .whole(got)) else { continue }
      return observation.disagreement(
        rule,
        of: found,
        with: first,
        at: .body(members: member),
        expected: ValueDifference.words(difference.left),
        actual: ValueDifference.words(difference.right),
        hint: difference.moreWords
      )
    }
    return .satisfied
  }
}
