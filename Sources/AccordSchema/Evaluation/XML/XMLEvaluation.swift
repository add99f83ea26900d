/// Holds an XML document to a program.
///
/// Names are expanded names, never prefixes. As with JSON, a first pass only answers yes or no, and
/// a second one collects every violation. Every keyword acts on XML as it acts on the JSON of the
/// same value; where a text can be read as several values, one that conforms is enough.
struct XMLEvaluation {
  /// Which name the element must have.
  enum Naming {
    /// The one that the schema states, if it states one.
    case stated
    /// Any: the member that holds the element was found by its name.
    case known
  }

  let program: Program
  let tape: XMLTape
  var collects = false
  /// Whether what is quickly seen to conform is left out when violations are collected.
  var usesPlan = true
  var findings: [Finding] = []
  /// The resources through which evaluation came, the outermost first, where it matters.
  var scope: [Int] = []
  /// Which children of the values under evaluation were evaluated, where it matters.
  var marks = EvaluatedChildren()
  /// The members of the element under evaluation as all of its schemas declare them, where there
  /// are several.
  var group: XMLMemberGroup?
  /// The limit that was reached: nothing is looked at after that.
  private(set) var exhaustion: Finding?
  /// How many schemas are applied inside one another.
  var depth = 0
  /// How many more schemas are applied: schemas that double at each step would go on for ever.
  var applications: Int
  /// The steps that keywords may still take.
  var work: WorkBudget
  /// How many keywords were left undecided.
  private var undecided = 0

  /// How deep conforming elements are left out when violations are collected.
  private static let quickDepth = 8

  static let xsiNamespace = "http://www.w3.org/2001/XMLSchema-instance"

  init(_ program: Program, on document: XMLDocument) {
    self.init(program, on: document.tape)
  }

  private init(_ program: Program, on tape: XMLTape) {
    self.program = program
    self.tape = tape
    applications = Self.applicationLimit(for: tape, program.limits)
    work = WorkBudget(program.limits, bytes: tape.text.count)
  }

  /// How many schemas are applied to a document, many to each node.
  static func applicationLimit(for tape: XMLTape, _ limits: ValidationLimits) -> Int {
    limits.work(usually: 1_000_000 + 64 * tape.entries.count)
  }

  /// Whether a limit was reached.
  var isExhausted: Bool { exhaustion != nil }

  /// Whether further violations are looked for: one more than is kept says that there are more.
  var continues: Bool {
    collects && exhaustion == nil && findings.count <= program.limits.violations
  }

  /// Says whether an element conforms to the root of the program.
  mutating func admits(at place: Int) -> Bool {
    collects = false
    exhaustion = nil
    if !program.isDynamic {
      // What the check could not decide is no answer.
      if let verdict = XMLQuickCheck.admits(&self, at: place), !isExhausted { return verdict }
      if isExhausted { return false }
    }
    return evaluate(program.root, at: place, naming: .stated) && !isExhausted
  }

  /// Collects the violations in an element.
  mutating func collect(at place: Int) -> [Finding] {
    collects = true
    exhaustion = nil
    undecided = 0
    applications = Self.applicationLimit(for: tape, program.limits)
    work = WorkBudget(program.limits, bytes: tape.text.count)
    findings = []
    _ = evaluate(program.root, at: place, naming: .stated)
    if let exhaustion, !findings.contains(where: \.isOfLimit) { findings.append(exhaustion) }
    return findings
  }

  /// The violations in an element: where the plan finds them, and nowhere else, if it can tell.
  mutating func violations(at place: Int) -> [Finding] {
    if let findings = violationsInFailures(at: place) { return findings }
    return admits(at: place) ? [] : collect(at: place)
  }

  /// Collects the violations where the plan finds them; nil where that may not be all.
  private mutating func violationsInFailures(at place: Int) -> [Finding]? {
    guard !program.isDynamic else { return nil }
    collects = false
    if let failures = XMLQuickCheck.failures(&self, at: place) {
      collects = true
      for failure in failures { evaluate(failure) }
      if !isExhausted, failures.isEmpty || !findings.isEmpty,
        !findings.contains(where: \.isOfLimit)
      {
        return findings
      }
    }
    self = Self(program, on: tape)
    return nil
  }

  private mutating func evaluate(_ failure: XMLQuickCheck.Failure) {
    depth = failure.depth
    // A text is not looked at twice.
    usesPlan = program.plan.nodes[failure.schema].kind != .text
    _ = evaluate(failure.schema, at: failure.place, naming: failure.isNamed ? .known : .stated)
    depth = 0
    usesPlan = true
  }

  /// Says whether an element or an attribute conforms to a schema of the program.
  mutating func evaluate(
    _ index: Program.Index,
    at place: Int,
    naming: Naming = .known
  ) -> Bool {
    if collects, conforms(index, at: place, naming) { return true }
    let outer = group
    group = program.groups[program.schema(index).forward ?? index]
    defer { group = outer }
    var isNil = false
    let valid =
      !hasAttributes(place) || hasInstanceAttributes(index, at: place, isNil: &isNil)
    guard valid || continues else { return false }
    // What is nested as deep as the document keeps its frames small.
    if isNil { return evaluateNil(index, at: place, naming) && valid }
    if holdsElements(place, index) { return apply(index, .elements, at: place, naming) && valid }
    return evaluateText(index, at: place, naming) && valid
  }

  private func hasAttributes(_ place: Int) -> Bool {
    !tape.isAttribute(place) && tape.entries[place].attributeCount > 0
  }

  /// Whether a value is an object or a list, for which a schema has keywords.
  private func holdsElements(_ place: Int, _ index: Program.Index) -> Bool {
    let schema = program.schema(index)
    guard !schema.types.isDisjoint(with: [.object, .array]) || schema.boolean != nil else {
      return false
    }
    return tape.firstElement(in: place) != nil
  }

  /// Says whether an element is quickly seen to conform, so that no violation is in it.
  private mutating func conforms(
    _ index: Program.Index,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    // Each level looks at the same bytes again.
    guard usesPlan, depth < Self.quickDepth, !isExhausted, !program.isDynamic,
      !tape.isAttribute(place)
    else {
      return false
    }
    let verdict = XMLQuickCheck.admits(&self, index, at: place, isNamed: naming == .known)
    // Where a limit was reached, a closer look says where.
    defer { exhaustion = nil }
    return verdict == true && !isExhausted
  }

  /// `xsi:nil="true"` stands for `null`; the element must be empty (XML Schema part 1, section
  /// 3.3.4).
  private mutating func evaluateNil(
    _ index: Program.Index,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    guard apply(index, .null, at: place, naming) else { return false }
    guard tape.firstElement(in: place) != nil || !tape.text(in: place).isEmpty else { return true }
    return fail("xml.nil", program.schema(index), place, .nilWithContent)
  }

  /// The findings of one evaluation alone.
  mutating func collecting(_ evaluate: (inout Self) -> Bool) -> [Finding] {
    let before = findings
    findings = []
    defer { findings = before }
    _ = evaluate(&self)
    return findings
  }
}

// MARK: - Limits

extension XMLEvaluation {
  mutating func exhaust(_ schema: CompiledSchema, at place: Int) -> Bool {
    guard !isExhausted else { return false }
    let limit = Self.applicationLimit(for: tape, program.limits)
    let evidence: Evidence =
      applications <= 0
      ? .tooManyApplications(limit: limit)
      : program.isEndless(schema)
        ? .endlessReference : .tooDeep(limit: program.limits.depth)
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

  /// Takes over the limit that another evaluation of the same document reached.
  mutating func adopt(_ exhaustion: Finding?) {
    if self.exhaustion == nil { self.exhaustion = exhaustion }
  }

  /// Notes a violation, or that a keyword could not be decided: where only yes or no is asked, there
  /// is no answer then.
  mutating func fail(
    _ keyword: String,
    _ schema: CompiledSchema,
    _ place: Int,
    orUndecided evidence: Evidence
  ) -> Bool {
    guard evidence.isOfLimit else { return fail(keyword, schema, place, evidence) }
    undecided += 1
    guard collects, undecided < JSONEvaluation.undecidedLimit else {
      return exhaust(keyword, schema, at: place, evidence)
    }
    return fail(keyword, schema, place, evidence)
  }
}
