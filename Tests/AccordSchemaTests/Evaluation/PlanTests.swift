@testable import AccordSchema
import Testing

/// The quick plans say what the evaluation says, whatever keyword a schema has.
struct PlanTests {
  /// How many schemas are made for each keyword, and how many values for each schema.
  private static let schemas = 24
  private static let values = 24

  /// The schema of a generated document.
  static func load(_ document: JSON, _ draft: SchemaDraft) throws -> Schema {
    guard draft == .draft4 else {
      return try Schema(loading: document, draft: draft, formats: .assertion, content: .assertion)
    }
    // OpenAPI 3.0 is draft 4 with a keyword more.
    let whole: JSON = ["openapi": "3.0.3", "components": ["schemas": ["A": document]]]
    return try Schema(loading: whole, at: "#/components/schemas/A", formats: .assertion)
  }

  @Test(arguments: Keyword.allCases)
  func everyKeyword(keyword: Keyword) throws {
    var generator = KeywordSchemas(of: keyword)
    var checker = PlanChecker()
    var hasEffect = false
    for _ in 0..<Self.schemas {
      let document = generator.document(with: keyword)
      let schema = try Self.load(document, generator.draft)
      let values = generator.values(around: schema, count: Self.values)
      try checker.check(schema, values, document)
      if !hasEffect {
        let other = try SchemaValidator(
          // A reference to the root stands inside.
          try Self.load(
            document.without(keyword == .recursiveRef ? "items" : keyword.rawValue),
            generator.draft
          )
        )
        let validator = try SchemaValidator(schema)
        hasEffect = values.contains { validator.admits($0) != other.admits($0) }
      }
    }
    checker.expectNoDifferences()
    #expect(checker.verdicts == [true, false])
    #expect(hasEffect == keyword.mayRefuse, "what was generated says nothing")
  }

  /// Objects and lists inside one another, broken in several places at once.
  @Test(arguments: 0..<40)
  func severalFailures(number: Int) throws {
    var schemas = TwinSchemas(seed: KeywordSchemas.seed &+ UInt64(number))
    let schema = schemas.schema()
    guard let sample = schema.sample(seed: UInt64(number)) else { return }
    var checker = PlanChecker()
    let counterexamples = schema.counterexamples(of: sample)
    var several = sample
    for (place, counterexample) in counterexamples.enumerated() {
      if place % 3 == 0 { several = counterexample.applied(to: several) ?? several }
    }
    let values =
      counterexamples.prefix(20).compactMap { $0.applied(to: sample) } + [sample, several]
    for value in values {
      try checker.checkViolations(schema, value, "\(number)")
      let text = (try? BodyWriter.xml(value, as: schema)).map {
        String(decoding: $0, as: UTF8.self)
      }
      if let text { try checker.checkViolations(schema, xml: text, "\(number)") }
    }
    checker.expectNoDifferences()
  }
}

extension Keyword {
  /// Whether a value may be refused, or admitted, because of the keyword alone.
  fileprivate var mayRefuse: Bool {
    switch facts.kind {
    case .assertion, .applicator, .reference: true
    // The `$defs` without which a reference leads nowhere are not taken away.
    case .note, .identifier: false
    case .annotation: [.format, .nullable, .contentEncoding, .contentMediaType].contains(self)
    }
  }
}

/// Compares the verdicts of the plans with those of the evaluation.
struct PlanChecker {
  private(set) var differences: [String] = []
  private(set) var verdicts: Set<Bool> = []

  mutating func check(_ schema: Schema, _ values: [JSON], _ document: JSON) throws {
    let program = try SchemaValidator(schema).program
    let written = try SchemaValidator(Schema(schema.content)).program
    for value in values {
      let isAdmitted = try checkJSON(program, value, document)
      verdicts.insert(isAdmitted)
      try checkXML(program, value, document)
      try checkViolations(schema, value, document.description)
      try checkViolations(schema, xml: XMLText.document(value), document.description)
      // What is seen of dynamic references is where they lead first.
      guard !program.isDynamic else { continue }
      if try checkJSON(written, value, document) != isAdmitted {
        differences.append("written otherwise: \(value) of \(document)")
      }
    }
  }

  func expectNoDifferences() {
    let shown = differences.prefix(5).joined(separator: "\n")
    #expect(differences.isEmpty, "seed \(KeywordSchemas.seed):\n\(shown)")
  }

  /// The violations that are looked for where the plan fails are all there are, in their order.
  mutating func checkViolations(_ schema: Schema, _ value: JSON, _ title: String) throws {
    let validator = try SchemaValidator(schema)
    let text = value.bytes()
    // A plan is made when it is asked for the second time.
    _ = validator.admits(json: text)
    let quick = try validator.validate(json: text)
    let document = try JSONDocument(parsing: text)
    var evaluation = JSONEvaluation(validator.program, on: document.tape)
    let slow = validator.kept(validator.violations(evaluation.collect(at: 0), in: document))
    if quick != slow { differences.append("violations of \(value) in \(title): \(quick) \(slow)") }
  }

  mutating func checkViolations(_ schema: Schema, xml text: String, _ title: String) throws {
    let validator = try SchemaValidator(schema)
    let document = try XMLDocument(parsing: text)
    var evaluation = XMLEvaluation(validator.program, on: document)
    evaluation.usesPlan = false
    let slow = validator.kept(
      validator.violations(evaluation.collect(at: document.root.index), in: document)
    )
    let quick = validator.validate(document)
    if quick != slow { differences.append("violations of \(text) in \(title): \(quick) \(slow)") }
  }

  private mutating func checkJSON(
    _ program: Program,
    _ value: JSON,
    _ document: JSON
  ) throws -> Bool {
    let text = try JSONDocument(parsing: value.bytes())
    var evaluation = JSONEvaluation(program, on: text.tape)
    let isAdmitted = evaluation.admits(at: 0)
    let plan = VerdictPlan(program)
    let verdict = value.bytes().withUnsafeBufferPointer { plan?.admits($0) }
    if let verdict, verdict != isAdmitted {
      differences.append("JSON: \(verdict) for \(value) of \(document)")
    }
    return isAdmitted
  }

  private mutating func checkXML(_ program: Program, _ value: JSON, _ document: JSON) throws {
    let text = XMLText.document(value)
    let tree = try XMLDocument(parsing: text)
    var slow = XMLEvaluation(program, on: tree)
    slow.usesPlan = false
    let isAdmitted = slow.evaluate(0, at: tree.root.index, naming: .stated) && !slow.isExhausted
    guard !program.isDynamic else { return }
    var quick = XMLEvaluation(program, on: tree)
    let verdict = XMLQuickCheck.admits(&quick, at: tree.root.index)
    if let verdict, verdict != isAdmitted, !quick.isExhausted {
      differences.append("XML: \(verdict) for \(text) of \(document)")
    }
  }
}

/// Values as XML that no schema guides: members are elements, and so are items.
enum XMLText {
  static func document(_ value: JSON) -> String { element("root", value) }

  private static func element(_ name: String, _ value: JSON) -> String {
    switch value {
    case .null:
      return "<\(name) xsi:nil='true' xmlns:xsi='\(XMLEvaluation.xsiNamespace)'/>"
    case .boolean(let flag): return "<\(name)>\(flag)</\(name)>"
    case .number(let number): return "<\(name)>\(number.text)</\(name)>"
    case .string(let text): return "<\(name)>\(text)</\(name)>"
    case .array(let items):
      return "<\(name)>" + items.map { element("item", $0) }.joined() + "</\(name)>"
    case .object(let members):
      return "<\(name)>" + members.map { element($0.key, $0.value) }.joined() + "</\(name)>"
    }
  }
}

extension JSON {
  /// The object without a member.
  fileprivate func without(_ name: String) -> JSON {
    .object((members ?? []).filter { $0.key != name })
  }
}
