/// The members that are declared by a schema or by those that it applies to the same value.
///
/// A schema that only names a member, as `required` under `then` does, means the member with the
/// name, the namespace and the form that another schema of the same value declares.
final class XMLMemberGroup: Sendable {
  let elements: [XMLName: CompiledMember]
  let attributes: [XMLName: CompiledMember]
  let members: [String: CompiledMember]

  /// How many schemas are looked at for one value.
  private static let sizeLimit = 256

  /// The group of each schema that applies others to its own value.
  static func groups(of schemas: [CompiledSchema]) -> [XMLMemberGroup?] {
    schemas.indices.map { index in
      let schema = schemas[index]
      guard !schema.branches.isEmpty || schema.object?.dependentSchemas.isEmpty == false else {
        return nil
      }
      return XMLMemberGroup(of: index, in: schemas)
    }
  }

  private init?(of index: Program.Index, in schemas: [CompiledSchema]) {
    var pending = [index]
    var seen: Set<Program.Index> = []
    var elements: [XMLName: CompiledMember] = [:]
    var attributes: [XMLName: CompiledMember] = [:]
    var members: [String: CompiledMember] = [:]
    while let next = pending.popLast(), seen.count < Self.sizeLimit {
      guard seen.insert(next).inserted else { continue }
      let schema = schemas[next]
      for member in schema.object?.members.list ?? [] where member.schema != nil {
        guard members[member.name] == nil else { continue }
        members[member.name] = member
        if member.isAttribute {
          attributes[member.element] = member
        } else {
          elements[member.element] = member
        }
      }
      pending += schema.inPlace.reversed()
    }
    guard !members.isEmpty else { return nil }
    self.elements = elements
    self.attributes = attributes
    self.members = members
  }
}

extension CompiledSchema {
  /// The schemas that are applied to the same value.
  fileprivate var inPlace: [Program.Index] {
    var indices = branches.flatMap { branch -> [Program.Index] in
      switch branch {
      case .allOf(let all), .anyOf(let all, _), .oneOf(let all, _): all
      case .not(let index), .reference(let index, _), .dynamicReference(_, let index, _): [index]
      case .conditional(let condition, let consequence, let alternative):
        [condition] + [consequence, alternative].compactMap(\.self)
      }
    }
    indices += object?.dependentSchemas.map(\.schema) ?? []
    if let forward { indices.append(forward) }
    return indices
  }
}
