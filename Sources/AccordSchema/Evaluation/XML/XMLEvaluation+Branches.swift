extension XMLEvaluation {
  /// Applies a keyword that applies schemas to the value itself.
  mutating func apply(
    _ branch: BranchKeyword,
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    switch branch {
    case .allOf(let branches):
      var valid = true
      for index in branches {
        valid = apply(index, reading, at: place, naming) && valid
        guard valid || continues else { return false }
      }
      return valid
    case .anyOf(let branches, _):
      var isAdmitted = false
      // What each alternative evaluates matters where unevaluated children are looked for.
      for index in branches where markingTrial(index, reading, at: place, naming) {
        isAdmitted = true
        guard marks.isActive else { break }
      }
      return isAdmitted || fail(all: branches, of: "anyOf", schema, reading, place, naming)
    case .oneOf(let branches, _):
      let admitting = branches.indices.filter {
        markingTrial(branches[$0], reading, at: place, naming)
      }
      if admitting.count == 1 { return true }
      if admitting.isEmpty {
        return fail(all: branches, of: "oneOf", schema, reading, place, naming)
      }
      return fail("oneOf", schema, place) { .severalBranches(admitting, $0) }
    case .not(let index):
      guard unmarkedTrial(index, reading, at: place, naming) else { return true }
      return fail("not", schema, place) { .excluded($0) }
    case .conditional(let condition, let consequence, let alternative):
      let holds = markingTrial(condition, reading, at: place, naming)
      guard let index = holds ? consequence : alternative else { return true }
      return apply(index, reading, at: place, naming)
    case .reference(let index, _):
      return apply(index, reading, at: place, naming)
    case .dynamicReference(let table, let fallback, _):
      let targets = program.tables[table]
      let target = scope.lazy.compactMap { targets[$0] }.first ?? fallback
      return apply(target, reading, at: place, naming)
    }
  }

  /// Runs an alternative that only answers yes or no.
  private mutating func trial(
    _ index: Program.Index,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let mode = collects
    collects = false
    defer { collects = mode }
    return apply(index, reading, at: place, naming)
  }

  /// Runs an alternative that only answers yes or no, and keeps what it marks if it holds.
  private mutating func markingTrial(
    _ index: Program.Index,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    guard marks.isActive else { return trial(index, reading, at: place, naming) }
    let outer = marks.begin(count: childCount(of: reading, at: place))
    let holds = trial(index, reading, at: place, naming)
    marks.end(outer: outer, holds: holds)
    return holds
  }

  /// Runs an alternative that only answers yes or no and gives no annotations.
  private mutating func unmarkedTrial(
    _ index: Program.Index,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let region = marks.suspend()
    defer { marks.resume(region) }
    return trial(index, reading, at: place, naming)
  }

  /// Notes that no alternative holds, and why the closest one does not.
  private mutating func fail(
    all branches: [Program.Index],
    of keyword: String,
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    _ place: Int,
    _ naming: Naming
  ) -> Bool {
    guard continues else { return false }
    var failed = FailedBranches()
    for index in branches {
      failed.findings.append(collecting { $0.apply(index, reading, at: place, naming) })
    }
    let (causes, isOnlyCandidate) = failed.closest(at: place)
    if isOnlyCandidate, causes.contains(where: { !$0.isOfLimit }) {
      findings.append(contentsOf: causes)
      return false
    }
    return fail(keyword, schema, place, causes: causes) {
      .noBranch(count: branches.count, $0)
    }
  }
}
