package import AccordSchema

/// The members that a payload's schema declares, by their paths: `/connections/*/id`, where `*`
/// stands for every item and for every name that is not declared.
///
/// Names are written in a path as in a JSON Pointer (RFC 6901 section 3).
package struct PayloadMembers: Sendable {
  /// The paths, in the order of the schema.
  package private(set) var paths: [String] = []

  /// One step on the way to a member.
  enum Step: Sendable, Hashable {
    /// A declared member, with the name of its element in XML.
    case member(element: String)
    /// Any item, and any member that is not declared.
    case item
  }

  /// The paths, and what leads to them.
  private var known: Set<String> = []

  /// Those of them that lead to others.
  private var inner: Set<String> = []

  /// The ways to the paths, for XML.
  private var ways: [[Step]] = []

  /// The deepest nesting that is looked into, and the most members that are told apart.
  private static let depth = 16
  private static let limit = 20_000

  /// The members of a payload.
  package init(_ schema: Schema) { collect(schema, at: "", [], depth: 0, inside: []) }

  /// The identifier of the promise of a member of a clause's payload.
  package static func promise(_ path: String, of clause: Clause) -> String {
    "\(clause.id)/member\(path)"
  }

  /// The declared members that a value has.
  package func present(in value: JSON) -> [String] {
    var found: Set<String> = []
    find(value, at: "") { place, _ in found.insert(place) }
    return paths.filter(found.contains)
  }

  /// Whether a value has something of what the schema says most closely: a member without members
  /// of its own that is there and not null.
  package func isShown(in value: JSON) -> Bool {
    guard !known.isEmpty else { return !value.isNull }
    var isShown = false
    find(value, at: "") { place, value in
      isShown = isShown || !inner.contains(place) && !value.isNull
    }
    return isShown
  }

  /// The declared member to which a pointer leads.
  package func path(to pointer: JSONPointer) -> String? {
    var path = ""
    for token in pointer.tokens {
      guard let next = place(of: token, in: path) else { return nil }
      path = next
    }
    return paths.contains(path) ? path : nil
  }

  /// The declared member to which the names of the elements below the root element lead.
  package func path(toElements names: [String]) -> String? {
    zip(paths, ways).first { Self.leads($1[...], to: names[...]) }?.0
  }

  /// A schema that is met inside itself is looked into once.
  private mutating func collect(
    _ schema: Schema,
    at path: String,
    _ way: [Step],
    depth: Int,
    inside open: Set<Schema.Identity>
  ) {
    guard depth < Self.depth, paths.count < Self.limit, let open = open.entering(schema) else {
      return
    }
    let content = schema.content
    for member in content.members {
      let place = "\(path)/\(JSONPointer.escaped(member.name))"
      let way = way + [.member(element: member.xmlName)]
      inner.insert(path)
      if known.insert(place).inserted {
        paths.append(place)
        ways.append(way)
      }
      collect(member.schema, at: place, way, depth: depth + 1, inside: open)
    }
    let entries = content.patternProperties.map { Optional($0.schema) }
    for items in content.prefixItems + [content.items] + entries + [content.additionalProperties] {
      guard let items else { continue }
      inner.insert(path)
      known.insert("\(path)/*")
      collect(items, at: "\(path)/*", way + [.item], depth: depth + 1, inside: open)
    }
    for branch in content.anyOf + content.oneOf + content.allOf {
      collect(branch, at: path, way, depth: depth + 1, inside: open)
    }
  }

  /// The known place of a member or an item in another place.
  private func place(of name: String, in path: String) -> String? {
    let named = "\(path)/\(JSONPointer.escaped(name))"
    let place = known.contains(named) ? named : "\(path)/*"
    return known.contains(place) ? place : nil
  }

  /// Follows only what the schema declares, so a document cannot lead it deeper than the schema.
  private func find(_ value: JSON, at path: String, _ note: (String, JSON) -> Void) {
    switch value {
    case .object(let members):
      for member in members {
        guard let place = place(of: member.key, in: path) else { continue }
        note(place, member.value)
        find(member.value, at: place, note)
      }
    case .array(let items):
      let place = "\(path)/*"
      guard known.contains(place) else { return }
      for item in items {
        note(place, item)
        find(item, at: place, note)
      }
    case .null, .boolean, .number, .string: break
    }
  }

  /// Whether a way leads along elements: a wrapped list names its items, a bare one does not.
  private static func leads(_ way: ArraySlice<Step>, to names: ArraySlice<String>) -> Bool {
    guard let step = way.first else { return names.isEmpty }
    let rest = way.dropFirst()
    switch step {
    case .member(let element):
      return names.first == element && leads(rest, to: names.dropFirst())
    case .item:
      return leads(rest, to: names) || !names.isEmpty && leads(rest, to: names.dropFirst())
    }
  }
}
