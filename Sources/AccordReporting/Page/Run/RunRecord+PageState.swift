import AccordModel

extension RunRecord.Case {
  /// What a page says of the case.
  var state: PageState {
    switch verdict {
    case .conforms: violations.isEmpty ? .holds : .warned
    case .notChecked: violations.isEmpty ? .notChecked : .warned
    case .violates: .broken
    case .skipped: .skipped
    case .failed: .failed
    case .notRun: .notRun
    }
  }

  /// The statuses that came back, each once, in ascending order.
  var statuses: [Int] { Set(exchanges.compactMap { $0.response?.status }).sorted() }

  /// The rules that found something, each once, in the order in which they did.
  var brokenRules: [String] {
    var rules: [String] = []
    for violation in violations where !rules.contains(violation.rule) {
      rules.append(violation.rule)
    }
    return rules
  }

  /// The kinds of promise that it is about, each once.
  var kinds: [PromiseKind] {
    var kinds: [PromiseKind] = []
    for id in clauses + violations.map(\.clause.id) {
      let kind = PromiseKind(of: id)
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    return kinds
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
    .broken, .failed, .warned, .notChecked, .holds, .skipped, .notRun,
  ]
}
