import AccordModel

extension TerminalFormat {
  /// The most cases that are named.
  private static let caseLimit = 20

  /// A comparison of two runs: what is newly broken in full, everything else in lines.
  package func text(for comparison: RunComparison) -> String {
    guard detail != .closing else { return headline(of: comparison) }
    var text = ""
    for cause in comparison.newCauses { text += entry(cause) + "\n" }
    text += groups(comparison, [.stillBroken, .fixed, .notChecked])
    text += list("new case", .faint, comparison.newCases)
    text += list("gone", .doubtful, comparison.goneCases)
    text += list("not judged", .doubtful, comparison.unjudgedCases)
    return text + headline(of: comparison)
  }

  /// What changed since another run, beside the report of the later one.
  func changes(_ comparison: RunComparison) -> String {
    groups(comparison, RunComparison.Change.allCases) + "Since the run before:\n"
      + headline(of: comparison)
  }

  private func headline(of comparison: RunComparison) -> String {
    let role: TerminalStyle.Role = comparison.exitStatus == 0 ? .good : .bad
    return TerminalText.wrapped(comparison.headline, to: width)
      .map { style.paint($0, role) + "\n" }.joined()
  }

  private func groups(_ comparison: RunComparison, _ changes: [RunComparison.Change]) -> String {
    var text = ""
    for group in comparison.groups where changes.contains(group.change) {
      let role: TerminalStyle.Role =
        switch group.change {
        case .newlyBroken: .bad
        case .stillBroken, .notChecked: .doubtful
        case .fixed: .good
        }
      let others = group.cases.count - 1
      let id = TerminalText.line(group.cases.first?.description ?? "")
      let words =
        "\(TerminalText.line(group.sentence)) At \(TerminalText.line(group.place))"
      let rest =
        "(\(TerminalText.line(group.rule))\(others > 0 ? ", \(quantity(others, "more case"))" : ""))."
      text += style.paint(TerminalText.padded(group.change.words, to: 17), role) + "  \(id)\n"
      for line in TerminalText.wrapped("\(words) \(rest)", to: width.map { $0 - 19 }) {
        text += String(repeating: " ", count: 19) + line + "\n"
      }
    }
    return text
  }

  private func list(_ word: String, _ role: TerminalStyle.Role, _ cases: [CaseID]) -> String {
    var text = ""
    for id in cases.prefix(Self.caseLimit) {
      text += style.paint(TerminalText.padded(word, to: 17), role)
      text += "  \(TerminalText.line(id.description))\n"
    }
    let more = cases.count - Self.caseLimit
    return text + (more > 0 ? "\(String(repeating: " ", count: 19))\(more) more\n" : "")
  }
}
