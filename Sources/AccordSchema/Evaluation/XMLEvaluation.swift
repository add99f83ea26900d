/// Holds an XML document to a program.
///
/// Names are expanded names, never prefixes. As with JSON, a first pass only answers yes or no, and
/// a second one collects every violation.
struct XMLEvaluation {
  /// Which name the element must have.
  enum Naming {
    /// The one that the schema states, if it states one.
    case stated
    /// Any: the member that holds the element was found by its name.
    case known
  }

  let program: Program
  let document: XMLDocument
  let tape: XMLTape
  var collects = false
  var findings: [Finding] = []
  /// The resources through which evaluation came, the outermost first, where it matters.
  var scope: [Int] = []
  private(set) var isExhausted = false
  private var depth = 0

  static let xsiNamespace = "http://www.w3.org/2001/XMLSchema-instance"
  private static let nilName = XMLName(namespace: xsiNamespace, local: "nil")

  init(_ program: Program, on document: XMLDocument) {
    self.program = program
    self.document = document
    tape = document.tape
  }

  /// Says whether an element conforms to a schema of the program.
  mutating func evaluate(
    _ index: Program.Index,
    at place: Int,
    naming: Naming = .known
  ) -> Bool {
    let schema = program.schema(index)
    guard depth < JSONEvaluation.depthLimit, !isExhausted else {
      return exhaust(schema, at: place)
    }
    depth += 1
    defer { depth -= 1 }
    if let resource = schema.resource, program.isDynamic, scope.last != resource {
      scope.append(resource)
      defer { scope.removeLast() }
      return evaluateKeywords(schema, at: place, naming)
    }
    return evaluateKeywords(schema, at: place, naming)
  }

  private mutating func exhaust(_ schema: CompiledSchema, at place: Int) -> Bool {
    guard !isExhausted else { return false }
    isExhausted = true
    return fail("$ref", schema, place, .tooDeep(limit: JSONEvaluation.depthLimit))
  }

  /// Says whether an element conforms to the root of the program.
  mutating func admits(at place: Int) -> Bool {
    collects = false
    isExhausted = false
    return evaluate(0, at: place, naming: .stated) && !isExhausted
  }

  /// Collects the violations in an element.
  mutating func collect(at place: Int) -> [Finding] {
    collects = true
    isExhausted = false
    findings = []
    _ = evaluate(0, at: place, naming: .stated)
    if isExhausted, !findings.contains(where: \.isOfDepth) {
      let limit = JSONEvaluation.depthLimit
      _ = fail("$ref", program.schemas[0], place, .tooDeep(limit: limit))
    }
    return findings
  }

  private mutating func evaluateKeywords(
    _ schema: CompiledSchema,
    at place: Int,
    _ naming: Naming
  ) -> Bool {
    if let boolean = schema.boolean {
      return boolean || fail("", schema, place) { .nothingAllowed($0) }
    }
    if naming == .stated, let name = schema.xml.name, !hasName(name, place, schema) {
      return false
    }
    var valid = evaluateContent(of: place, schema)
    guard valid || collects else { return false }
    for branch in schema.branches {
      valid = evaluate(branch, schema, at: place, naming: naming) && valid
      guard valid || collects else { return false }
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

  private mutating func evaluateContent(of place: Int, _ schema: CompiledSchema) -> Bool {
    var valid = true
    if let spelling = attribute(Self.nilName, of: place) {
      let isNil = LexicalForm.xsBoolean(LexicalForm.collapsed(spelling))
      if isNil == true { return evaluateNil(at: place, schema) }
      if isNil == nil {
        valid = fail("xml.nil", schema, place, .nilSpelling(spelling))
        guard collects else { return false }
      }
    }
    let types = schema.types.subtracting(.null)
    if types.isEmpty {
      return fail("type", schema, place) { .type(expected: .null, $0) }
    }
    switch shape(of: place, schema, types) {
    case .object: return evaluateObject(at: place, schema) && valid
    case .array: return evaluateArray(at: place, schema) && valid
    case .scalar: return evaluateScalar(at: place, schema, types) && valid
    case .open: return valid
    }
  }

  /// `xsi:nil="true"` stands for `null`; the element must be empty (XML Schema part 1, section
  /// 3.3.4).
  private mutating func evaluateNil(at place: Int, _ schema: CompiledSchema) -> Bool {
    guard schema.types.contains(.null) else {
      return fail("type", schema, place, .type(expected: schema.types, Found(type: "nil")))
    }
    var valid = true
    for keyword in schema.values where !keyword.admitted.contains(.null) {
      valid = fail(keyword.keyword, schema, place, keyword.finding(Found(type: "nil")))
    }
    if !children(of: place).isEmpty || !tape.text(in: place).isEmpty {
      valid = fail("xml.nil", schema, place, .nilWithContent)
    }
    return valid
  }

  private enum Shape {
    case object, array, scalar
    /// The schema says nothing about what is inside.
    case open
  }

  /// Decides what the element is read as; a schema of one type decides it alone.
  private func shape(
    of place: Int,
    _ schema: CompiledSchema,
    _ types: Schema.Types
  ) -> Shape {
    if types == .object { return .object }
    if types == .array { return .array }
    if types.isDisjoint(with: [.object, .array]) { return .scalar }
    if !children(of: place).isEmpty {
      if types.contains(.object), schema.object != nil { return .object }
      if types.contains(.array), schema.array != nil { return .array }
      return .open
    }
    let isRestricted =
      !schema.values.isEmpty || !schema.numbers.isEmpty || !schema.strings.isEmpty
      || types != Schema.Types.all.subtracting(.null)
    let scalars = types.subtracting([.object, .array])
    if isRestricted, !scalars.isEmpty { return .scalar }
    guard scalars.isEmpty else { return .open }
    return types.contains(.object) && schema.object != nil ? .object : .array
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
    if collects, findings.count < JSONEvaluation.findingLimit {
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

// MARK: - The tape

extension XMLEvaluation {
  /// The places of the elements directly inside an element.
  func children(of place: Int) -> [Int] {
    tape.children(of: place)
  }

  func attribute(_ name: XMLName, of place: Int) -> String? {
    guard tape.entries[place].attributeCount > 0 else { return nil }
    return XMLElement(document: document, index: place)[attribute: name]
  }

  /// Describes the element for a message.
  func found(_ place: Int) -> Found {
    let count = children(of: place).count
    guard count == 0 else {
      return Found(type: "an element with", text: Found.counted(count, "element"))
    }
    let text = tape.text(in: place)
    return text.isEmpty ? Found(type: "an empty element") : .text(text)
  }
}
