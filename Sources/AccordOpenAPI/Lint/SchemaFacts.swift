import AccordSchema

/// What a schema says of its values by plain keywords, with what its `allOf` and its reference say.
struct SchemaFacts {
  /// A bound, and whether the bound itself is left out.
  struct Bound {
    var value: JSONNumber
    var isExclusive: Bool
  }

  /// The types; nil where any will do.
  private(set) var types: Schema.Types?
  /// The types that each of its parts names, in words.
  private(set) var typeWords: [String] = []
  private(set) var least: Bound?
  private(set) var most: Bound?
  /// The lower bounds of counts by their keywords, and the upper ones.
  private(set) var counts: [String: Int] = [:]
  private(set) var values: [JSON]?
  /// How many parts there are.
  private(set) var parts = 0

  private let isBefore31: Bool
  private var seen: Set<DescriptionLibrary.Place> = []

  /// How many parts are looked at.
  private static let mostParts = 64

  init(of schema: DescriptionNode, isBefore31: Bool) {
    self.isBefore31 = isBefore31
    add(schema)
  }

  private mutating func add(_ node: DescriptionNode) {
    guard parts < Self.mostParts, node.kind == .object, seen.insert(node.place).inserted else {
      return
    }
    if let reference = node["$ref"] {
      if let text = reference.text, let target = try? reference.following(text) { add(target) }
      guard !isBefore31 else { return }
    }
    parts += 1
    addTypes(of: node)
    addBounds(of: node)
    for keyword in Self.lower {
      if let count = node[keyword]?.number?.int {
        counts[keyword] = max(counts[keyword] ?? count, count)
      }
    }
    for keyword in Self.upper {
      if let count = node[keyword]?.number?.int {
        counts[keyword] = min(counts[keyword] ?? count, count)
      }
    }
    if let listed = node["enum"], listed.kind == .array { restrict(to: listed.items.map(\.value)) }
    if !isBefore31, let constant = node["const"] { restrict(to: [constant.value]) }
    for part in node["allOf"]?.items ?? [] { add(part) }
  }

  private static let lower = ["minLength", "minItems", "minProperties"]
  private static let upper = ["maxLength", "maxItems", "maxProperties"]

  private mutating func restrict(to listed: [JSON]) {
    let known = Set(listed)
    values = values.map { $0.filter(known.contains) } ?? listed
  }

  private mutating func addTypes(of node: DescriptionNode) {
    guard let type = node["type"] else { return }
    let names = type.text.map { [$0] } ?? type.items.compactMap(\.text)
    let known = names.compactMap { Schema.Types(name: $0) }
    guard !names.isEmpty, known.count == names.count else { return }
    var own = known.reduce(into: Schema.Types()) { $0.formUnion($1) }
    if isBefore31, node["nullable"]?.boolean == true { own.insert(.null) }
    if own.contains(.number) { own.insert(.integer) }
    types = types.map { $0.intersection(own) } ?? own
    let words = names.joined(separator: " or ")
    if !typeWords.contains(words) { typeWords.append(words) }
  }

  private mutating func addBounds(of node: DescriptionNode) {
    // Before OpenAPI 3.1 a bound says of itself by another keyword whether it is left out.
    func bound(_ keyword: String, _ exclusive: String) -> [Bound] {
      var bounds: [Bound] = []
      if let value = node[keyword]?.number {
        bounds.append(Bound(value: value, isExclusive: node[exclusive]?.boolean == true))
      }
      if let value = node[exclusive]?.number {
        bounds.append(Bound(value: value, isExclusive: true))
      }
      return bounds
    }
    for own in bound("minimum", "exclusiveMinimum") {
      if least.map({ $0.value < own.value || $0.value == own.value && own.isExclusive }) ?? true {
        least = own
      }
    }
    for own in bound("maximum", "exclusiveMaximum") {
      if most.map({ own.value < $0.value || $0.value == own.value && own.isExclusive }) ?? true {
        most = own
      }
    }
  }
}

extension SchemaFacts {
  /// Why no value, or none of a kind, is as they say; the kind is nil where that is all there are.
  var contradiction: (kind: String?, why: String)? {
    if let types, types.isEmpty {
      return (nil, "its parts want the types \(typeWords.joined(separator: " and ")).")
    }
    if let values, let reason = contradiction(of: values) { return (nil, reason) }
    if let least, let most {
      let isEmpty =
        most.value < least.value
        || most.value == least.value && (most.isExclusive || least.isExclusive)
      if isEmpty {
        let low = least.isExclusive ? "greater than" : "at least"
        let high = most.isExclusive ? "less than" : "at most"
        return (
          kind("number", [.number, .integer]),
          "it would be \(low) \(least.value.text) and \(high) \(most.value.text)."
        )
      }
    }
    let counted: [(String, String, String, Schema.Types)] = [
      ("Length", "string", "characters", .string), ("Items", "array", "items", .array),
      ("Properties", "object", "members", .object),
    ]
    for (end, name, unit, type) in counted {
      guard let low = counts["min" + end], let high = counts["max" + end], high < low else {
        continue
      }
      return (kind(name, type), "it would have at least \(low) and at most \(high) \(unit).")
    }
    return nil
  }

  private func contradiction(of values: [JSON]) -> String? {
    guard !values.isEmpty else {
      return parts > 1 ? "no value stands in \"enum\" of each of its parts." : "\"enum\" is empty."
    }
    guard let types else { return nil }
    guard !values.contains(where: types.admits) else { return nil }
    return "no value of \"enum\" is of the type \(typeWords.joined(separator: " and "))."
  }

  /// A kind of values, unless the types are those of the kind alone.
  private func kind(_ name: String, _ own: Schema.Types) -> String? {
    types.map { $0.isSubset(of: own) } ?? false ? nil : name
  }
}
