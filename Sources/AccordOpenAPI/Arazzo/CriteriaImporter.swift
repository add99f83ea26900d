import AccordModel
import AccordSchema

/// Makes success criteria of those of a step: the statuses that are right, and what the answer has to be.
struct CriteriaImporter {
  /// What a term of a condition is.
  fileprivate enum Side {
    case known(JSON)
    case status
    case own(ArazzoPart)
    case other(ArazzoPart, of: Workflow.Step.ID, named: String)
    case lost
  }

  /// What is to be known of a step.
  let scope: ArazzoScope

  /// The step.
  let step: Workflow.Step.ID

  /// Gives the output of an earlier step by which it is compared.
  let output: (ArazzoPart, Workflow.Step.ID, String) -> String

  /// The statuses of final answers that are right; `nil` where the conditions say nothing of them.
  private(set) var statuses: Set<Int>?

  /// What else has to be.
  private(set) var criteria: [Workflow.Criterion] = []

  /// What of the conditions is not carried.
  private(set) var gaps: [(gap: ArazzoGap, node: DescriptionNode)] = []

  init(
    scope: ArazzoScope,
    step: Workflow.Step.ID,
    output: @escaping (ArazzoPart, Workflow.Step.ID, String) -> String
  ) {
    self.scope = scope
    self.step = step
    self.output = output
  }

  /// Adds a condition.
  mutating func add(_ node: DescriptionNode) {
    guard let text = node["condition"]?.text else { return }
    let type = node["type"]?.text ?? node["type"]?["type"]?.text ?? "simple"
    let isCarried: Bool
    switch type {
    case "simple": isCarried = add(simple: text)
    case "regex": isCarried = add(pattern: text, of: node["context"]?.text ?? "")
    case "jsonpath": isCarried = add(path: text, of: node["context"]?.text ?? "")
    default:
      gaps.append((.xpath, node))
      return
    }
    if !isCarried { gaps.append((.condition(text), node)) }
  }

  private mutating func restrict(to fitting: (Int) -> Bool) {
    statuses = (statuses ?? Set(100...599)).filter(fitting)
  }

  // MARK: - Simple conditions

  private mutating func add(simple text: String) -> Bool {
    guard let condition = ArazzoCondition(text) else { return false }
    // Each of them is carried, or none.
    var copy = self
    for conjunct in condition.conjuncts where !copy.add(conjunct) { return false }
    self = copy
    return true
  }

  private mutating func add(_ condition: ArazzoCondition) -> Bool {
    let sides = condition.terms.map(side)
    if sides.allSatisfy({ $0.isKnown || $0.isStatus }) {
      let values = (100...599).map { status in (status, holds(condition, for: status)) }
      guard values.allSatisfy({ $0.1 != nil }) else { return false }
      let right = Set(values.compactMap { $0.1 == true ? $0.0 : nil })
      restrict { right.contains($0) }
      return true
    }
    if case .compare(let left, .equal, let right) = condition,
      let criterion = equality(side(left), side(right))
    {
      criteria.append(criterion)
      return true
    }
    let parts = Set(sides.compactMap(\.part))
    guard parts.count == 1, let part = parts.first,
      sides.allSatisfy({ $0.isKnown || $0.part != nil }), let schema = schema(condition)
    else { return false }
    criteria.append(.that(part.output(isScalar: false), is: schema))
    return true
  }

  private func equality(_ left: Side, _ right: Side) -> Workflow.Criterion? {
    switch (left, right) {
    case (.own(let part), .known(let value)), (.known(let value), .own(let part)):
      return .that(
        part.output(isScalar: false),
        equals: .value(value),
        // Texts are compared whatever the case of their letters (Arazzo 1.0, "Criterion Object").
        ignoringCase: value.string.map { $0.lowercased() != $0.uppercased() } ?? false
      )
    case (.own(let part), .own(let other)):
      return .that(
        part.output(isScalar: false),
        equals: .part(other.output(isScalar: true)),
        ignoringCase: true
      )
    case (.own(let part), .other(let other, let step, let name)),
      (.other(let other, let step, let name), .own(let part)):
      let name = output(other, step, name)
      return .that(
        part.output(isScalar: false),
        equals: .output(name, of: step),
        ignoringCase: true
      )
    default: return nil
    }
  }

  private func side(_ term: ArazzoCondition.Term) -> Side {
    switch term {
    case .literal(let value): return .known(value)
    case .expression(let expression):
      switch scope.binding(of: expression, text: "") {
      case .known(let value): return .known(value)
      case .absent: return .known(.null)
      case .lost: return .lost
      case .open(let part, let id, let name):
        guard id == step else { return .other(part, of: id, named: name) }
        return part == .status ? .status : .own(part)
      }
    }
  }

  /// Whether a condition on the status alone holds.
  private func holds(_ condition: ArazzoCondition, for status: Int) -> Bool? {
    func value(_ term: ArazzoCondition.Term) -> JSON? {
      switch side(term) {
      case .known(let value): value
      case .status: .number(JSONNumber(status))
      default: nil
      }
    }
    switch condition {
    case .and(let left, let right):
      guard let left = holds(left, for: status), let right = holds(right, for: status) else {
        return nil
      }
      return left && right
    case .or(let left, let right):
      guard let left = holds(left, for: status), let right = holds(right, for: status) else {
        return nil
      }
      return left || right
    case .not(let inner): return holds(inner, for: status).map { !$0 }
    case .holds(let term): return value(term).map { $0 != .null && $0 != false }
    case .compare(let left, let comparison, let right):
      guard let left = value(left), let right = value(right) else { return nil }
      let number = right.number ?? right.string.flatMap { JSONNumber($0) }
      let schema = ComparedSchema.schema(
        comparison,
        number.map(JSON.number) ?? right,
        ignoringCase: true
      )
      guard let schema, let validator = try? SchemaValidator(schema) else { return nil }
      let compared = left.string.flatMap { JSONNumber($0) }.map(JSON.number) ?? left
      return validator.admits(compared)
    }
  }

  /// The schema of the values of the one part of which a condition holds.
  private func schema(_ condition: ArazzoCondition) -> Schema? {
    switch condition {
    case .and(let left, let right):
      guard let left = schema(left), let right = schema(right) else { return nil }
      return .allOf([left, right])
    case .or(let left, let right):
      guard let left = schema(left), let right = schema(right) else { return nil }
      return .anyOf([left, right])
    case .not(let inner): return schema(inner).map { .not($0) }
    case .holds(let term):
      guard case .own = side(term) else { return nil }
      return ComparedSchema.truth
    case .compare(let left, let comparison, let right):
      switch (side(left), side(right)) {
      case (.own(let part), .known(let value)): return schema(comparison, value, of: part)
      case (.known(let value), .own(let part)): return schema(comparison.turned, value, of: part)
      default: return nil
      }
    }
  }

  private func schema(
    _ comparison: ArazzoCondition.Comparison,
    _ value: JSON,
    of part: ArazzoPart
  ) -> Schema? {
    guard case .header = part else {
      return ComparedSchema.schema(comparison, value, ignoringCase: true)
    }
    // A field is a text, and has no order.
    guard comparison == .equal || comparison == .unequal else { return nil }
    let text: JSON = value == .null ? .null : .string(value.wireText)
    return ComparedSchema.schema(comparison, text, ignoringCase: true)
  }

  // MARK: - Patterns and paths

  private func context(_ text: String) -> Side {
    ArazzoExpression(text).map { side(.expression($0)) } ?? .lost
  }

  private mutating func add(pattern: String, of text: String) -> Bool {
    guard let compiled = try? Pattern(pattern) else { return false }
    switch context(text) {
    case .status:
      restrict { compiled.matches(in: String($0)) == .matches }
      return true
    case .own(let part):
      criteria.append(.that(part.output(isScalar: false), matches: pattern))
      return true
    default: return false
    }
  }

  private mutating func add(path: String, of text: String) -> Bool {
    guard case .own(.body(let root)) = context(text), let query = JSONPathParser.query(path) else {
      return false
    }
    if let comparison = query.comparison, comparison.kind == .equal, let place = query.place {
      criteria.append(.that(.value(root.appending(place)), equals: .value(comparison.value)))
      return true
    }
    guard let found = query.found else { return false }
    criteria.append(.that(.value(root.appending(found.place)), is: found.schema))
    return true
  }
}

extension CriteriaImporter.Side {
  fileprivate var isKnown: Bool {
    if case .known = self { true } else { false }
  }

  fileprivate var isStatus: Bool {
    if case .status = self { true } else { false }
  }

  fileprivate var part: ArazzoPart? {
    if case .own(let part) = self { part } else { nil }
  }
}
