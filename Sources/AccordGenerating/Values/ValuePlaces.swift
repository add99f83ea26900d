import AccordSchema

/// The places of a value, each with the schema that speaks of it; members that may be there and are not
/// among them.
struct ValuePlaces {
  /// A place.
  struct Place {
    var pointer: JSONPointer
    var schema: Schema
    /// Whether it may be left out.
    var isOptional: Bool
    var isThere: Bool
  }

  private(set) var all: [Place] = []

  /// The most places that are looked at.
  private static let most = 2_000

  init(of value: JSON, as schema: Schema) {
    all.append(Place(pointer: .root, schema: schema, isOptional: false, isThere: true))
    look(value, schema, .root, 0)
  }

  private mutating func look(_ value: JSON, _ schema: Schema, _ pointer: JSONPointer, _ depth: Int)
  {
    guard depth < 32, all.count < Self.most else { return }
    let content = schema.speaking(of: value).content
    switch value {
    case .object(let members):
      for member in content.members {
        let inner = members.first { $0.key == member.name }?.value
        if inner == nil, member.schema.content.isReadOnly { continue }
        let place = pointer.appending(member.name)
        all.append(
          Place(
            pointer: place,
            schema: member.schema,
            isOptional: !member.isRequired,
            isThere: inner != nil
          )
        )
        if let inner { look(inner, member.schema, place, depth + 1) }
      }
      guard let values = content.additionalProperties, values.content.boolean == nil else { return }
      for member in members where !content.members.contains(where: { $0.name == member.key }) {
        let place = pointer.appending(member.key)
        all.append(Place(pointer: place, schema: values, isOptional: true, isThere: true))
        look(member.value, values, place, depth + 1)
      }
    case .array(let items):
      for (number, item) in items.enumerated() {
        let isFixed = number < content.prefixItems.count
        guard let inner = isFixed ? content.prefixItems[number] : content.items else { continue }
        let place = pointer.appending(number)
        all.append(
          Place(pointer: place, schema: inner, isOptional: !isFixed, isThere: true)
        )
        look(item, inner, place, depth + 1)
      }
    case .null, .boolean, .number, .string: return
    }
  }
}

extension Schema {
  /// The schema with the members of its parts, and of the first alternative that admits a value.
  func speaking(of value: JSON, depth: Int = 0) -> Schema {
    let whole = withMergedMembers
    let branches = whole.content.anyOf + whole.content.oneOf
    // What leads back to itself says nothing new.
    guard !branches.isEmpty, depth < 16 else { return whole }
    let branch = branches.first { branch in
      (try? SchemaValidator(branch))?.admits(value) ?? false
    }
    guard let branch else { return whole }
    let inner = branch.speaking(of: value, depth: depth + 1)
    guard !whole.content.members.isEmpty else { return inner }
    let outer = whole.content.members
    return inner.with { content in
      content.members += outer.filter { member in
        !content.members.contains { $0.name == member.name }
      }
    }
  }

  /// The schema with other keywords.
  fileprivate func with(_ change: (inout Content) -> Void) -> Schema {
    var content = content
    change(&content)
    return Schema(content)
  }
}
