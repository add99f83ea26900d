/// Values of elements, for the keywords that compare whole values.
extension XMLEvaluation {
  /// Applies `const` and `enum`.
  mutating func hasValue(
    _ schema: CompiledSchema,
    _ reading: XMLReading,
    at place: Int
  ) -> Bool {
    var valid = true
    for keyword in schema.values
    where !keyword.admitted.contains(where: { equals($0, reading, schema, at: place) }) {
      valid = fail(keyword.keyword, schema, place) { found in
        switch reading {
        case .boolean, .number, .string: keyword.finding(reading.scalar.map { Found($0) } ?? found)
        default: keyword.finding(found)
        }
      }
      guard continues else { return false }
    }
    return valid
  }

  private func equals(
    _ value: JSON,
    _ reading: XMLReading,
    _ schema: CompiledSchema,
    at place: Int
  ) -> Bool {
    if let scalar = reading.scalar { return scalar == value }
    switch (reading, value) {
    case (.object, .object), (.elements, .object), (.array, .array), (.elements, .array):
      return self.value(of: place, as: [schema], like: value).isEquivalent(to: value)
    case (.bare(let items), .array(let values)) where items.count == values.count:
      return zip(items, values).enumerated().allSatisfy { number, pair in
        let index = schema.array?.schema(ofItem: number)
        return self.value(of: pair.0, as: schemas(index), like: pair.1)
          .isEquivalent(to: pair.1)
      }
    default:
      return false
    }
  }

  /// The value of an element as a schema reads it.
  func value(of place: Int, as index: Program.Index?) -> JSON {
    value(of: place, as: schemas(index), like: nil)
  }

  /// The value of an element or an attribute; a text of no certain type is read like the value with
  /// which it is compared.
  private func value(of place: Int, as schemas: [CompiledSchema], like other: JSON?) -> JSON {
    if tape.isNil(place) { return .null }
    let children = tape.children(of: place)
    let types = schemas.reduce(Schema.Types.all) { $0.intersection($1.types) }
    let isEmpty = children.isEmpty && LexicalForm.isBlank(tape.text(in: place))
    if !children.isEmpty || isEmpty && types.isDisjoint(with: .string) {
      var isList = types.contains(.array) && !types.contains(.object)
      if case .array? = other { isList = true }
      if !isList, types == .all {
        isList = schemas.contains { $0.array != nil && $0.object == nil }
      }
      return isList
        ? list(children, schemas, like: other) : object(place, children, schemas, like: other)
    }
    let wanted: Schema.Types
    switch other {
    case .number?: wanted = .number
    case .boolean?: wanted = .boolean
    case .string?: wanted = .string
    case .array?: return list([], schemas, like: other)
    case .object?: return object(place, [], schemas, like: other)
    case .null?, nil: wanted = types == .all ? .string : types
    }
    let text = tape.text(in: place)
    return XMLReading.readings(of: text, wanted).first?.scalar ?? .string(text)
  }

  private func list(_ items: [Int], _ schemas: [CompiledSchema], like other: JSON?) -> JSON {
    .array(
      items.enumerated().map { number, item in
        let inner = schemas.compactMap { $0.array?.schema(ofItem: number) }
        let like = other?.elements.flatMap { number < $0.count ? $0[number] : nil }
        return value(of: item, as: self.schemas(inner), like: like)
      }
    )
  }

  private func object(
    _ place: Int,
    _ children: [Int],
    _ schemas: [CompiledSchema],
    like other: JSON?
  ) -> JSON {
    var members: [JSONMember] = []
    let attributes = tape.attributePlaces(of: place).filter {
      tape.attributeName($0).namespace == nil
    }
    for child in children + attributes {
      let isAttribute = tape.isAttribute(child)
      let name = isAttribute ? tape.attributeName(child) : tape.name(of: tape.entries[child])
      let declared = schemas.flatMap { $0.object?.members.list ?? [] }.filter {
        $0.isAttribute == isAttribute && $0.element == name
      }
      let key = declared.first?.name ?? name.local
      let inner = declared.compactMap(\.schema)
      let like = other?[key]
      guard declared.contains(where: \.isBareList) else {
        let value = value(of: child, as: self.schemas(inner), like: like)
        members.append(JSONMember(key, value))
        continue
      }
      let place = members.firstIndex { $0.key.isIdentical(to: key) }
      let items = place.flatMap { members[$0].value.elements } ?? []
      let lists = self.schemas(inner)
      let index = lists.compactMap { $0.array?.schema(ofItem: items.count) }
      let likeItem = like?.elements.flatMap { items.count < $0.count ? $0[items.count] : nil }
      let item = value(of: child, as: self.schemas(index), like: likeItem)
      if let place {
        members[place].value = .array(items + [item])
      } else {
        members.append(JSONMember(key, [item]))
      }
    }
    return .object(members)
  }

  // MARK: - Schemas

  private func schemas(_ index: Program.Index?) -> [CompiledSchema] {
    schemas(index.map { [$0] } ?? [])
  }

  /// The schemas that all hold for one value, without looking into alternatives.
  private func schemas(_ indices: [Program.Index]) -> [CompiledSchema] {
    var pending = indices
    var seen: Set<Program.Index> = []
    var schemas: [CompiledSchema] = []
    while let index = pending.popLast(), schemas.count < 64 {
      guard seen.insert(index).inserted else { continue }
      let schema = program.schema(index)
      schemas.append(schema)
      for branch in schema.branches {
        switch branch {
        case .allOf(let all): pending += all
        case .reference(let index, _): pending.append(index)
        case .anyOf(let any, _), .oneOf(let any, _):
          // Beside null there is one that speaks of the value.
          let others = any.filter { program.schema($0).types != .null }
          if others.count == 1 { pending += others }
        default: continue
        }
      }
    }
    return schemas
  }
}
