import AccordJudging
import AccordModel
import Testing

/// What is said of each rejected example, word by word.
@Suite struct RuleWordingTests {
  @Test func everyRejectedExampleIsExplained() {
    var lines: [String] = []
    for rule in RuleSet.standard.rules {
      for example in rule.rejected {
        lines.append("\(rule.id): \(example.name)")
        for violation in Judge().judge(example).violations {
          lines += [
            "  at \(violation.place)", "  expected \(violation.expected)",
            "  actual \(violation.actual)",
          ]
        }
      }
    }
    let expected = Self.wording.split(separator: "\n").map(String.init)
    // What was added or left out moves all lines behind it: the first tells.
    let first = zip(lines, expected).first { $0 != $1 }
    #expect(first?.0 == first?.1)
    #expect(lines.count == expected.count)
  }

  /// By the tiers of the rules, in the order of blame.
  static let wording = [outcome, fields, content, relation, states].joined(separator: "\n")
}
