import AccordReporting
import AccordSchema

extension BehaviourComparison.Finding {
  /// What clients get in the place of what was promised.
  fileprivate func sentence(_ whose: String) -> String {
    let many = count == 1 ? "1 case" : "\(count) cases, first"
    let announced = isAnnounced ? ", as was announced" : ""
    return
      "\(operation): \(whose)\(announced) (\(many) \(testCase)): at \(place) expected \(expected), found "
      + "\(actual) (\(rule))."
  }

  fileprivate var json: JSON {
    [
      "operation": .string(operation), "case": .string("\(testCase)"),
      "count": .number(JSONNumber(count)), "rule": .string(rule), "place": .string(place),
      "expected": .string(expected), "actual": .string(actual),
      "announced": .boolean(isAnnounced),
    ]
  }
}

extension BehaviourComparison.Disagreement {
  /// What the one says and the other does not.
  var sentence: String {
    switch self {
    case .onlyBehaviour(let operation):
      "\(operation): clients break though the structure shows nothing that may break them."
    case .onlyStructure(let operation, let change, let cases):
      "\(operation): the structure breaks clients (\(change)), which none of "
        + "\(quantity(cases, "case")) of the old plan shows."
    }
  }
}

extension BehaviourComparison {
  /// What was found, a sentence each.
  package var sentences: [String] {
    let plans =
      "Behaviour: \(quantity(cases.old, "right request")) of the old plan answered by the new contract, "
      + "\(quantity(cases.new, "right request")) of the new plan by the old one."
    return [plans]
      + broken.map { $0.sentence("clients of the old contract break") }
      + early.map { $0.sentence("clients of the new contract need the new server") }
      + disagreements.map(\.sentence)
  }

  /// The members of the comparison.
  var json: JSON {
    [
      "cases": ["old": .number(JSONNumber(cases.old)), "new": .number(JSONNumber(cases.new))],
      "broken": .array(broken.map(\.json)),
      "early": .array(early.map(\.json)),
      "disagreements": .array(disagreements.map { .string($0.sentence) }),
    ]
  }

  /// The sentences for a terminal.
  var terminalText: String {
    "\n" + sentences.map { TerminalText.line($0) + "\n" }.joined()
  }

  /// The sentences as a list in Markdown.
  var markdownText: String {
    "\n### Behaviour\n\n" + sentences.map { "- \(MarkdownText.inline($0))\n" }.joined()
  }
}
