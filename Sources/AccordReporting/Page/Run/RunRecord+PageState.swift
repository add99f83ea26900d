import AccordModel

extension RunRecord.Case {
  /// What a page says of the case.
  var state: PageState {
    switch verdict {
    case .conforms where isFlaky, .notChecked where isFlaky: .flaky
    case .conforms: violations.isEmpty ? .holds : .warned
    case .notChecked: violations.isEmpty ? .notChecked : .warned
    case .violates: .broken
    case .skipped: .skipped
    case .failed: .failed
    case .notRun: .notRun
    }
  }

  /// The statuses that came back, each once, in ascending order.
  var statuses: [Int] { sent.outline.statuses }

  /// The rules that found something, each once, in the order in which they did.
  var brokenRules: [String] {
    var rules: [String] = []
    for violation in violations where !rules.contains(violation.rule) {
      rules.append(violation.rule)
    }
    return rules
  }

  /// The kinds of promise that it is about, of those of its contract.
  func kinds(_ promises: [RunRecord.Promise.ID: Promise.Kind]) -> [Promise.Kind] {
    let ids = clauses + exercised + violations.flatMap { [$0.clause.id] + $0.members }
    let kinds = Set(ids.compactMap { promises[$0] })
    return Promise.Kind.allCases.filter(kinds.contains)
  }
}

extension PageState {
  /// The word for a case in this state.
  var caseWord: String {
    switch self {
    case .holds: "conforms"
    case .broken: "violates"
    default: word
    }
  }

  /// The states of cases, the worst first.
  static let ofCases: [PageState] = [
    .broken, .failed, .flaky, .warned, .notChecked, .holds, .skipped, .notRun,
  ]
}
