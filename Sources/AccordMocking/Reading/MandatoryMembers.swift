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
    guard case .object = value else { return nil }
    for member in schema.withoutNull.content.members {
      let found = value[member.name]
      let inner = place.appending(member.name)
      if member.isRequired, isMissing(found, member.schema) { return inner }
      if let found, let missing = firstMissing(in: found, of: member.schema, at: inner) {
        return missing
      }
    }
    return nil
  }

  private static func isMissing(_ value: JSON?, _ schema: Schema) -> Bool {
    switch value {
    case nil: true
    case .null?: !schema.isNullable
    case .string("")?: TextValue.types(of: schema).contains(.string)
    default: false
    }
  }
}
