package import AccordSchema

/// The members that a payload's schema declares, by their paths: `/connections/*/id`, where `*`
/// stands for every item and for every name that is not declared.
package struct PayloadMembers: Sendable {
  /// The paths, in the order of the schema.
  package private(set) var paths: [String] = []

  /// The paths, and what leads to them.
  private var known: Set<String> = []

  /// The deepest nesting that is looked into.
  private static let depth = 16

  /// The members of a payload.
  package init(_ schema: Schema) { collect(schema, at: "", depth: 0) }

  /// The identifier of the promise of a member of a clause's payload.
  package static func promise(_ path: String, of clause: Clause) -> String {
    "\(clause.id)/member\(path)"
  }

  /// The declared members that a value has.
  package func present(in value: JSON) -> [String] {
    var found: Set<String> = []
    find(value, at: "", &found)
    return paths.filter(found.contains)
  }

  private mutating func collect(_ schema: Schema, at path: String, depth: Int) {
    guard depth < Self.depth else { return }
    let content = schema.content
    for member in content.members {
      let place = "\(path)/\(member.name)"
      if known.insert(place).inserted { paths.append(place) }
      collect(member.schema, at: place, depth: depth + 1)
    }
    for items in content.prefixItems + [content.items, content.additionalProperties] {
      guard let items else { continue }
      known.insert("\(path)/*")
      collect(items, at: "\(path)/*", depth: depth + 1)
    }
    for branch in content.anyOf + content.oneOf + content.allOf {
      collect(branch, at: path, depth: depth + 1)
    }
  }

  /// Follows only what the schema declares, so a document cannot lead it deeper than the schema.
  private func find(_ value: JSON, at path: String, _ found: inout Set<String>) {
    switch value {
    case .object(let members):
      for member in members {
        let named = "\(path)/\(member.key)"
        let place = known.contains(named) ? named : "\(path)/*"
        guard known.contains(place) else { continue }
        found.insert(place)
        find(member.value, at: place, &found)
      }
    case .array(let items):
      let place = "\(path)/*"
      guard known.contains(place) else { return }
      for item in items { find(item, at: place, &found) }
    case .null, .boolean, .number, .string: break
    }
  }
}
