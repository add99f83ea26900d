extension Schema {
  /// The schema that also admits `null`; in XML an empty element with `xsi:nil="true"`.
  public var nullable: Schema {
    if case .recursive = node { return .anyOf([self, .null]) }
    guard !isNullable else { return self }
    guard !mayRecur, content.isPlain else {
      return .anyOf([self, .null]).adding { $0.adoptAnnotations(content) }
    }
    return with { content in
      content.types?.insert(.null)
      content.enumeration?.append(.null)
      if let constant = content.constant {
        content.constant = nil
        content.enumeration = [constant, .null]
      }
    }
  }

  /// Returns the schema with a description of what the value means.
  public func described(_ meaning: String) -> Schema {
    adding { $0.description = meaning }
  }

  /// Returns the schema with a title: the name of the type, which also names its element in XML.
  public func titled(_ title: String) -> Schema {
    adding { $0.title = title }
  }

  /// Returns the schema with an example of a value that conforms.
  public func example(_ value: JSON) -> Schema {
    adding { $0.examples.append(value) }
  }

  /// Returns the schema with its XML facet: element name, namespace, order of the members.
  ///
  /// The namespace is that of the schema's own element, where nothing else names it, and holds for the
  /// elements of an object's members, which state another one by
  /// ``Member/xml(name:namespace:attribute:)``; an empty namespace there means none. It does not hold
  /// for what is inside of these members: objects and items in there state their own, or all get one by
  /// ``xml(targetNamespace:)``. Attributes are in no namespace.
  ///
  /// A list that is not wrapped has no element of its own: its items stand beside the other
  /// members.
  public func xml(
    name: String? = nil,
    namespace: String? = nil,
    order: XMLOrder? = nil,
    wrapped: Bool? = nil
  ) -> Schema {
    adding { content in
      if let name { content.xml.name = name }
      if let namespace { content.xml.namespace = namespace }
      if let order { content.xml.order = order }
      if let wrapped { content.xml.wrapped = wrapped }
    }
  }

  /// Says whether `null` conforms as far as `type`, `const`, `enum` and the branches say.
  package var isNullable: Bool {
    var known: [Identity: Bool] = [:]
    return isNullable(&known)
  }

  private func isNullable(_ known: inout [Identity: Bool]) -> Bool {
    if mayRecur {
      if let known = known[identity] { return known }
      // One that comes back to itself says no more than it did.
      known[identity] = true
    }
    let isNullable = content.admitsNull { $0.isNullable(&known) }
    if mayRecur { known[identity] = isNullable }
    return isNullable
  }

  /// Whether the schema admits `null` and nothing else.
  package var isNull: Bool { content.types == .null }

  /// Whether the schema is the one that admits nothing.
  package var isNever: Bool { content.boolean == false }
}

extension Schema.Content {
  /// Says whether `null` conforms, given whether it does to the schemas inside.
  fileprivate func admitsNull(_ isNullable: (Schema) -> Bool) -> Bool {
    if let boolean { return boolean }
    if let types, !types.contains(.null) { return false }
    if let constant, constant != .null { return false }
    if let enumeration, !enumeration.contains(.null) { return false }
    if !anyOf.isEmpty, !anyOf.contains(where: isNullable) { return false }
    if !oneOf.isEmpty, oneOf.count(where: isNullable) != 1 { return false }
    if !allOf.allSatisfy(isNullable) { return false }
    if let not, isNullable(not) { return false }
    return true
  }
}

extension Schema.Content {
  /// Says whether no applicator stands beside `type`, `const` and `enum`, so that `null` can be
  /// admitted in place.
  fileprivate var isPlain: Bool {
    boolean == nil && allOf.isEmpty && anyOf.isEmpty && oneOf.isEmpty && not == nil
      && condition == nil
  }

  fileprivate mutating func adoptAnnotations(_ source: Self) {
    title = source.title
    description = source.description
    examples = source.examples
    xml = source.xml
  }
}
