import AccordSchema

/// Looks for the members of a schema, an object before its own members.
struct MemberSearch {
  /// How many members there may be before schemas that stand at several places are looked into at one.
  static let mostMembers = 256

  /// The deepest place that is looked into.
  private static let depth = 16

  /// The place at which each schema that may stand at several is looked into; `nil` for every place.
  private let homes: [Schema.Identity: JSONPointer]?
  private var found: [BodyMember] = []
  private var places: Set<JSONPointer> = []

  init(homes: [Schema.Identity: JSONPointer]?) { self.homes = homes }

  /// The members, in the order in which they are declared; where there are too many, not all.
  func members(of schema: Schema) -> [BodyMember] {
    var search = self
    search.look(into: schema, at: .root, depth: 0, inside: [])
    return search.found
  }

  /// The shallowest place of each schema that may stand at several.
  static func homes(in schema: Schema) -> [Schema.Identity: JSONPointer] {
    var homes: [Schema.Identity: JSONPointer] = [:]
    var waiting = [(schema: schema, pointer: JSONPointer.root, depth: 0)]
    var next = 0
    while next < waiting.count {
      let (schema, pointer, depth) = waiting[next]
      next += 1
      guard depth < Self.depth else { continue }
      if schema.mayRecur {
        guard homes[schema.identity] == nil else { continue }
        homes[schema.identity] = pointer
      }
      for part in schema.partsWithMembers(at: pointer) {
        waiting.append((part.schema, part.pointer, depth + 1))
      }
    }
    return homes
  }

  private mutating func look(
    into schema: Schema,
    at pointer: JSONPointer,
    depth: Int,
    inside open: Set<Schema.Identity>
  ) {
    // A schema that is met inside itself is looked into once.
    guard depth < Self.depth, let open = open.entering(schema) else { return }
    if let homes {
      if schema.mayRecur, homes[schema.identity] != pointer { return }
    } else if found.count > Self.mostMembers {
      return
    }
    let members = schema.content.members
    for member in members {
      let place = pointer.appending(member.name)
      guard places.insert(place).inserted else { continue }
      found.append(
        BodyMember(pointer: place, schema: member.schema, isRequired: member.isRequired)
      )
      look(into: member.schema, at: place, depth: depth + 1, inside: open)
    }
    for part in schema.partsWithMembers(at: pointer).dropFirst(members.count) {
      look(into: part.schema, at: part.pointer, depth: depth + 1, inside: open)
    }
  }
}

extension Schema {
  /// What may have members: the members themselves, then the items of a list and the parts of the schema.
  ///
  /// A list is looked into at its first item; a case exists only where an example has one.
  fileprivate func partsWithMembers(
    at pointer: JSONPointer
  ) -> [(schema: Schema, pointer: JSONPointer)] {
    let content = self.content
    let branches = content.anyOf.filter { !$0.isNull }
    return content.members.map { ($0.schema, pointer.appending($0.name)) }
      + (content.items.map { [($0, pointer.appending(0))] } ?? [])
      + (content.allOf + (branches.count == 1 ? branches : [])).map { ($0, pointer) }
  }
}
