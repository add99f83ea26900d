import AccordModel

extension RunRecord.Case {
  /// Whether the case conforms, whole or as far as it could be checked, and did not when it was first tried.
  public var isFlaky: Bool { verdict.isFlaky(after: earlierTries.count) }

  /// What came of all tries, such as `passed on try 2`, where there were several.
  var triesInWords: String? {
    guard !earlierTries.isEmpty else { return nil }
    let count = earlierTries.count + 1
    return isFlaky ? "passed on try \(count)" : "wrong in each of \(count) tries"
  }

  /// What was wrong in each try before the last, on one line each.
  var wrongTries: [String] { earlierTries.map(\.wrongInWords) }

  /// What is wrong with a case, on one line.
  private var wrongInWords: String {
    if let reason = verdict.reason { return "\(verdict.name): \(reason)" }
    let causes = Cause.causes(of: self)
    guard let first = causes.first(where: { $0.violation.level == .must }) ?? causes.first else {
      return verdict.name
    }
    let more = causes.count > 1 ? " (and \(causes.count - 1) more)" : ""
    return "\(first.violation.rule): \(first.wrong)\(more)"
  }
}

extension RunRecord {
  /// The cases that passed only when they were tried again, in the order of the report.
  var flakyCases: [Case] { suites.lazy.flatMap(\.cases).filter(\.isFlaky) }

  /// Why cases were not tried again that were wrong, as reasons that they have in common.
  var retryHindrances: [ReasonCount] { ReasonCount.notRepeated(suites.lazy.flatMap(\.cases)) }
}
