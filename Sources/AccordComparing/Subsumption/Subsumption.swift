import AccordOpenAPI
import AccordSchema

/// Decides whether all values that are right by one term are right by another.
///
/// A property that is not declared counts as one that nobody sends: declaring it narrows nothing. Cycles
/// are taken to hold while they are looked at, as for all regular trees.
final class Subsumption {
  /// How many steps one question may take; looking at a schema is one for each that it is made of.
  static let mostSteps = 5_000
  /// How deep schemas are followed into one another.
  static let mostDepth = 60

  private struct Question: Hashable {
    let left: SchemaTerm
    let leftSide: Change.Side
    let right: SchemaTerm
    let rightSide: Change.Side
  }

  /// A term with the description that it is of.
  struct Sided {
    let term: SchemaTerm
    let reader: SchemaReader

    init(_ term: SchemaTerm, _ reader: SchemaReader) {
      self.term = term
      self.reader = reader
    }

    var shape: SchemaShape { reader.shape(of: term) }

    func with(_ term: SchemaTerm) -> Sided { Sided(term, reader) }
  }

  private var decided: [Question: Decision] = [:]
  private var assumed: Set<Question> = []
  private var usedAssumption = false
  var steps = 0
  /// How many steps all questions together may take.
  private var stepsLeft = 150_000
  private var depth = 0
  /// Whether values are written as text, in which every scalar is one.
  let isText: Bool

  init(isText: Bool) { self.isText = isText }

  /// Whether every value of the left is one of the right.
  func holds(_ left: Sided, in right: Sided) -> Decision {
    steps = max(0, Self.mostSteps - stepsLeft)
    let begun = steps
    defer { stepsLeft -= steps - begun }
    return decide(left, right)
  }

  func decide(_ left: Sided, _ right: Sided) -> Decision {
    if left.term.isNever { return .yes }
    if right.term == .any { return .yes }
    if left.reader === right.reader, left.term == right.term { return .yes }
    let question = Question(
      left: left.term,
      leftSide: left.reader.side,
      right: right.term,
      rightSide: right.reader.side
    )
    if let known = decided[question] { return known }
    guard !assumed.contains(question) else {
      usedAssumption = true
      return .yes
    }
    steps += 1
    guard steps <= Self.mostSteps, depth < Self.mostDepth else { return .unknown }
    assumed.insert(question)
    depth += 1
    let outerUse = usedAssumption
    usedAssumption = false
    let decision = compare(left, right)
    depth -= 1
    assumed.remove(question)
    // What rests on an assumption is only kept where nothing is assumed any more, or where it failed.
    if !usedAssumption || assumed.isEmpty || decision == .no { decided[question] = decision }
    usedAssumption = usedAssumption && !assumed.isEmpty || outerUse
    return decision
  }

  private func compare(_ left: Sided, _ right: Sided) -> Decision {
    let a = left.shape
    let b = right.shape
    steps += a.flattened.count + b.flattened.count
    if a.isNever { return .yes }
    if b.isNever { return a.isComposite ? .unknown : .no }
    if !a.unread.isEmpty || !b.unread.isEmpty { return .unknown }
    if let values = a.values {
      var decision = Decision.yes
      for value in values where accepts(left, value) != .no {
        decision = decision.and(accepts(right, value))
        if decision == .no { return .no }
      }
      return decision
    }
    // Each alternative of the left has to be right.
    if let list = a.anyOf.first ?? a.oneOf.first {
      var decision = a.hasNullBeside ? accepts(right, .null) : .yes
      for (term, _) in list.terms {
        var branch = left.with(without(list, in: a, of: left.term, isAny: !a.anyOf.isEmpty))
        branch = branch.with(branch.term.joined(with: term))
        decision = decision.and(decide(branch, right))
        if decision == .no { return .no }
      }
      return decision
    }
    var decision = Decision.yes
    for list in b.anyOf { decision = decision.and(covers(left, a, list, right, onlyOne: false)) }
    for list in b.oneOf { decision = decision.and(covers(left, a, list, right, onlyOne: true)) }
    for (term, _) in b.not {
      let isSame = a.not.contains { decide(right.with(term), left.with($0.term)) == .yes }
      if !isSame {
        decision = decision.and(isDisjoint(left, right.with(term)))
      }
    }
    guard decision != .no else { return .no }
    return decision.and(keywords(left, a, right, b))
  }

  /// A term without one of its lists of alternatives.
  private func without(
    _ list: SchemaShape.Alternatives,
    in shape: SchemaShape,
    of term: SchemaTerm,
    isAny: Bool
  ) -> SchemaTerm {
    var rest = term
    rest.parts = shape.flattened
    rest.addsNull = false
    if let place = rest.parts.firstIndex(of: list.owner) {
      rest.parts[place].omitted.insert(isAny ? .anyOf : .oneOf)
    }
    return rest
  }

  /// Whether one of some alternatives, or several together, cover all values.
  private func covers(
    _ left: Sided,
    _ a: SchemaShape,
    _ list: SchemaShape.Alternatives,
    _ right: Sided,
    onlyOne: Bool
  ) -> Decision {
    func single(_ left: Sided, _ types: TypeSet) -> Decision {
      var relevant = 0
      var isUnknown = false
      for (index, (term, _)) in list.terms.enumerated() {
        let branch = right.with(term)
        if branch.shape.types.isDisjoint(with: types), !branch.shape.isComposite { continue }
        relevant += 1
        switch decide(left, branch) {
        case .yes:
          guard onlyOne else { return .yes }
          var alone = Decision.yes
          for (other, entry) in list.terms.enumerated() where other != index {
            alone = alone.and(isDisjoint(left, right.with(entry.term)))
          }
          return alone == .no ? .unknown : alone
        case .unknown: isUnknown = true
        case .no: break
        }
      }
      return isUnknown || relevant > 1 ? .unknown : .no
    }
    let types = right.shape.hasNullBeside ? a.types.subtracting(.null) : a.types
    guard !types.isEmpty else { return .yes }
    let whole = types == a.types ? single(left, a.types) : .unknown
    guard whole != .yes, types != a.types || types.rawValue.nonzeroBitCount > 1 else {
      return whole
    }
    var decision = Decision.yes
    for type in TypeSet.singles where types.contains(type) {
      decision = decision.and(single(left.with(left.term.of(type)), type))
    }
    return decision
  }

  /// Whether no value is right by both; not decided rather than wrong.
  func isDisjoint(_ left: Sided, _ right: Sided) -> Decision {
    let a = left.shape
    let b = right.shape
    if a.isNever || b.isNever { return .yes }
    if a.types.isDisjoint(with: b.types) { return .yes }
    steps += 1
    guard steps <= Self.mostSteps else { return .unknown }
    if let values = a.values ?? b.values {
      let other = a.values == nil ? left : right
      let found = values.map { accepts(other, $0) }
      if found.allSatisfy({ $0 == .no }) { return .yes }
      return found.contains(.yes) ? .no : .unknown
    }
    if a.types == .object || b.types == .object {
      for name in a.requiredNames.union(b.requiredNames).sorted() {
        guard let one = a.property(name), let other = b.property(name),
          a.requiredNames.contains(name) || b.requiredNames.contains(name)
        else {
          if case .closed = a.additional, a.property(name) == nil { return .yes }
          if case .closed = b.additional, b.property(name) == nil { return .yes }
          continue
        }
        let first = left.reader.shape(of: one.term)
        let second = right.reader.shape(of: other.term)
        if first.values != nil || second.values != nil
          || first.types.isDisjoint(with: second.types)
        {
          if isDisjoint(left.with(one.term), right.with(other.term)) == .yes { return .yes }
        }
      }
    }
    guard b.isOpen else { return .unknown }
    return .no
  }
}

extension SchemaShape {
  /// Whether it says nothing but its types.
  var isOpen: Bool {
    values == nil && limits.isEmpty && patterns.isEmpty && formats.isEmpty && multiples.isEmpty
      && required.isEmpty && properties.isEmpty && !isComposite && not.isEmpty && opaque.isEmpty
      && items == nil && prefixItems.isEmpty && contains == nil && patternProperties.isEmpty
      && propertyNames == nil && uniqueItems == nil && dependentRequired.isEmpty
  }
}
