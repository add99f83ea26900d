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
    var members = MemberSearch(homes: nil).members(of: schema)
    // What refers to each other in many ways is looked into once each, at its shallowest place.
    if members.count > MemberSearch.mostMembers {
      members = MemberSearch(homes: MemberSearch.homes(in: schema)).members(of: schema)
    }
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
