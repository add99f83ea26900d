extension Schema {
  /// Whether an object may have members that are not declared.
  public enum AdditionalMembers: Sendable, Hashable {
    /// Members that are not declared may be there, with any value.
    case allowed
    /// Only declared members may be there.
    case forbidden
  }

  /// A list of values that all conform to one schema.
  ///
  /// In XML the list's element holds one element for each item, named by the item schema's XML
  /// name.
  public static func array(of items: Schema) -> Schema {
    typed(.array) { $0.items = items }
  }

  /// A list of values that all conform to one schema, with a bounded count.
  public static func array(of items: Schema, count: some RangeExpression<Int>) -> Schema {
    let bounds = Bounds(count)
    return typed(.array) {
      $0.items = items
      $0.minItems = bounds.lower
      $0.maxItems = bounds.upper
    }
  }

  /// An object with free names whose values all conform to one schema.
  ///
  /// In XML it is DataContract's list of entries, each with `Key` and `Value`.
  public static func dictionary(of values: Schema) -> Schema {
    typed(.object) {
      $0.additionalProperties = values
      $0.xml.entries = true
    }
  }

  /// An object with these members, and those of a base object.
  ///
  /// A member that has the name of a member of the base replaces it, at the base's place. Members
  /// of the base keep the base's namespace in XML and come first in DataContract's order.
  public static func object(
    _ members: [Member],
    extending base: Schema? = nil,
    additional: AdditionalMembers = .allowed
  ) -> Schema {
    typed(.object) { content in
      if let base {
        content.adopt(base)
      }
      let inherited = content.members.count
      let level = (content.members.map(\.xml.level).max() ?? -1) + 1
      for var member in members {
        if let index = content.members[..<inherited].firstIndex(where: {
          $0.name.isIdentical(to: member.name)
        }) {
          member.xml.level = content.members[index].xml.level
          member.xml.inherited = content.members[index].xml.inherited
          content.members[index] = member
        } else {
          member.xml.level = level
          content.members.append(member)
        }
      }
      if additional == .forbidden {
        content.additionalProperties = .never
      }
    }
  }

  /// A value that conforms to at least one of the schemas; nothing conforms to none.
  public static func anyOf(_ schemas: [Schema]) -> Schema {
    schemas.isEmpty ? .never : build { $0.anyOf = schemas }
  }

  /// A value that conforms to each of the schemas.
  public static func allOf(_ schemas: [Schema]) -> Schema {
    build { $0.allOf = schemas }
  }

  /// A value that conforms to exactly one of the schemas (the keyword `oneOf`).
  public static func exactlyOne(_ schemas: [Schema]) -> Schema {
    schemas.isEmpty ? .never : build { $0.oneOf = schemas }
  }

  /// A value that does not conform to the schema.
  public static func not(_ schema: Schema) -> Schema {
    build { $0.not = schema }
  }
}

extension Schema.Content {
  /// Takes over the members and the limits of a base object.
  fileprivate mutating func adopt(_ base: Schema) {
    let source = base.content
    members = source.members.map { member in
      var member = member
      if member.xml.inherited == nil {
        member.xml.inherited = Schema.InheritedNamespace(namespace: source.xml.namespace)
      }
      return member
    }
    requiredNames = source.requiredNames
    patternProperties = source.patternProperties
    additionalProperties = source.additionalProperties
    propertyNames = source.propertyNames
    minProperties = source.minProperties
    maxProperties = source.maxProperties
    dependentRequired = source.dependentRequired
    dependentSchemas = source.dependentSchemas
    unevaluatedProperties = source.unevaluatedProperties
    allOf = source.allOf
    xml.order = source.xml.order
    reading.failure = source.reading.failure
  }
}
