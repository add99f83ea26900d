/// The keywords that apply schemas to the value itself (JSON Schema core, section 10.2), beside what a
/// schema says already.
///
/// ```swift
/// let address = Schema.object([.required("country", .string), .optional("zip", .string)])
///   .if(
///     .object([.required("country", .constant("NL"))]),
///     then: .object([.required("zip", .string(pattern: "^[0-9]{4} [A-Z]{2}$"))])
///   )
/// ```
extension Schema {
  /// Returns the schema for values that conform to each of the schemas too (`allOf`).
  public func allOf(_ schemas: [Schema]) -> Schema {
    adding { $0.allOf += schemas }
  }

  /// Returns the schema for values that conform to at least one of the schemas too (`anyOf`).
  public func anyOf(_ schemas: [Schema]) -> Schema {
    let isTaken = states { !$0.anyOf.isEmpty }
    guard !isTaken, !schemas.isEmpty else { return allOf([.anyOf(schemas)]) }
    return adding { $0.anyOf = schemas }
  }

  /// Returns the schema for values that conform to exactly one of the schemas too (`oneOf`).
  public func exactlyOne(_ schemas: [Schema]) -> Schema {
    let isTaken = states { !$0.oneOf.isEmpty }
    guard !isTaken, !schemas.isEmpty else { return allOf([.exactlyOne(schemas)]) }
    return adding { $0.oneOf = schemas }
  }

  /// Returns the schema for values that do not conform to another one (`not`).
  public func not(_ schema: Schema) -> Schema {
    guard !states({ $0.not != nil }) else { return allOf([.not(schema)]) }
    return adding { $0.not = schema }
  }

  /// Returns the schema in which values that conform to a condition (`if`) conform to a second schema
  /// (`then`), and all others to a third one (`else`).
  public func `if`(
    _ condition: Schema,
    then consequence: Schema? = nil,
    else alternative: Schema? = nil
  ) -> Schema {
    guard !states({ $0.condition != nil }) else {
      return allOf([.any.if(condition, then: consequence, else: alternative)])
    }
    return adding { content in
      content.condition = condition
      content.consequence = consequence
      content.alternative = alternative
    }
  }
}
