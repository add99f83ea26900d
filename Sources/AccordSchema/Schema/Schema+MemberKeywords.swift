/// The keywords that speak of objects (JSON Schema core, sections 10.2.2, 10.3.2 and 11.3; validation,
/// section 6.5).
///
/// ```swift
/// let payment = Schema.object([.optional("card", .string), .optional("holder", .string)])
///   .dependentRequired(["card": ["holder"]])
///   .patternProperties(["^x-": .string])
///   .unevaluatedProperties(.never)
/// ```
extension Schema {
  /// Returns the schema for objects that have members of these names (`required`), declared or not.
  public func required(_ names: String...) -> Schema {
    adding { content in
      for name in names {
        if let index = content.members.firstIndex(where: { $0.name.isIdentical(to: name) }) {
          content.members[index].isRequired = true
        } else if !content.requiredNames.contains(where: { $0.isIdentical(to: name) }) {
          content.requiredNames.append(name)
        }
      }
    }
  }

  /// Returns the schema in which the members whose names a pattern is found in conform to the schema
  /// beside it (`patternProperties`).
  public func patternProperties(_ schemas: KeyValuePairs<String, Schema>) -> Schema {
    adding { $0.patternProperties = schemas.map { Entry(name: $0.key, schema: $0.value) } }
  }

  /// Returns the schema in which members that are neither declared nor named by a pattern conform to a
  /// schema (`additionalProperties`).
  public func additionalProperties(_ schema: Schema) -> Schema {
    adding { $0.additionalProperties = schema }
  }

  /// Returns the schema in which the name of every member conforms to a schema of strings
  /// (`propertyNames`).
  public func propertyNames(_ schema: Schema) -> Schema {
    adding { $0.propertyNames = schema }
  }

  /// Returns the schema for objects of at least so many members (`minProperties`).
  public func minProperties(_ count: Int) -> Schema {
    adding { $0.minProperties = count }
  }

  /// Returns the schema for objects of at most so many members (`maxProperties`).
  public func maxProperties(_ count: Int) -> Schema {
    adding { $0.maxProperties = count }
  }

  /// Returns the schema in which the presence of a member demands that of others
  /// (`dependentRequired`).
  public func dependentRequired(_ needs: KeyValuePairs<String, [String]>) -> Schema {
    adding { $0.dependentRequired = needs.map { Dependency(name: $0.key, needs: $0.value) } }
  }

  /// Returns the schema in which an object that has a member conforms to the schema beside its name
  /// (`dependentSchemas`).
  public func dependentSchemas(_ schemas: KeyValuePairs<String, Schema>) -> Schema {
    adding { $0.dependentSchemas = schemas.map { Entry(name: $0.key, schema: $0.value) } }
  }

  /// Returns the schema whose objects have only members of which a keyword beside or inside has spoken,
  /// or that conform to a schema (`unevaluatedProperties`); ``never`` admits no other.
  ///
  /// Unlike `additionalProperties: false` it knows the members that `allOf`, `anyOf`, `oneOf`, `if` and
  /// `dependentSchemas` declare.
  public func unevaluatedProperties(_ schema: Schema) -> Schema {
    adding { $0.unevaluatedProperties = schema }
  }
}
