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
    case .anyOf(let branches, let discriminator):
      return applyAnyOf(branches, discriminator, schema, reading, at: place, naming)
    case .oneOf(let branches, let discriminator):
      return applyOneOf(branches, discriminator, schema, reading, at: place, naming)
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

  @inline(never)
  private mutating func applyAnyOf(
    _ branches: [Program.Index],
    _ discriminator: Discriminator?,
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let candidates = candidates(discriminator, reading, at: place)
    let count = candidates?.numbers.count ?? branches.count
    var isAdmitted = false
    var step = 0
    // What each alternative evaluates matters where unevaluated children are looked for.
    while step < count, !isAdmitted || marks.isActive {
      let index = branches[candidates?.numbers[step] ?? step]
      if markingTrial(index, reading, at: place, naming) { isAdmitted = true }
      step += 1
    }
    return isAdmitted
      || fail(all: branches, candidates, discriminator, of: "anyOf", schema, reading, place, naming)
  }

  @inline(never)
  private mutating func applyOneOf(
    _ branches: [Program.Index],
    _ discriminator: Discriminator?,
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let candidates = candidates(discriminator, reading, at: place)
    let count = candidates?.numbers.count ?? branches.count
    var admitting: [Int] = []
    var step = 0
    while step < count {
      let number = candidates?.numbers[step] ?? step
      if markingTrial(branches[number], reading, at: place, naming) { admitting.append(number) }
      step += 1
    }
    if admitting.count == 1 { return true }
    if admitting.isEmpty {
      return fail(
        all: branches,
        candidates,
        discriminator,
        of: "oneOf",
        schema,
        reading,
        place,
        naming
      )
    }
    return fail("oneOf", schema, place) { .severalBranches(admitting, $0) }
  }

  /// The alternatives to which an element can conform; nil for all of them.
  private func candidates(
    _ discriminator: Discriminator?,
    _ reading: XMLReading,
    at place: Int
  ) -> Candidates? {
    guard let discriminator, discriminator.isElement else { return nil }
    switch reading {
    case .object, .elements: break
    default: return nil
    }
    let members = tape.children(of: place).filter {
      tape.name(of: tape.entries[$0]).local.isIdentical(to: discriminator.name)
    }
    guard members.count == 1, let member = members.first, !tape.isNil(member),
      tape.firstElement(in: member) == nil
    else { return nil }
    let values = XMLReading.readings(of: tape.text(in: member), .all).compactMap(\.scalar)
    return Candidates(discriminator.candidates(for: values), member: member)
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
    _ candidates: Candidates?,
    _ discriminator: Discriminator?,
    of keyword: String,
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    _ place: Int,
    _ naming: Naming
  ) -> Bool {
    guard continues else { return false }
    var failed = FailedBranches()
    let count = candidates?.numbers.count ?? branches.count
    var step = 0
    while step < count {
      let index = branches[candidates?.numbers[step] ?? step]
      failed.findings.append(collecting { $0.apply(index, reading, at: place, naming) })
      step += 1
    }
    if let discriminator, let member = candidates?.member, failed.findings.isEmpty {
      let evidence = Evidence.enumeration(discriminator.values, found(member))
      failed.findings = [
        [Finding(keyword: "enum", schema: schema.location, place: member, evidence: evidence)]
      ]
    }
    let (causes, isOnlyCandidate) = failed.closest(at: place)
    if candidates == nil, isOnlyCandidate, causes.contains(where: { !$0.isOfLimit }) {
      findings.append(contentsOf: causes)
      return false
    }
    return fail(keyword, schema, place, causes: causes) {
      .noBranch(count: branches.count, $0)
    }
  }
}
