import AccordReporting

extension AuditReport {
  /// A share in percent, with one digit after the point, rounded down.
  static func percent(_ value: Double) -> String {
    let tenths = Int((value * 1_000).rounded(.down))
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// The figures of a suite as sentences.
  static func sentences(of suite: Suite) -> [String] {
    let figures = Figures(suite.entries)
    var lines = [
      """
      \(suite.name): \(percent(figures.score)) noticed (\(figures.noticed) of \(figures.total)); \
      in a strict run \(percent(figures.strictScore)) (\(figures.noticedStrictly)).
      """,
      """
      \(figures.survived) survived, of which \(onlyAssumed(suite.entries)) break what is only assumed and are \
      noticed in a strict run; \(figures.accepted) accepted; \(figures.equivalent) equivalent: no \
      request of \(suite.cases) cases, nor of \(suite.madeRequests) made-up lists of requests, gets another answer.
      """,
    ]
    if suite.silent > 0 {
      lines.append("\(suite.silent) cases say nothing of the unbroken server, and were not used.")
    }
    if suite.leftOut > 0 { lines.append("\(suite.leftOut) more mutants were left out.") }
    if !suite.unaudited.isEmpty {
      lines.append(
        "Not audited, because no case gets a right answer: \(suite.unaudited.joined(separator: ", "))."
      )
    }
    return lines
  }

  /// How many survivors only a strict run notices.
  static func onlyAssumed(_ entries: [Entry]) -> Int {
    entries.count { $0.outcome == .survived && $0.noticedStrictly != nil }
  }

  /// A survivor as a sentence.
  static func sentence(of entry: Entry) -> String {
    var text = "No case would notice a server where \(entry.sentence)."
    if let notice = entry.noticedStrictly {
      text += " A strict run would, by \(notice.testCase) (\(notice.rule))."
    } else if let unsent = entry.unsent {
      text += " No case sends a request that shows it, such as \(unsent)."
      if let nearest = entry.nearest { text += " \(nearest) comes nearest." }
    } else if let nearest = entry.nearest {
      text += " \(nearest) gets another answer and does not object."
    }
    return text
  }

  /// The survivors, those first that even a strict run does not notice.
  static func survivors(of suite: Suite) -> [Entry] {
    let all = suite.entries.filter { $0.outcome == .survived }
    return all.filter { $0.noticedStrictly == nil } + all.filter { $0.noticedStrictly != nil }
  }
}
