import AccordOpenAPI
import AccordSchema

extension Subsumption {
  /// Whether what the right says keyword by keyword holds for all values of the left.
  func keywords(_ left: Sided, _ a: SchemaShape, _ right: Sided, _ b: SchemaShape) -> Decision {
    var allowed = b.types
    if isText, allowed.contains(.string), b.patterns.isEmpty, b.formats.isEmpty, b.limits.isEmpty {
      allowed.formUnion(.scalars)
    }
    guard allowed.isSuperset(of: a.types) else { return .no }
    // No value of the left is listed, so that a list on the right does not cover them; booleans are two.
    if let values = b.values {
      guard a.types.isSubset(of: [.boolean, .null]) else { return a.isBounded ? .unknown : .no }
      let needed: [JSON] =
        (a.types.contains(.boolean) ? [.boolean(true), .boolean(false)] : [])
        + (a.types.contains(.null) ? [.null] : [])
      return needed.allSatisfy { need in values.contains(need) } ? .yes : .no
    }
    var decision = Decision.yes
    for name in SchemaShape.LimitName.allCases where !a.types.isDisjoint(with: name.types) {
      if name == .minContains || name == .maxContains { continue }
      decision = decision.and(Decision(keeps(a.limits[name], b.limits[name], name)))
    }
    guard decision != .no else { return .no }
    if a.types.contains(.string) || isText {
      for (text, _) in b.patterns where !a.patterns.contains(where: { $0.text == text }) {
        decision = decision.and(a.patterns.isEmpty ? .no : .unknown)
      }
    }
    for (text, _) in b.formats where !a.formats.contains(where: { $0.text == text }) {
      decision = decision.and(SchemaFormats.isInside(a.formats.map(\.text), text))
    }
    if !a.types.isDisjoint(with: .number) {
      for (value, _) in b.multiples
      where !a.multiples.contains(where: { $0.value.isMultiple(of: value) }) {
        let isWhole = value == 1 && !a.types.contains(.fraction)
        decision = decision.and(isWhole ? .yes : a.multiples.isEmpty ? .no : .unknown)
      }
    }
    if a.types.contains(.array) { decision = decision.and(lists(left, a, right, b)) }
    if a.types.contains(.object) { decision = decision.and(objects(left, a, right, b)) }
    for other in b.opaque {
      let isSame = a.opaque.contains {
        $0.aspect == other.aspect && $0.node.value.isEquivalent(to: other.node.value)
      }
      if !isSame { decision = decision.and(.unknown) }
    }
    return decision
  }

  /// Whether a limit of the left is within that of the right.
  func keeps(
    _ left: SchemaShape.Limit?,
    _ right: SchemaShape.Limit?,
    _ name: SchemaShape.LimitName
  ) -> Bool {
    guard let right else { return true }
    guard let left else { return name.usual.map { JSONNumber($0) >= right.value } ?? false }
    if left.value == right.value { return left.isExclusive || !right.isExclusive }
    return name.isUpper ? left.value < right.value : left.value > right.value
  }

  private func lists(
    _ left: Sided,
    _ a: SchemaShape,
    _ right: Sided,
    _ b: SchemaShape
  ) -> Decision {
    var decision = Decision.yes
    let most = a.limits[.maxItems]?.value.int ?? Int.max
    for index in 0..<max(a.prefixItems.count, b.prefixItems.count) where index < most {
      let own = index < a.prefixItems.count ? a.prefixItems[index].term : a.items?.term ?? .any
      let other = index < b.prefixItems.count ? b.prefixItems[index].term : b.items?.term ?? .any
      decision = decision.and(decide(left.with(own), right.with(other)))
      if decision == .no { return .no }
    }
    if most > max(a.prefixItems.count, b.prefixItems.count) {
      decision = decision.and(
        decide(left.with(a.items?.term ?? .any), right.with(b.items?.term ?? .any))
      )
    }
    if b.uniqueItems != nil, a.uniqueItems == nil, most > 1 { decision = decision.and(.no) }
    if let contains = b.contains {
      if let own = a.contains {
        decision = decision.and(decide(left.with(own.term), right.with(contains.term)))
        decision = decision.and(
          Decision(keeps(a.limits[.minContains], b.limits[.minContains], .minContains))
        )
        if b.limits[.maxContains] != nil {
          let isSame = decide(right.with(contains.term), left.with(own.term)) == .yes
          let keeps = keeps(a.limits[.maxContains], b.limits[.maxContains], .maxContains)
          decision = decision.and(isSame ? Decision(keeps) : .unknown)
        }
      } else {
        decision = decision.and(.unknown)
      }
    }
    return decision
  }

  private func objects(
    _ left: Sided,
    _ a: SchemaShape,
    _ right: Sided,
    _ b: SchemaShape
  ) -> Decision {
    guard b.requiredNames.isSubset(of: a.requiredNames) else { return .no }
    var decision = Decision.yes
    for property in a.properties {
      let own = left.with(property.term)
      if own.shape.isNever { continue }
      if let other = b.property(property.name) {
        decision = decision.and(decide(own, right.with(other.term)))
      } else if !b.patternProperties.isEmpty {
        decision = decision.and(.unknown)
      } else {
        switch b.additional {
        case .unsaid: break
        case .closed: decision = decision.and(.no)
        case .schema(let term, _): decision = decision.and(decide(own, right.with(term)))
        }
      }
      if decision == .no { return .no }
    }
    switch (a.additional, b.additional) {
    case (_, .unsaid), (.closed, _): break
    case (.schema(let own, _), .schema(let other, _)):
      decision = decision.and(decide(left.with(own), right.with(other)))
    case (.unsaid, .schema), (.unsaid, .closed), (.schema, .closed): decision = decision.and(.no)
    }
    if case .schema(let own, _) = a.additional {
      for property in b.properties where a.property(property.name) == nil {
        decision = decision.and(decide(left.with(own), right.with(property.term)))
      }
    }
    for pattern in b.patternProperties {
      let same = a.patternProperties.first { $0.name == pattern.name }
      decision = decision.and(
        same.map { decide(left.with($0.term), right.with(pattern.term)) } ?? .unknown
      )
    }
    if let names = b.propertyNames {
      decision = decision.and(
        a.propertyNames.map { decide(left.with($0.term), right.with(names.term)) } ?? .unknown
      )
    }
    for dependency in b.dependentRequired {
      let isSame =
        a.requiredNames.isSuperset(of: dependency.needs)
        || a.dependentRequired.contains {
          $0.name == dependency.name && Set($0.needs).isSuperset(of: dependency.needs)
        }
      if !isSame { decision = decision.and(.no) }
    }
    return decision
  }
}

extension SchemaShape {
  /// Whether something other than types bounds its values, so that they may be few.
  var isBounded: Bool { !limits.isEmpty || !patterns.isEmpty || !formats.isEmpty }
}

/// What is known of formats.
enum SchemaFormats {
  /// Whether all values of some formats are of another.
  static func isInside(_ own: [String], _ other: String) -> Decision {
    let wider: [String: Set<String>] = [
      "int32": ["int64", "float", "double"], "int64": [], "float": ["double"],
      "uuid": [], "date": [], "ipv4": ["hostname"], "email": ["idn-email"],
      "hostname": ["idn-hostname"], "uri": ["iri", "uri-reference", "iri-reference"],
      "uri-reference": ["iri-reference"], "iri": ["iri-reference"],
    ]
    if own.contains(where: { wider[$0]?.contains(other) ?? false }) { return .yes }
    // Formats that are only hints about storage or display.
    if ["password", "binary", "byte"].contains(other), own.isEmpty { return .unknown }
    return own.isEmpty ? .no : .unknown
  }
}
