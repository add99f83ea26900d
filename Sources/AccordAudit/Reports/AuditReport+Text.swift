import AccordMocking
import AccordModel
import AccordReporting

extension AuditReport {
  /// The report for a terminal: figures, operators, and so many survivors.
  public func text(survivors limit: Int = 40) -> String {
    var lines: [String] = []
    for suite in suites {
      lines += Self.sentences(of: suite) + [""]
      for (name, figures) in Self.figures(of: suite.entries, by: \.family) {
        lines.append(Self.row(name, figures))
      }
      let survivors = Self.survivors(of: suite)
      if !survivors.isEmpty { lines.append("") }
      for entry in survivors.prefix(limit) {
        lines.append("- \(TerminalText.line(Self.sentence(of: entry), limit: 400))")
        lines.append("  \(TerminalText.line(entry.id, limit: 200))")
      }
      if survivors.count > limit {
        lines.append("… and \(survivors.count - limit) more, which the reports list.")
      }
      lines.append("")
    }
    return lines.joined(separator: "\n")
  }

  private static func row(_ name: String, _ figures: Figures) -> String {
    let padding = String(repeating: " ", count: max(1, 16 - name.count))
    return "  \(name)\(padding)\(figures.noticed) of \(figures.total) noticed, "
      + "\(figures.noticedStrictly) in a strict run"
  }

  /// Some mutants with what they do to bytes, drawn by a seed.
  package func sample(_ count: Int, seed: UInt64) -> String {
    var all = entries.filter { $0.difference != nil }
    var state = seed
    var lines: [String] = []
    while lines.count < count, !all.isEmpty {
      // SplitMix64: the same seed draws the same mutants everywhere.
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      let entry = all.remove(at: Int((word ^ (word >> 31)) % UInt64(all.count)))
      lines.append(Self.shown(entry))
    }
    return lines.joined(separator: "\n\n") + "\n"
  }

  private static func shown(_ entry: Entry) -> String {
    guard let difference = entry.difference else { return entry.id }
    func text(_ bytes: [UInt8]) -> String {
      VisibleText.bounded(String(decoding: bytes, as: UTF8.self), to: 600)
    }
    func answer(_ status: Int, _ fields: [String], _ body: [UInt8]) -> String {
      (["\(status)"] + fields + [text(body)]).joined(separator: "\n    ")
    }
    let before = difference.before
    let after = difference.after.map { after in
      answer(after.status, after.fields.map { "\($0.name): \($0.value)" }, after.body)
    }
    return """
      \(entry.id)
      \(entry.sentence). \(entry.outcome.rawValue) \(entry.noticed.map { "\($0.testCase) \($0.rule)" } ?? "")
      \(difference.request.method) \(difference.request.target) \(text(difference.request.body))
      before
          \(answer(before.status, before.fields.map { "\($0.name): \($0.value)" }, before.body))
      after
          \(after ?? "nothing")
      """
  }
}
