extension JSONEvaluation {
  /// Applies a keyword that applies schemas to the value itself (JSON Schema core, section 10.2).
  mutating func evaluate(
    _ branch: BranchKeyword,
    _ schema: CompiledSchema,
    at place: Int
  ) -> Bool {
    switch branch {
    case .allOf(let branches):
      var valid = true
      for index in branches {
        valid = evaluate(index, at: place) && valid
        guard valid || collects else { return false }
      }
      return valid
    case .anyOf(let branches):
      var isAdmitted = false
      // What each alternative evaluates matters where unevaluated children are looked for.
      for index in branches where markingTrial(index, at: place) {
        isAdmitted = true
        guard marks.isActive else { break }
      }
      return isAdmitted || fail(all: branches, of: "anyOf", schema, place)
    case .oneOf(let branches):
      return evaluateOneOf(branches, schema, at: place)
    case .not(let index):
      guard unmarkedTrial(index, at: place) else { return true }
      return fail("not", schema, place) { .excluded($0) }
    case .conditional(let condition, let consequence, let alternative):
      guard let index = markingTrial(condition, at: place) ? consequence : alternative else {
        return true
      }
      return evaluate(index, at: place)
    case .reference(let index, _):
      return evaluate(index, at: place)
    case .dynamicReference(let table, let fallback, _):
      let targets = program.tables[table]
      for resource in scope {
        if let target = targets[resource] { return evaluate(target, at: place) }
      }
      return evaluate(fallback, at: place)
    }
  }

  private mutating func evaluateOneOf(
    _ branches: [Program.Index],
    _ schema: CompiledSchema,
    at place: Int
  ) -> Bool {
    var first: Int?
    var admitting: [Int] = []
    for (number, index) in branches.enumerated() where markingTrial(index, at: place) {
      guard let earlier = first else {
        first = number
        continue
      }
      guard collects else { return false }
      if admitting.isEmpty { admitting.append(earlier) }
      admitting.append(number)
    }
    if !admitting.isEmpty {
      return fail("oneOf", schema, place) { .severalBranches(admitting, $0) }
    }
    guard first == nil else { return true }
    return fail(all: branches, of: "oneOf", schema, place)
  }

  /// Notes that no alternative holds, and why the closest one does not.
  ///
  /// When the value is of the kind of one alternative only, as with a value that may be `null`,
  /// that alternative was meant, and its violations are reported in place of the choice.
  private mutating func fail(
    all branches: [Program.Index],
    of keyword: String,
    _ schema: CompiledSchema,
    _ place: Int
  ) -> Bool {
    guard collects else { return false }
    var failed = FailedBranches()
    for index in branches {
      let before = findings
      findings = []
      _ = evaluate(index, at: place)
      failed.findings.append(findings)
      findings = before
    }
    let (causes, isOnlyCandidate) = failed.closest(at: place)
    if isOnlyCandidate, !causes.isEmpty {
      findings.append(contentsOf: causes.prefix(Self.findingLimit - findings.count))
      return false
    }
    return fail(keyword, schema, place, causes: causes) {
      .noBranch(count: branches.count, $0)
    }
  }
}
