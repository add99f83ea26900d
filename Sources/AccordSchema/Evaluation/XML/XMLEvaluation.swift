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
  private var depth = 0
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

  /// Checks an element without elements, or an attribute, in each of its readings.
  private mutating func evaluateText(
    _ index: Program.Index,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let schema = program.schema(index)
    if let child = tape.firstElement(in: place) {
      let name = tape.name(of: tape.entries[child])
      return fail("type", schema, child, .elementsInText(name))
    }
    let text = tape.text(in: place)
    var readings = XMLReading.readings(of: text, schema.types)
    if !tape.isAttribute(place), LexicalForm.isBlank(text) {
      if schema.types.contains(.object) { readings.append(.object) }
      if schema.types.contains(.array) { readings.append(.array) }
    }
    guard let first = readings.first, readings.count > 1 else {
      // Without a reading of a type that is wanted the type is what is wrong.
      return apply(index, readings.first ?? .string(text), at: place, naming)
    }
    let mode = collects
    collects = false
    let isAdmitted = readings.contains { apply(index, $0, at: place, naming) }
    collects = mode
    guard !isAdmitted, collects else { return isAdmitted }
    let failed = readings.map { reading in
      collecting { $0.apply(index, reading, at: place, naming) }
    }
    // A reading for which only one alternative can be meant comes closer than one without any.
    let meant = failed.filter { findings in
      !findings.contains { $0.place == place && $0.isOfChoice }
    }
    let closest = FailedBranches(findings: meant.isEmpty ? failed : meant).closest(at: place)
      .findings
    guard !closest.isEmpty else { return apply(index, first, at: place, naming) }
    if continues { findings.append(contentsOf: closest) }
    return false
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

// MARK: - One reading

extension XMLEvaluation {
  /// Says whether one reading of an element or an attribute conforms to a schema of the program.
  mutating func apply(
    _ index: Program.Index,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let schema = program.schema(index)
    guard depth < program.limits.depth, applications > 0, !isExhausted else {
      return exhaust(schema, at: place)
    }
    applications -= 1
    depth += 1
    defer { depth -= 1 }
    if let resource = schema.resource, program.isDynamic, scope.last != resource {
      scope.append(resource)
      defer { scope.removeLast() }
      return applyAll(schema, reading, at: place, naming)
    }
    return applyAll(schema, reading, at: place, naming)
  }

  private mutating func exhaust(_ schema: CompiledSchema, at place: Int) -> Bool {
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
  private mutating func fail(
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

  private mutating func applyAll(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    if let boolean = schema.boolean {
      return boolean || fail("", schema, place) { .nothingAllowed($0) }
    }
    if naming == .stated, let name = schema.xml.name, !hasName(name, place, schema) {
      return false
    }
    guard reading.isAdmitted(by: schema.types) else {
      return fail("type", schema, place) { .type(expected: schema.types.named(for: reading), $0) }
    }
    let reading = reading.decided(by: schema)
    return schema.speaksOfUnevaluated
      ? applyWithUnevaluated(schema, reading, at: place, naming)
      : applyKeywords(schema, reading, at: place, naming)
  }

  /// Applies all keywords but `unevaluatedProperties` and `unevaluatedItems`.
  mutating func applyKeywords(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    let valid = applyOwn(schema, reading, at: place)
    guard valid || continues else { return false }
    return applyBranches(schema, reading, at: place, naming) && valid
  }

  /// Applies what speaks of the value itself.
  private mutating func applyOwn(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int
  ) -> Bool {
    let valid = schema.values.isEmpty || hasValue(schema, reading, at: place)
    guard valid || continues else { return false }
    // Objects are nested as deep as the document.
    if case .object = reading { return applyObject(schema, at: place) && valid }
    return applyContent(schema, reading, at: place) && valid
  }

  /// Applies the keywords that apply other schemas to the same value.
  private mutating func applyBranches(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    var valid = true
    for index in schema.branches.indices {
      valid = apply(schema.branches[index], schema, reading, at: place, naming) && valid
      guard valid || continues else { return false }
    }
    return valid
  }

  /// Applies the keywords that speak of the type of the value.
  private mutating func applyContent(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int
  ) -> Bool {
    switch reading {
    case .null, .boolean, .elements, .object:
      return true
    case .special:
      // No limit on numbers holds for them.
      guard schema.numbers.isEmpty, schema.values.isEmpty else {
        return fail("type", schema, place) { .type(expected: .number, $0) }
      }
      return true
    case .number(let number, _):
      return hasLimits(number, at: place, schema)
    case .string(let text):
      return hasForm(text, at: place, schema)
    case .array:
      let valid = hasNoText(place, schema)
      guard valid || continues else { return false }
      return applyItems(tape.children(of: place), naming: .stated, at: place, schema) && valid
    case .bare(let items):
      return applyItems(items, naming: .known, at: place, schema)
    }
  }

  private mutating func hasLimits(
    _ number: JSONNumber,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    for keyword in schema.numbers {
      guard let evidence = keyword.finding(number, &work) else { continue }
      valid = fail(keyword.keyword, schema, place, orUndecided: evidence)
      guard continues else { return false }
    }
    return valid
  }

  private mutating func hasForm(
    _ text: String,
    at place: Int,
    _ schema: CompiledSchema
  ) -> Bool {
    var valid = true
    for keyword in schema.strings {
      guard let evidence = keyword.finding(text, inXML: true, &work) else { continue }
      valid = fail(keyword.keyword, schema, place, orUndecided: evidence)
      guard continues else { return false }
    }
    return valid
  }

  mutating func hasName(_ name: XMLName, _ place: Int, _ schema: CompiledSchema) -> Bool {
    let actual = tape.name(of: tape.entries[place])
    guard actual != name else { return true }
    if actual.local.isIdentical(to: name.local) {
      return fail("xml.namespace", schema, place, .elementNamespace(expected: name, actual: actual))
    }
    return fail("xml.name", schema, place, .elementName(expected: name, actual: actual))
  }

  /// Text beside the elements of an object or a list is no part of it.
  mutating func hasNoText(_ place: Int, _ schema: CompiledSchema) -> Bool {
    guard tape.hasText(place) else { return true }
    // Several schemas may look at the same element.
    guard !findings.contains(where: { $0.place == place && $0.keyword == "xml.content" }) else {
      return false
    }
    let text = LexicalForm.collapsed(tape.text(in: place))
    return fail("xml.content", schema, place, .strayText(.text(text)))
  }
}

// MARK: - Findings

extension XMLEvaluation {
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

  /// Describes the element or attribute for a message.
  func found(_ place: Int) -> Found {
    let count = tape.children(of: place).count
    guard count == 0 else {
      return Found(type: "an element with", text: Found.counted(count, "element"))
    }
    if tape.isNil(place) { return Found(type: "nil") }
    let text = tape.text(in: place)
    guard text.isEmpty else { return .text(text) }
    return Found(type: tape.isAttribute(place) ? "an empty attribute" : "an empty element")
  }
}

extension Finding {
  /// Whether none of several alternatives holds.
  fileprivate var isOfChoice: Bool {
    if case .noBranch = evidence { true } else { false }
  }
}

extension Schema.Types {
  /// The types to name where none of them fits: nil is named only where it stands.
  fileprivate func named(for reading: XMLReading) -> Self {
    if case .null = reading { return self }
    return self == .null ? self : subtracting(.null)
  }
}
