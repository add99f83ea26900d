import AccordSchema

/// Finds mandatory members of a body that have no value: left out, null or empty.
enum MandatoryMembers {
  /// The place of the first one, in the order of the schema.
  static func firstMissing(in value: JSON, of schema: Schema) -> JSONPointer? {
    firstMissing(in: value, of: schema, at: .root)
  }

  private static func firstMissing(
    in value: JSON,
    of schema: Schema,
    at place: JSONPointer
  ) -> JSONPointer? {
    let schema = schema.withoutNull
    if let items = schema.content.items, let elements = value.elements {
      return elements.indices.lazy.compactMap { index in
        firstMissing(in: elements[index], of: items, at: place.appending(index))
      }.first
    }
    guard case .object = value else { return nil }
    for member in schema.content.members {
      let found = value[member.name]
      let inner = place.appending(member.name)
      if member.isRequired, isMissing(found, member.schema) { return inner }
      if let found, let missing = firstMissing(in: found, of: member.schema, at: inner) {
        return missing
      }
    }
    return nil
  }

  /// Null and empty are missing where the schema does not admit them.
  private static func isMissing(_ value: JSON?, _ schema: Schema) -> Bool {
    guard let value else { return true }
    guard value == .null || value == "" || value == [] else { return false }
    return (try? SchemaValidator(schema))?.admits(value) == false
  }
}
