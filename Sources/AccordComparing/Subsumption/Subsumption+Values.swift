import AccordOpenAPI
import AccordSchema

extension Subsumption {
  /// Whether a value is right by a term; not decided for keywords that are not looked at here.
  func accepts(_ right: Sided, _ value: JSON, depth: Int = 0) -> Decision {
    let b = right.shape
    if b.isNever { return .no }
    steps += 1
    guard depth < 50, steps <= Self.mostSteps else { return .unknown }
    var types = b.types
    if isText, types.contains(.string) { types.formUnion(.scalars) }
    guard types.contains(TypeSet(of: value)) else { return .no }
    if let values = b.values {
      guard values.contains(where: { $0.isEquivalent(to: value) || isSameText($0, value) }) else {
        return .no
      }
    }
    var decision = Decision(b.unread.isEmpty)
    if decision == .no { decision = .unknown }
    for list in b.anyOf {
      var any = Decision.no
      for (term, _) in list.terms {
        any = any.or(accepts(right.with(term), value, depth: depth + 1))
      }
      decision = decision.and(any)
    }
    for list in b.oneOf {
      let found = list.terms.map { accepts(right.with($0.term), value, depth: depth + 1) }
      let count = found.count { $0 == .yes }
      let unknown = found.contains(.unknown)
      decision = decision.and(count > 1 ? .no : unknown ? .unknown : Decision(count == 1))
    }
    for (term, _) in b.not {
      switch accepts(right.with(term), value, depth: depth + 1) {
      case .yes: return .no
      case .no: break
      case .unknown: decision = decision.and(.unknown)
      }
    }
    guard decision != .no else { return .no }
    decision = decision.and(scalar(b, value))
    switch value {
    case .object(let members): decision = decision.and(object(right, b, members, depth))
    case .array(let elements): decision = decision.and(list(right, b, elements, depth))
    default: break
    }
    return b.opaque.isEmpty ? decision : decision.and(.unknown)
  }

  private func isSameText(_ left: JSON, _ right: JSON) -> Bool {
    isText && left.scalarText != nil && left.scalarText == right.scalarText
  }

  private func scalar(_ b: SchemaShape, _ value: JSON) -> Decision {
    switch value {
    case .string(let text):
      let length = JSONNumber(text.unicodeScalars.count)
      guard within(b, length, .minLength, .maxLength) else { return .no }
      var decision = Decision.yes
      for (pattern, _) in b.patterns {
        decision = decision.and(matches(text, pattern))
      }
      return b.formats.isEmpty ? decision : decision.and(.unknown)
    case .number(let number):
      guard within(b, number, .min, .max) else { return .no }
      return Decision(b.multiples.allSatisfy { number.isMultiple(of: $0.value) })
    default: return .yes
    }
  }

  private func matches(_ text: String, _ pattern: String) -> Decision {
    // The search is bounded; what it gives up on is not decided.
    switch (try? Pattern(pattern))?.matches(in: text) {
    case .matches: return .yes
    case .doesNotMatch: return .no
    case .gaveUp, nil: return .unknown
    }
  }

  private func within(
    _ b: SchemaShape,
    _ value: JSONNumber,
    _ lower: SchemaShape.LimitName,
    _ upper: SchemaShape.LimitName
  ) -> Bool {
    if let limit = b.limits[lower] {
      guard value > limit.value || (value == limit.value && !limit.isExclusive) else {
        return false
      }
    }
    if let limit = b.limits[upper] {
      guard value < limit.value || (value == limit.value && !limit.isExclusive) else {
        return false
      }
    }
    return true
  }

  private func object(
    _ right: Sided,
    _ b: SchemaShape,
    _ members: [JSONMember],
    _ depth: Int
  ) -> Decision {
    let names = Set(members.map(\.key))
    guard names.isSuperset(of: b.requiredNames),
      within(b, JSONNumber(names.count), .minProperties, .maxProperties)
    else { return .no }
    var decision = Decision.yes
    for member in members {
      if let property = b.property(member.key) {
        decision = decision.and(accepts(right.with(property.term), member.value, depth: depth + 1))
      } else if !b.patternProperties.isEmpty {
        decision = decision.and(.unknown)
      } else {
        switch b.additional {
        case .unsaid: break
        case .closed: return .no
        case .schema(let term, _):
          decision = decision.and(accepts(right.with(term), member.value, depth: depth + 1))
        }
      }
    }
    return b.propertyNames == nil && b.dependentRequired.isEmpty ? decision : decision.and(.unknown)
  }

  private func list(
    _ right: Sided,
    _ b: SchemaShape,
    _ elements: [JSON],
    _ depth: Int
  ) -> Decision {
    guard within(b, JSONNumber(elements.count), .minItems, .maxItems) else { return .no }
    var decision = Decision.yes
    for (index, element) in elements.enumerated() {
      let term = index < b.prefixItems.count ? b.prefixItems[index].term : b.items?.term
      guard let term else { continue }
      decision = decision.and(accepts(right.with(term), element, depth: depth + 1))
    }
    return b.uniqueItems == nil && b.contains == nil ? decision : decision.and(.unknown)
  }
}

extension TypeSet {
  /// The type of a value.
  init(of value: JSON) {
    switch value {
    case .null: self = .null
    case .boolean: self = .boolean
    case .number(let number): self = number.isInteger ? .integer : .fraction
    case .string: self = .string
    case .array: self = .array
    case .object: self = .object
    }
  }
}

extension JSON {
  /// The text of a scalar as parameters carry it; nil for lists and objects.
  var scalarText: String? {
    switch self {
    case .string(let text): text
    case .number(let number): number.text
    case .boolean(let boolean): boolean ? "true" : "false"
    default: nil
    }
  }
}
