extension XMLEvaluation {
  /// Applies a keyword that applies schemas to the element itself.
  mutating func evaluate(
    _ branch: BranchKeyword,
    _ schema: CompiledSchema,
    at place: Int,
    naming: Naming
  ) -> Bool {
    switch branch {
    case .allOf(let branches):
      var valid = true
      for index in branches {
        valid = evaluate(index, at: place, naming: naming) && valid
        guard valid || collects else { return false }
      }
      return valid
    case .anyOf(let branches):
      for index in branches where trial(index, at: place, naming: naming) {
        return true
      }
      return fail(all: branches, of: "anyOf", schema, place, naming)
    case .oneOf(let branches):
      let admitting = branches.indices.filter {
        trial(branches[$0], at: place, naming: naming)
      }
      if admitting.count == 1 { return true }
      if admitting.isEmpty { return fail(all: branches, of: "oneOf", schema, place, naming) }
      return fail("oneOf", schema, place) { .severalBranches(admitting, $0) }
    case .not(let index):
      guard trial(index, at: place, naming: naming) else { return true }
      return fail("not", schema, place) { .excluded($0) }
    case .conditional(let condition, let consequence, let alternative):
      let holds = trial(condition, at: place, naming: naming)
      guard let index = holds ? consequence : alternative else { return true }
      return evaluate(index, at: place, naming: naming)
    case .reference(let index, _):
      return evaluate(index, at: place, naming: naming)
    case .dynamicReference(let table, let fallback, _):
      let targets = program.tables[table]
      let target = scope.lazy.compactMap { targets[$0] }.first ?? fallback
      return evaluate(target, at: place, naming: naming)
    }
  }

  /// Runs an evaluation that only answers yes or no.
  mutating func trial(
    _ index: Program.Index,
    at place: Int,
    naming: Naming = .known
  ) -> Bool {
    let mode = collects
    collects = false
    defer { collects = mode }
    return evaluate(index, at: place, naming: naming)
  }

  /// Notes that no alternative holds, and why the closest one does not.
  private mutating func fail(
    all branches: [Program.Index],
    of keyword: String,
    _ schema: CompiledSchema,
    _ place: Int,
    _ naming: Naming
  ) -> Bool {
    guard collects else { return false }
    var failed = FailedBranches()
    for index in branches {
      let before = findings
      findings = []
      _ = evaluate(index, at: place, naming: naming)
      failed.findings.append(findings)
      findings = before
    }
    let (causes, isOnlyCandidate) = failed.closest(at: place)
    if isOnlyCandidate, !causes.isEmpty {
      findings.append(contentsOf: causes.prefix(JSONEvaluation.findingLimit - findings.count))
      return false
    }
    return fail(keyword, schema, place, causes: causes) {
      .noBranch(count: branches.count, $0)
    }
  }
}
