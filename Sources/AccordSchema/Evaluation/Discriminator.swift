/// A member whose constant value tells alternatives apart, so that they need not be tried in turn.
///
/// An alternative that states `const` or `enum` for a member of its `properties` refuses every
/// object whose member has another value; one that says nothing of the member, or an object without
/// it, is tried.
final class Discriminator: Sendable {
  /// The name of the member.
  let name: String

  /// The alternatives that admit a value, by their place among all.
  private let admitting: [EquivalentJSON: [Int]]

  /// The alternatives that say nothing of the member.
  private let others: [Int]

  /// Every value that an alternative states, in their order.
  let values: [JSON]

  /// Whether the member is an element of its own name in XML, whatever the alternative.
  let isElement: Bool

  /// Fewer alternatives than these are tried in turn, which is as quick.
  private static let leastCount = 8

  /// Finds the member that tells most of the alternatives apart.
  init?(_ branches: [Program.Index], of schemas: [CompiledSchema]) {
    guard branches.count >= Self.leastCount else { return nil }
    let stated = branches.map { Self.statements(of: $0, in: schemas) }
    var counts: [String: Int] = [:]
    for name in stated.flatMap(\.keys) { counts[name, default: 0] += 1 }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let best, best.value >= Self.leastCount else { return nil }
    name = best.key
    var admitting: [EquivalentJSON: [Int]] = [:]
    var others: [Int] = []
    var values: [JSON] = []
    for (place, statement) in stated.enumerated() {
      guard let list = statement[best.key] else {
        others.append(place)
        continue
      }
      for value in list {
        let key = EquivalentJSON(value: value)
        if admitting[key] == nil { values.append(value) }
        if admitting[key]?.last != place { admitting[key, default: []].append(place) }
      }
    }
    self.admitting = admitting
    self.others = others
    self.values = values
    let name = best.key
    isElement = branches.flatMap { Self.applied($0, in: schemas) }
      .flatMap { $0.object?.members.list ?? [] }
      .filter { $0.name.isIdentical(to: name) }
      .allSatisfy { member in
        member.element.local.isIdentical(to: name) && !member.isAttribute
          && !member.isAbsentFromXML && !member.isBareList
      }
  }

  /// The alternatives that an object can conform to whose member has one of some values, in their
  /// order.
  func candidates(for values: [JSON]) -> [Int] {
    let stated = values.flatMap { admitting[EquivalentJSON(value: $0)] ?? [] }
    return others.isEmpty && values.count == 1 ? stated : Set(stated + others).sorted()
  }

  /// The values that a schema states for members of an object, as far as it certainly applies.
  private static func statements(
    of index: Program.Index,
    in schemas: [CompiledSchema]
  ) -> [String: [JSON]] {
    var found: [String: [JSON]] = [:]
    for schema in applied(index, in: schemas) {
      for member in schema.object?.members.list ?? [] {
        guard let index = member.schema, found[member.name] == nil else { continue }
        for inner in applied(index, in: schemas) {
          let scalars = inner.values.first { $0.admitted.allSatisfy(\.isScalar) }
          if let scalars { found[member.name] = scalars.admitted }
        }
      }
    }
    return found
  }

  /// A schema and those that it applies to the same value whatever it is.
  private static func applied(
    _ index: Program.Index,
    in schemas: [CompiledSchema]
  ) -> [CompiledSchema] {
    var pending = [index]
    var seen: Set<Program.Index> = []
    var result: [CompiledSchema] = []
    while let next = pending.popLast(), result.count < 32 {
      let next = schemas[next].forward ?? next
      guard seen.insert(next).inserted else { continue }
      result.append(schemas[next])
      for branch in schemas[next].branches {
        switch branch {
        case .allOf(let indices): pending += indices
        case .reference(let index, _): pending.append(index)
        default: continue
        }
      }
    }
    return result
  }
}

extension CompiledSchema {
  /// The schema with what tells its alternatives apart.
  func withDiscriminators(among schemas: [CompiledSchema]) -> CompiledSchema {
    var isChanged = false
    let keywords = keywords.map { keyword -> CompiledKeyword in
      switch keyword {
      case .branch(.anyOf(let indices, nil)):
        guard let found = Discriminator(indices, of: schemas) else { return keyword }
        isChanged = true
        return .branch(.anyOf(indices, found))
      case .branch(.oneOf(let indices, nil)):
        guard let found = Discriminator(indices, of: schemas) else { return keyword }
        isChanged = true
        return .branch(.oneOf(indices, found))
      default:
        return keyword
      }
    }
    return isChanged ? CompiledSchema(self, keywords) : self
  }
}

extension JSON {
  /// Whether the value has neither members nor elements.
  fileprivate var isScalar: Bool {
    switch self {
    case .array, .object: false
    case .null, .boolean, .number, .string: true
    }
  }
}
