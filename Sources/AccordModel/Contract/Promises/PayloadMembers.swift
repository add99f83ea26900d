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

  /// A place in the payload: a member, or any item.
  private struct Node {
    /// Its number among the paths; only that of a member is one.
    var number: Int?
    /// The places of the members that are declared here.
    var members: [String: Int] = [:]
    /// The same in the order of the schema, in which most values have them.
    var ordered: [(name: String, place: Int)] = []
    /// The place of any item, and of any member that is not declared.
    var item: Int?

    /// Whether it leads to others.
    var isInner: Bool { item != nil || !members.isEmpty }
  }

  /// The places, the whole payload first.
  private var nodes = [Node()]

  /// The numbers of the places by their paths, which a member that is named `*` shares with items.
  private var places: [String: Int] = ["": 0]

  /// The ways to the paths, for XML.
  private var ways: [[Step]] = []

  /// The deepest nesting that is looked into, and the most members that are told apart.
  private static let depth = 16
  private static let limit = 20_000

  /// The members of a payload.
  package init(_ schema: Schema) { collect(schema, at: "", 0, [], depth: 0, inside: []) }

  /// The identifier of the promise of a member of a clause's payload.
  package static func promise(_ path: String, of clause: Clause) -> String {
    "\(clause.id)/member\(path)"
  }

  /// The declared members that a value has.
  package func present(in value: JSON) -> [String] { numbersPresent(in: value).map { paths[$0] } }

  /// The places in ``paths`` of the declared members that a value has.
  package func numbersPresent(in value: JSON) -> [Int] {
    var isFound = [Bool](repeating: false, count: paths.count)
    find(value, at: 0) { node, _ in
      if let number = nodes[node].number { isFound[number] = true }
    }
    return isFound.indices.filter { isFound[$0] }
  }

  /// Whether a value has something of what the schema says most closely: a member without members
  /// of its own that is there and not null.
  package func isShown(in value: JSON) -> Bool {
    guard nodes.count > 1 else { return !value.isNull }
    var isShown = false
    find(value, at: 0) { node, value in
      isShown = isShown || !nodes[node].isInner && !value.isNull
    }
    return isShown
  }

  /// The declared member to which a pointer leads.
  package func path(to pointer: JSONPointer) -> String? {
    var node = 0
    for token in pointer.tokens {
      guard let next = place(of: token, in: node) else { return nil }
      node = next
    }
    return nodes[node].number.map { paths[$0] }
  }

  /// The declared member to which the names of the elements below the root element lead.
  package func path(toElements names: [String]) -> String? {
    zip(paths, ways).first { Self.leads($1[...], to: names[...]) }?.0
  }

  /// A schema that is met inside itself is looked into once.
  private mutating func collect(
    _ schema: Schema,
    at path: String,
    _ node: Int,
    _ way: [Step],
    depth: Int,
    inside open: Set<Schema.Identity>
  ) {
    guard depth < Self.depth, paths.count < Self.limit, let open = open.entering(schema) else {
      return
    }
    let content = schema.content
    for member in content.members {
      let path = "\(path)/\(JSONPointer.escaped(member.name))"
      let way = way + [.member(element: member.xmlName)]
      let isNew = places[path] == nil
      let place = place(path)
      if nodes[node].members.updateValue(place, forKey: member.name) == nil {
        nodes[node].ordered.append((member.name, place))
      }
      if isNew {
        nodes[place].number = paths.count
        paths.append(path)
        ways.append(way)
      }
      collect(member.schema, at: path, place, way, depth: depth + 1, inside: open)
    }
    let entries = content.patternProperties.map { Optional($0.schema) }
    for items in content.prefixItems + [content.items] + entries + [content.additionalProperties] {
      guard let items else { continue }
      let place = place("\(path)/*")
      nodes[node].item = place
      collect(items, at: "\(path)/*", place, way + [.item], depth: depth + 1, inside: open)
    }
    for branch in content.anyOf + content.oneOf + content.allOf {
      collect(branch, at: path, node, way, depth: depth + 1, inside: open)
    }
  }

  /// The place of a path, new or known.
  private mutating func place(_ path: String) -> Int {
    if let place = places[path] { return place }
    places[path] = nodes.count
    nodes.append(Node())
    return nodes.count - 1
  }

  /// The known place of a member or an item in another place.
  private func place(of name: String, in node: Int) -> Int? {
    // A member that is named `*` cannot be told from any.
    nodes[node].members[name] ?? nodes[node].item ?? nodes[node].members["*"]
  }

  /// Follows only what the schema declares, so a document cannot lead it deeper than the schema.
  private func find(_ value: JSON, at node: Int, _ note: (Int, JSON) -> Void) {
    switch value {
    case .object(let members):
      guard nodes[node].isInner else { return }
      let ordered = nodes[node].ordered
      var next = 0
      for member in members {
        var known: Int?
        if let index = ordered[next...].firstIndex(where: { $0.name.isIdentical(to: member.key) }) {
          next = index + 1
          known = ordered[index].place
        }
        guard let place = known ?? place(of: member.key, in: node) else { continue }
        note(place, member.value)
        find(member.value, at: place, note)
      }
    case .array(let items):
      guard let place = nodes[node].item ?? nodes[node].members["*"] else { return }
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
