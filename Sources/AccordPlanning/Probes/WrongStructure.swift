import AccordModel
import AccordSchema

/// Lists and objects that are wrong in one item or one member, as they stand in a parameter.
struct WrongStructure: Sendable {
  let parameter: Parameter
  let place: Parameter.Place

  /// The wrong values, each proven by the parameter's schema as it is read from text.
  var probes: [Probe] {
    let right: JSON? =
      if case .literal(let value)? = parameter.example { value } else { parameter.schema.sample() }
    let candidates: [Probe] =
      switch right {
      case .array(let items)?: lists(items)
      case .object(let members)?: objects(members)
      default: []
      }
    return candidates.filter { probe in
      isUnambiguous(probe.value) && !parameter.violations(of: probe.value, in: place).isEmpty
    }
  }

  private func lists(_ items: [JSON]) -> [Probe] {
    guard let first = items.first else { return [] }
    let content = parameter.schema.content
    let schema = content.prefixItems.first ?? content.items ?? .any
    var probes = WrongValues(schema: schema).asText(in: place.lexicalForm ?? .query).map { wrong in
      Probe(
        "item-\(wrong.name)",
        .array([.string(wrong.value.wireText)] + items.dropFirst()),
        why: "has the item \(wrong.value.shownText), which \(wrong.why)"
      )
    }
    // A list without items is not defined (RFC 6570 section 2.3).
    if let least = content.minItems, least > 1 {
      let few = Array(items.prefix(least - 1))
      probes.append(Probe("too-few-items", .array(few), why: "has fewer than \(least) items"))
    }
    if let most = content.maxItems, most > 0, most < Self.mostItems {
      let many = (0...most).map { items[$0 % items.count] }
      probes.append(Probe("too-many-items", .array(many), why: "has more than \(most) items"))
    }
    if content.uniqueItems == true {
      probes.append(
        Probe("repeated-item", .array(items + [first]), why: "has the same item twice")
      )
    }
    return probes
  }

  /// The longest list that is sent to be too long.
  private static let mostItems = 100

  private func objects(_ members: [JSONMember]) -> [Probe] {
    let declared = parameter.schema.content.members
    var probes: [Probe] = []
    for member in declared {
      guard members.contains(where: { $0.key == member.name }) else { continue }
      let others = members.filter { $0.key != member.name }
      if member.isRequired, !others.isEmpty {
        probes.append(
          Probe("without-\(member.name)", .object(others), why: "lacks \(member.name)")
        )
      }
      let form = place.lexicalForm ?? .query
      for wrong in WrongValues(schema: member.schema).asText(in: form) {
        let text = JSON.string(wrong.value.wireText)
        let changed = members.map { $0.key == member.name ? JSONMember($0.key, text) : $0 }
        probes.append(
          Probe(
            "\(member.name)-\(wrong.name)",
            .object(changed),
            why: "has for \(member.name) \(wrong.value.shownText), which \(wrong.why)"
          )
        )
      }
    }
    return probes
  }

  /// Whether a server that decodes before it splits reads the same.
  private func isUnambiguous(_ value: JSON) -> Bool {
    let serialization = parameter.serialization(in: place)
    let delimiters: String =
      switch (place, serialization.style, serialization.explodes) {
      case (_, .spaceDelimited, _): " +"
      case (_, .pipeDelimited, _): "|"
      case (_, .label, true): "."
      case (_, .matrix, true): ";"
      case (.cookie, _, true): ";"
      case (.query, .form, true), (.form, .form, true), (_, .deepObject, _): "&"
      default: ","
      }
    let texts: [String] =
      switch value {
      case .array(let items): items.map(\.wireText)
      case .object(let members): members.flatMap { [$0.key, $0.value.wireText] }
      default: []
      }
    return texts.allSatisfy { text in !text.isEmpty && !text.contains(where: delimiters.contains) }
  }
}
