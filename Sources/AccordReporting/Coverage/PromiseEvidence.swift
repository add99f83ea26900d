import AccordModel

/// What the cases of one contract showed of its promises.
struct PromiseEvidence {
  private let kinds: [RunRecord.Promise.ID: Promise.Kind]
  private var exercised: Set<RunRecord.Promise.ID> = []
  private var broken: Set<RunRecord.Promise.ID> = []
  private var warned: Set<RunRecord.Promise.ID> = []
  /// Promises of cases that showed nothing, with why.
  private var hindered: [RunRecord.Promise.ID: String] = [:]
  /// Promises of cases that ran, and of which no rule had anything to see.
  private var unseen: Set<RunRecord.Promise.ID> = []
  private var notProvoked: [RunRecord.Promise.ID: String] = [:]
  /// What the case before exercised: most have the very list of the one before them.
  private var before: [RunRecord.Promise.ID] = []

  /// The evidence of a contract's cases.
  init(of contract: RunRecord.Endpoint, in run: RunRecord.Suite?) {
    kinds = Dictionary(contract.promises.map { ($0.id, $0.kind) }) { first, _ in first }
    guard let run else { return }
    for entry in run.notProvoked where entry.contract == contract.id {
      notProvoked["error/\(entry.error)"] = entry.reason
    }
    for result in run.cases where result.contract == contract.id { add(result) }
  }

  /// What is to be said of a promise, with the reason why it was not put to the test, if there is
  /// one.
  func finding(_ promise: RunRecord.Promise) -> (state: PromiseState, reason: String?) {
    if broken.contains(promise.id) { return (.broken, nil) }
    if warned.contains(promise.id) { return (.warned, nil) }
    if exercised.contains(promise.id) { return (.holds, nil) }
    if let reason = promise.hindrance ?? notProvoked[promise.id] { return (.notProvoked, reason) }
    if unseen.contains(promise.id) { return (.notSeen, nil) }
    if let reason = hindered[promise.id] { return (.skipped, reason) }
    return (.notExercised, nil)
  }

  private mutating func add(_ result: RunRecord.Case) {
    // What a rule looked at was seen, whatever became of the case afterwards.
    let promises = result.promises
    if promises.exercised != before {
      before = promises.exercised
      exercised.formUnion(before)
    }
    switch result.verdict {
    case .conforms, .violates, .notChecked:
      for clause in promises.tested where !exercised.contains(clause) { unseen.insert(clause) }
    case .skipped(let reason), .failed(let reason), .notRun(let reason):
      for clause in promises.tested where hindered[clause] == nil { hindered[clause] = reason }
    }
    for violation in result.violations {
      let broke = [violation.clause.id] + violation.members
      if violation.level == .must {
        broken.formUnion(broke)
      } else {
        warned.formUnion(broke)
      }
    }
    // A way to ask, an example and a workflow that got a wrong answer are broken, whatever was wrong.
    guard result.violations.contains(where: { $0.level == .must }) else { return }
    broken.formUnion(
      promises.exercised.filter { [.request, .example, .workflow].contains(kinds[$0]) }
    )
  }
}
