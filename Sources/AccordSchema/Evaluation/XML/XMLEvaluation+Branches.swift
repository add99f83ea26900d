extension XMLEvaluation {
  /// Applies a keyword that applies schemas to the value itself.
  mutating func apply(
    _ branch: BranchKeyword,
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    // What is nested as deep as the document keeps its frames small: each keyword has its own.
    switch branch {
    case .allOf(let branches):
      return applyAll(branches, reading, at: place, naming)
    case .anyOf(let branches, let discriminator):
      return applyAny(branches, discriminator, schema, reading, at: place, naming)
    case .oneOf(let branches, let discriminator):
      return applyOne(branches, discriminator, schema, reading, at: place, naming)
    case .not(let index):
      return applyNot(index, schema, reading, at: place, naming)
    case .conditional(let condition, let consequence, let alternative):
      let holds = markingTrial(condition, reading, at: place, naming)
      guard let index = holds ? consequence : alternative else { return true }
      return apply(index, reading, at: place, naming)
    case .reference(let index, _):
      return apply(index, reading, at: place, naming)
    case .dynamicReference(let table, let fallback, _):
      return apply(target(table) ?? fallback, reading, at: place, naming)
    }
  }

  /// The schema of a dynamic reference in the outermost resource that has one.
  private func target(_ table: Int) -> Program.Index? {
    let targets = program.tables[table]
    return scope.lazy.compactMap { targets[$0] }.first
  }

  private mutating func applyAll(
    _ branches: [Program.Index],
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    var valid = true
    for index in branches {
      valid = apply(index, reading, at: place, naming) && valid
      guard valid || continues else { return false }
    }
    return valid
  }

  private mutating func applyAny(
    _ all: [Program.Index],
    _ discriminator: Discriminator?,
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    var isAdmitted = false
    let branches = candidates(among: all, discriminator, reading, at: place)
    // What each alternative evaluates matters where unevaluated children are looked for.
    for number in branches where markingTrial(all[number], reading, at: place, naming) {
      isAdmitted = true
      guard marks.isActive else { break }
    }
    return isAdmitted
      || fail(all: all, branches, discriminator, of: "anyOf", schema, reading, place, naming)
  }

  private mutating func applyOne(
    _ all: [Program.Index],
    _ discriminator: Discriminator?,
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let branches = candidates(among: all, discriminator, reading, at: place)
    let admitting = branches.filter { markingTrial(all[$0], reading, at: place, naming) }
    if admitting.count == 1 { return true }
    if admitting.isEmpty {
      return fail(all: all, branches, discriminator, of: "oneOf", schema, reading, place, naming)
    }
    return fail("oneOf", schema, place) { .severalBranches(admitting, $0) }
  }

  private mutating func applyNot(
    _ index: Program.Index,
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    guard unmarkedTrial(index, reading, at: place, naming) else { return true }
    return fail("not", schema, place) { .excluded($0) }
  }

  /// The alternatives to which an element can conform, by their numbers.
  private func candidates(
    among branches: [Program.Index],
    _ discriminator: Discriminator?,
    _ reading: XMLReading,
    at place: Int
  ) -> Candidates {
    guard let discriminator, discriminator.isElement else { return .all(branches.count) }
    switch reading {
    case .object, .elements: break
    default: return .all(branches.count)
    }
    let members = tape.children(of: place).filter {
      tape.name(of: tape.entries[$0]).local.isIdentical(to: discriminator.name)
    }
    guard members.count == 1, let member = members.first, !tape.isNil(member),
      tape.firstElement(in: member) == nil
    else { return .all(branches.count) }
    let values = XMLReading.readings(of: tape.text(in: member), .all).compactMap(\.scalar)
    return .some(discriminator.candidates(for: values), member: member)
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
    _ candidates: Candidates,
    _ discriminator: Discriminator?,
    of keyword: String,
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    _ place: Int,
    _ naming: Naming
  ) -> Bool {
    guard continues else { return false }
    var failed = FailedBranches()
    for number in candidates {
      failed.findings.append(collecting { $0.apply(branches[number], reading, at: place, naming) })
    }
    if let discriminator, let member = candidates.member, failed.findings.isEmpty {
      let evidence = Evidence.enumeration(discriminator.values, found(member))
      failed.findings = [
        [Finding(keyword: "enum", schema: schema.location, place: member, evidence: evidence)]
      ]
    }
    let (causes, isOnlyCandidate) = failed.closest(at: place)
    if candidates.member == nil, isOnlyCandidate, causes.contains(where: { !$0.isOfLimit }) {
      findings.append(contentsOf: causes)
      return false
    }
    return fail(keyword, schema, place, causes: causes) {
      .noBranch(count: branches.count, $0)
    }
  }
}
