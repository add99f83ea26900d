/// Holds a JSON document to a program.
///
/// It works in two modes. The first one only answers yes or no and stops at the first violation;
/// most documents conform, and for them nothing else is done. The second one collects every
/// violation; with a record it notes what it applies besides, whether that matters or not.
struct JSONEvaluation {
  /// How many keywords may be left undecided before nothing more is looked at.
  static let undecidedLimit = 10

  let program: Program
  let tape: JSONTape
  /// The way to a quick verdict, if there is one.
  private let plan: VerdictPlan?
  /// How many more values the plan looks at: it sees what is deep inside once for each level that does
  /// not conform.
  private var quickSteps = 0
  var collects = false
  var findings: [Finding] = []
  /// The resources through which evaluation came, the outermost first, where it matters.
  var scope: [Int] = []
  /// Which children of the values under evaluation were evaluated, where it matters.
  var marks = EvaluatedChildren()
  /// How many more schemas are applied: schemas that double at each step would go on for ever.
  var applications: Int
  /// The steps that keywords may still take.
  var work: WorkBudget
  /// The limit that was reached: nothing is looked at after that, because a schema that applies
  /// itself in two alternatives would be followed through all of them.
  private(set) var exhaustion: Finding?
  /// How many keywords were left undecided.
  private var undecided = 0
  /// What is applied, where somebody wants to know.
  private(set) var record: EvaluationRecord?
  private var depth = 0
  /// The depth of the value that is asked about.
  private var top = 0

  init(_ program: Program, on tape: JSONTape, plan: VerdictPlan? = nil) {
    self.program = program
    self.tape = tape
    self.plan = plan
    if plan != nil { quickSteps = TextWalker.steps(for: tape.bytes.count) }
    applications = Self.applicationLimit(for: tape, program.limits)
    work = WorkBudget(program.limits, bytes: tape.bytes.count)
  }

  /// How many schemas are applied to a document: many to each value, and in small ones still more.
  static func applicationLimit(for tape: JSONTape, _ limits: ValidationLimits) -> Int {
    limits.work(usually: 1_000_000 + 64 * tape.entries.count + 4 * tape.bytes.count)
  }

  /// Whether a limit was reached.
  var isExhausted: Bool { exhaustion != nil }

  /// Whether further violations are looked for: one more than is kept says that there are more.
  var continues: Bool {
    collects && exhaustion == nil && findings.count <= program.limits.violations
  }

  /// Says whether the value at an index of the tape conforms to a schema of the program.
  mutating func evaluate(_ index: Program.Index, at place: Int) -> Bool {
    let schema = program.schema(index)
    guard depth < program.limits.depth, applications > 0, !isExhausted, record == nil else {
      return evaluateNoting(index, at: place)
    }
    applications -= 1
    // What conforms has nothing to collect; only what does not is looked at more closely.
    if depth > top || !collects, let verdict = quickVerdict(index, at: place),
      verdict || !collects
    {
      return verdict
    }
    depth += 1
    defer { depth -= 1 }
    if let resource = schema.resource, program.isDynamic, scope.last != resource {
      scope.append(resource)
      defer { scope.removeLast() }
      return evaluateAll(schema, at: place)
    }
    return evaluateAll(schema, at: place)
  }

  /// Applies a schema and notes it, or that a limit is reached.
  ///
  /// It is apart, so that what notes nothing is as fast as if nothing could.
  @inline(never)
  private mutating func evaluateNoting(_ index: Program.Index, at place: Int) -> Bool {
    // What refers to another schema is a step of its own here.
    let schema = program.schemas[index]
    guard let record else { return exhaust(program.schema(index), at: place) }
    guard depth < record.depthLimit, applications > 0, !isExhausted else {
      return exhaust(schema, at: place)
    }
    applications -= 1
    depth += 1
    defer { depth -= 1 }
    let outer = findings
    findings = []
    record.begin(index, at: place)
    let entersResource = schema.resource.map { program.isDynamic && scope.last != $0 } ?? false
    if entersResource, let resource = schema.resource { scope.append(resource) }
    let valid = evaluateAll(schema, at: place)
    if entersResource { scope.removeLast() }
    record.end(valid, findings)
    findings = outer
    return valid
  }

  /// The verdict of the plan, where nothing else is asked than whether a value conforms.
  private mutating func quickVerdict(_ index: Program.Index, at place: Int) -> Bool? {
    guard let plan, quickSteps > 0, !marks.isActive else { return nil }
    return plan.admits(tape.entries[place], of: tape, index, steps: &quickSteps, &work)
  }

  private mutating func evaluateAll(_ schema: CompiledSchema, at place: Int) -> Bool {
    schema.speaksOfUnevaluated
      ? evaluateWithUnevaluated(schema, at: place) : evaluateKeywords(schema, at: place)
  }

  /// Applies all keywords but `unevaluatedProperties` and `unevaluatedItems`.
  mutating func evaluateKeywords(_ schema: CompiledSchema, at place: Int) -> Bool {
    if let boolean = schema.boolean {
      return boolean || fail("", schema, place) { .nothingAllowed($0) }
    }
    // What is nested as deep as the document keeps its frames small.
    let entry = tape.entries[place]
    guard admits(schema, entry) else { return refuse(entry, at: place, schema) }
    let valid = evaluateOwn(entry, at: place, schema)
    guard valid || continues else { return false }
    return evaluateBranches(schema, at: place) && valid
  }

  /// Refuses a value of another type, of which no more is said but where all is noted.
  @inline(never)
  private mutating func refuse(
    _ entry: JSONTapeEntry,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    _ = failType(of: entry, at: place, schema)
    guard record != nil else { return false }
    _ = evaluateOwn(entry, at: place, schema)
    if continues { _ = evaluateBranches(schema, at: place) }
    return false
  }

  private mutating func failType(
    of entry: JSONTapeEntry,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    fail("type", schema, place) { found in
      // A number that draft 4 calls no integer is not called one.
      let isNumber = schema.readsIntegersAsWritten && found.type == "integer"
      let shown = isNumber ? Found(type: "number", text: found.text) : found
      return .type(expected: schema.types, entry.isWrittenAsInteger ? found : shown)
    }
  }

  /// Applies what speaks of the value itself.
  private mutating func evaluateOwn(
    _ entry: JSONTapeEntry,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    let valid = schema.values.isEmpty || evaluateValues(at: place, schema)
    guard valid || continues else { return false }
    return evaluateContent(of: entry, at: place, schema) && valid
  }

  /// Applies the keywords that apply other schemas to the same value.
  private mutating func evaluateBranches(_ schema: CompiledSchema, at place: Int) -> Bool {
    var valid = true
    for index in schema.branches.indices {
      valid = evaluate(schema.branches[index], schema, at: place) && valid
      guard valid || continues else { return false }
    }
    return valid
  }

  /// Applies the keywords that speak of the type of the value.
  private mutating func evaluateContent(
    of entry: JSONTapeEntry,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    switch entry.kind {
    case .null, .true, .false:
      return true
    case .number:
      return schema.numbers.isEmpty || evaluateNumber(entry, at: place, schema)
    case .string:
      return schema.strings.isEmpty || evaluateString(entry, at: place, schema)
    case .array:
      guard let keywords = schema.array else { return true }
      return evaluate(keywords, of: entry, at: place, schema)
    case .object:
      guard let keywords = schema.object else { return true }
      return evaluate(keywords, of: entry, at: place, schema)
    }
  }

  private mutating func evaluateNumber(
    _ entry: JSONTapeEntry,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    let number = tape.number(entry)
    var valid = true
    for keyword in schema.numbers {
      guard let evidence = keyword.finding(number, &work) else { continue }
      valid = fail(keyword.keyword, schema, place, orUndecided: evidence)
      guard continues else { return false }
    }
    return valid
  }

  private mutating func evaluateString(
    _ entry: JSONTapeEntry,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    // What is asked about where violations are collected is known not to conform.
    if !collects || depth > top + 1 {
      var work = work
      let admitted = tape.passes(entry) { text in
        schema.strings.allSatisfy { $0.admits(text, &work) == true }
      }
      self.work = work
      if admitted == true { return true }
    }
    let text = tape.string(entry)
    var valid = true
    for keyword in schema.strings {
      guard let evidence = keyword.finding(text, inXML: false, &self.work) else { continue }
      valid = fail(keyword.keyword, schema, place, orUndecided: evidence)
      guard continues else { return false }
    }
    return valid
  }

  private mutating func evaluateValues(at place: Int, _ schema: CompiledSchema) -> Bool {
    var valid = true
    for keyword in schema.values where !admits(keyword, place) {
      valid = fail(keyword.keyword, schema, place) { keyword.finding($0) }
      guard continues else { return false }
    }
    return valid
  }

  private mutating func exhaust(_ schema: CompiledSchema, at place: Int) -> Bool {
    guard !isExhausted else { return false }
    let limit = Self.applicationLimit(for: tape, program.limits)
    let evidence: Evidence =
      applications <= 0
      ? .tooManyApplications(limit: limit)
      : program.isEndless(schema)
        ? .endlessReference : .tooDeep(limit: record?.depthLimit ?? program.limits.depth)
    return exhaust("$ref", schema, at: place, evidence)
  }

  /// Ends the evaluation; what seems wrong after that may be right.
  mutating func exhaust(
    _ keyword: String,
    _ schema: CompiledSchema,
    at place: Int,
    _ evidence: Evidence
  ) -> Bool {
    guard !isExhausted else { return false }
    _ = fail(keyword, schema, place, evidence)
    exhaustion = Finding(
      keyword: keyword,
      schema: schema.location,
      place: place,
      evidence: evidence
    )
    return false
  }

  /// Notes a violation, or that a keyword could not be decided: where only yes or no is asked, there
  /// is no answer then.
  private mutating func fail(
    _ keyword: String,
    _ schema: CompiledSchema,
    _ place: Int,
    orUndecided evidence: Evidence
  ) -> Bool {
    guard evidence.isOfLimit else { return fail(keyword, schema, place, evidence) }
    undecided += 1
    guard collects, undecided < Self.undecidedLimit, record?.isTrying != true else {
      return exhaust(keyword, schema, at: place, evidence)
    }
    return fail(keyword, schema, place, evidence)
  }

  /// Says whether the value at an index of the tape conforms to the root of the program.
  mutating func admits(at place: Int, _ index: Program.Index? = nil) -> Bool {
    collects = false
    exhaustion = nil
    return evaluate(index ?? program.root, at: place) && !isExhausted
  }

  /// Collects the violations in the value at an index of the tape, to which so many schemas come down.
  mutating func collect(
    at place: Int,
    _ index: Program.Index? = nil,
    depth: Int = 0
  ) -> [Finding] {
    self.depth = depth
    top = depth
    defer { self.depth = 0 }
    collects = true
    exhaustion = nil
    undecided = 0
    applications = Self.applicationLimit(for: tape, program.limits)
    work = WorkBudget(program.limits, bytes: tape.bytes.count)
    findings = []
    _ = evaluate(index ?? program.root, at: place)
    if let exhaustion, !findings.contains(where: \.isOfLimit) {
      // The limit was reached where only yes or no was asked, as under `not`.
      findings.append(exhaustion)
    }
    return findings
  }

  /// Notes all that the root of the program applies to the document, in what is to hold it; `nil` where
  /// a limit left something open, which `exhaustion` tells.
  mutating func note(in record: EvaluationRecord) -> AppliedSchema? {
    self.record = record
    collects = true
    _ = evaluate(program.root, at: 0)
    return isExhausted ? nil : record.root
  }

  /// Runs an evaluation that only answers yes or no.
  mutating func trial(_ index: Program.Index, at place: Int) -> Bool {
    if let record { return record.trying { evaluate(index, at: place) } }
    let mode = collects
    collects = false
    defer { collects = mode }
    return evaluate(index, at: place)
  }

  /// Notes a violation when violations are collected; the result is always `false`.
  mutating func fail(
    _ keyword: String,
    _ schema: CompiledSchema,
    _ place: Int,
    _ evidence: @autoclosure () -> Evidence
  ) -> Bool {
    fail(keyword, schema, place) { _ in evidence() }
  }

  /// Notes a violation whose evidence tells what was found.
  mutating func fail(
    _ keyword: String,
    _ schema: CompiledSchema,
    _ place: Int,
    causes: [Finding] = [],
    _ evidence: (Found) -> Evidence
  ) -> Bool {
    // What seems wrong once a limit is reached may be right.
    if continues {
      findings.append(
        Finding(
          keyword: keyword,
          schema: schema.location,
          place: place,
          evidence: evidence(found(place)),
          causes: causes
        )
      )
    }
    return false
  }
}

// MARK: - Values

extension JSONEvaluation {
  private func admits(_ schema: CompiledSchema, _ entry: JSONTapeEntry) -> Bool {
    let types = schema.types
    return switch entry.kind {
    case .null: types.contains(.null)
    case .true, .false: types.contains(.boolean)
    case .string: types.contains(.string)
    case .array: types.contains(.array)
    case .object: types.contains(.object)
    case .number:
      types.contains(.number)
        || types.contains(.integer)
          && (entry.isWrittenAsInteger
            || !schema.readsIntegersAsWritten && JSONNumber(checked: tape.text(entry)).isInteger)
    }
  }

  private func admits(_ keyword: any ValueKeyword, _ place: Int) -> Bool {
    keyword.table?.contains(EquivalentJSON(value: tape.value(at: place)))
      ?? keyword.admitted.contains { equals($0, place) }
  }

  /// Compares without making a value of the tape as far as that can be.
  private func equals(_ value: JSON, _ place: Int) -> Bool {
    let entry = tape.entries[place]
    switch (value, entry.kind) {
    case (.null, .null), (.boolean(true), .true), (.boolean(false), .false):
      return true
    case (.string(let text), .string):
      return tape.string(entry, equals: text)
    case (.number(let number), .number):
      return number == JSONNumber(checked: tape.text(entry))
    case (.array, .array), (.object, .object):
      return value.isEquivalent(to: tape.value(at: place))
    default:
      return false
    }
  }

  /// Describes the value for a message.
  func found(_ place: Int) -> Found {
    let entry = tape.entries[place]
    switch entry.kind {
    case .array: return Found(type: "array", text: Found.counted(count(place), "item"))
    case .object: return Found(type: "object", text: Found.counted(count(place), "member"))
    default: return Found(tape.value(at: place))
    }
  }

  /// The number of children of a container.
  func count(_ place: Int) -> Int {
    let entry = tape.entries[place]
    if let count = entry.count { return count }
    let isObject = entry.kind == .object
    var count = 0
    var child = place + 1
    while child < Int(entry.next) {
      count += 1
      child = Int(tape.entries[isObject ? child + 1 : child].next)
    }
    return count
  }
}
