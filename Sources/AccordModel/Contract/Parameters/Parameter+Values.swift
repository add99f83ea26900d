package import AccordSchema

extension Parameter {
  /// Whether its value is always a list or an object, by the types that its schema names.
  package var isStructured: Bool {
    let types = declaredTypes
    return !types.isDisjoint(with: [.array, .object])
      && types.isDisjoint(with: [.string, .number, .integer, .boolean])
  }

  /// Whether its value is always a list.
  package var isList: Bool { isStructured && !declaredTypes.contains(.object) }

  /// The types that its schema names, itself or in its branches.
  package var declaredTypes: Schema.Types {
    schema.withAlternatives.reduce(into: []) { $0.formUnion($1.content.types ?? []) }
  }

  /// A place where its value stands as text: the usual one, or the query for a member of a body.
  package var textPlace: Place { usual == .body ? .query : usual }

  /// What a schema finds wrong with a value once it stands as text in a place.
  ///
  /// A schema that cannot be compiled finds nothing.
  package func violations(of value: JSON, in place: Place) -> [SchemaViolation] {
    guard let validator = try? SchemaValidator(schema) else { return [] }
    switch value {
    case .array, .object:
      guard let read = try? LexicalValue(texts: value).json(as: schema) else { return [] }
      return validator.validate(read)
    case .null, .boolean, .number, .string:
      guard let form = place.lexicalForm else { return validator.validate(value) }
      guard isStructured else { return validator.validate(text: value.wireText, lexical: form) }
      let items = LexicalValue(texts: .array([.string(value.wireText)]))
      return (try? items.json(as: schema)).map(validator.validate) ?? []
    }
  }
}

extension Parameter.Place {
  /// How a value is written there; `nil` where it is a value of a body.
  package var lexicalForm: LexicalForm? {
    switch self {
    case .path: .path
    case .query, .cookie: .query
    case .header: .header
    case .form: .form
    case .body: nil
    }
  }
}
