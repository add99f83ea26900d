import AccordModel
import AccordSchema

/// A member somewhere in a body, with its place.
struct BodyMember: Sendable {
  let pointer: JSONPointer
  let schema: Schema
  let isRequired: Bool

  /// The place as a part of an identifier.
  var idPart: String { pointer.isRoot ? "body" : String(pointer.description.dropFirst()) }

  /// The place as the subject of a sentence.
  var words: String { pointer.isRoot ? "the body" : "\(pointer)" }
}

extension Endpoint {
  /// The members of a schema of the body that are read here, an object before its own members; the
  /// version is left to the version's rule.
  func members(of schema: Schema, _ body: Contract.RequestBody) -> [BodyMember] {
    if let version, !body.versions.isEmpty, !body.versions.contains(version) { return [] }
    var members: [BodyMember] = []
    schema.collectMembers(at: .root, depth: 0, inside: [], into: &members)
    members.removeAll { body.ignores($0.pointer, in: version) }
    guard case .body(let pointer) = route.version?.carrier else { return members }
    return members.filter { $0.pointer != pointer }
  }
}

extension [RequestDraft] {
  /// The first right request whose content has something at a place, or has at least the place
  /// above it.
  func first(with pointer: JSONPointer, orAbove: Bool) -> RequestDraft? {
    if let base = first(where: { $0.holds(pointer) }) { return base }
    guard orAbove, let parent = pointer.parent else { return nil }
    return first { base in
      guard case .value(let json, _) = base.content else { return false }
      return json[parent]?.members != nil
    }
  }
}

extension Schema {
  /// The deepest place that is looked into.
  private static let depth = 16

  fileprivate func collectMembers(
    at pointer: JSONPointer,
    depth: Int,
    inside open: Set<Identity>,
    into members: inout [BodyMember]
  ) {
    // A schema that is met inside itself is looked into once.
    guard depth < Self.depth, let open = open.entering(self) else { return }
    let content = self.content
    for member in content.members {
      let place = pointer.appending(member.name)
      guard !members.contains(where: { $0.pointer == place }) else { continue }
      members.append(
        BodyMember(pointer: place, schema: member.schema, isRequired: member.isRequired)
      )
      member.schema.collectMembers(at: place, depth: depth + 1, inside: open, into: &members)
    }
    // A list is looked into at its first item; a case exists only where an example has one.
    content.items?.collectMembers(
      at: pointer.appending(0),
      depth: depth + 1,
      inside: open,
      into: &members
    )
    let branches = content.anyOf.filter { !$0.isNull }
    for branch in content.allOf + (branches.count == 1 ? branches : []) {
      branch.collectMembers(at: pointer, depth: depth + 1, inside: open, into: &members)
    }
  }
}
