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
        guard valid || continues else { return false }
      }
      return valid
    case .anyOf(let branches, let discriminator):
      var isAdmitted = false
      // What each alternative evaluates matters where unevaluated children are looked for.
      let candidates = candidates(among: branches, discriminator, at: place)
      for number in candidates where markingTrial(branches[number], at: place) {
        isAdmitted = true
        guard marks.isActive || record != nil else { break }
      }
      return isAdmitted
        || fail(all: branches, candidates, discriminator, of: "anyOf", schema, place)
    case .oneOf(let branches, let discriminator):
      return evaluateOneOf(branches, discriminator, schema, at: place)
    case .not(let index):
      guard unmarkedTrial(index, at: place) else { return true }
      return fail("not", schema, place) { .excluded($0) }
    case .conditional(let condition, let consequence, let alternative):
      guard let index = markingTrial(condition, at: place) ? consequence : alternative else {
        return true
      }
      return evaluate(index, at: place)
    case .reference(let index, let keyword):
      record?.follow(keyword)
      return evaluate(index, at: place)
    case .dynamicReference(let table, let fallback, let keyword):
      record?.follow(keyword)
      let targets = program.tables[table]
      for resource in scope {
        if let target = targets[resource] { return evaluate(target, at: place) }
      }
      return evaluate(fallback, at: place)
    }
  }

  private mutating func evaluateOneOf(
    _ branches: [Program.Index],
    _ discriminator: Discriminator?,
    _ schema: CompiledSchema,
    at place: Int
  ) -> Bool {
    var first: Int?
    var admitting: [Int] = []
    let candidates = candidates(among: branches, discriminator, at: place)
    for number in candidates where markingTrial(branches[number], at: place) {
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
    return fail(all: branches, candidates, discriminator, of: "oneOf", schema, place)
  }

  /// The alternatives to which a value can conform, by their numbers.
  private func candidates(
    among branches: [Program.Index],
    _ discriminator: Discriminator?,
    at place: Int
  ) -> Candidates {
    guard record == nil, let discriminator, let member = member(discriminator.name, of: place)
    else {
      return .all(branches.count)
    }
    return .some(discriminator.candidates(for: [tape.value(at: member)]), member: member)
  }

  /// The value of a scalar member of an object; of those with one name, the first and only one.
  private func member(_ name: String, of place: Int) -> Int? {
    let entry = tape.entries[place]
    guard entry.kind == .object else { return nil }
    var found: Int?
    var key = place + 1
    while key < Int(entry.next) {
      if tape.string(tape.entries[key], equals: name) {
        // Where a name stands twice, each value is held to the schema.
        guard found == nil else { return nil }
        found = key + 1
      }
      key = Int(tape.entries[key + 1].next)
    }
    guard let found else { return nil }
    switch tape.entries[found].kind {
    case .array, .object: return nil
    default: return found
    }
  }

  /// Notes that no alternative holds, and why the closest one does not.
  ///
  /// When the value is of the kind of one alternative only, as with a value that may be `null`,
  /// that alternative was meant, and its violations are reported in place of the choice.
  private mutating func fail(
    all branches: [Program.Index],
    _ candidates: Candidates,
    _ discriminator: Discriminator?,
    of keyword: String,
    _ schema: CompiledSchema,
    _ place: Int
  ) -> Bool {
    guard continues else { return false }
    // Each alternative has said why already.
    guard record == nil else {
      return fail(keyword, schema, place) { .noBranch(count: branches.count, $0) }
    }
    var failed = FailedBranches()
    for number in candidates {
      let before = findings
      findings = []
      _ = evaluate(branches[number], at: place)
      failed.findings.append(findings)
      findings = before
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

/// The alternatives to which a value can conform, by their numbers.
struct Candidates: Sequence {
  private var count: Int
  /// The numbers; nil for all of them.
  private var numbers: [Int]?
  /// The place of the member whose value chose them.
  private(set) var member: Int?

  static func all(_ count: Int) -> Self { Self(count: count, numbers: nil, member: nil) }

  static func some(_ numbers: [Int], member: Int) -> Self {
    Self(count: numbers.count, numbers: numbers, member: member)
  }

  struct Iterator: IteratorProtocol {
    fileprivate var candidates: Candidates
    fileprivate var place = 0

    mutating func next() -> Int? {
      guard place < candidates.count else { return nil }
      defer { place += 1 }
      return candidates.numbers?[place] ?? place
    }
  }

  func makeIterator() -> Iterator { Iterator(candidates: self) }
}
