extension Schema {
  /// Returns the schema with all its elements in one namespace, as XML Schema has it under
  /// `targetNamespace` with `elementFormDefault="qualified"`.
  ///
  /// Every object and every named value inside that states no namespace is given this one, however deep
  /// it stands; what states one keeps it, and so do what a document declares and what holds itself, inside
  /// which it is said. Attributes stay in none, and items without a name and the
  /// entries of dictionaries keep DataContract's.
  public func xml(targetNamespace namespace: String) -> Schema {
    // The elements of a document state their namespaces.
    guard !mayRecur, content.boolean == nil else { return self }
    return with { content in
      let hasElements = !content.members.isEmpty || content.types?.contains(.object) == true
      let hasName = content.title != nil || content.xml.name != nil
      if content.xml.namespace == nil, hasElements || hasName {
        content.xml.namespace = namespace
      }
      content.mapSchemas { $0.xml(targetNamespace: namespace) }
    }
  }
}

extension Schema.Content {
  /// Changes each schema inside.
  mutating func mapSchemas(_ change: (Schema) -> Schema) {
    prefixItems = prefixItems.map(change)
    items = items.map(change)
    contains = contains.map(change)
    propertyNames = propertyNames.map(change)
    contentSchema = contentSchema.map(change)
    for index in members.indices { members[index].schema = change(members[index].schema) }
    for index in patternProperties.indices {
      patternProperties[index].schema = change(patternProperties[index].schema)
    }
    additionalProperties = additionalProperties.map(change)
    for index in dependentSchemas.indices {
      dependentSchemas[index].schema = change(dependentSchemas[index].schema)
    }
    unevaluatedItems = unevaluatedItems.map(change)
    unevaluatedProperties = unevaluatedProperties.map(change)
    allOf = allOf.map(change)
    anyOf = anyOf.map(change)
    oneOf = oneOf.map(change)
    not = not.map(change)
    condition = condition.map(change)
    consequence = consequence.map(change)
    alternative = alternative.map(change)
  }
}
