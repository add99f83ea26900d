extension Schema {
  /// Returns the schema as a document of OpenAPI has it, which reads some keywords in a way of its own.
  ///
  /// ```swift
  /// static let pet = Schema.object([.required("name", .string)]).inOpenAPI(.draft4, named: "Pet")
  /// ```
  ///
  /// Patterns are read as ``Pattern/Syntax/lenient`` has it, integers and `contains` as in the draft: OpenAPI
  /// 3.0 and Swagger 2.0 have draft 4, later versions 2020-12. In XML a title names no element, a list
  /// has no element of its own, and the name is that under which the document keeps the schema. What a
  /// member means its schema means too. The schemas inside are read so, unless they say it themselves or
  /// hold themselves.
  public func inOpenAPI(_ draft: SchemaDraft, named name: String? = nil) -> Schema {
    // One that holds itself is not looked into while it is made.
    guard !mayRecur, content.boolean == nil, content.xml.isNamedByTitle else { return self }
    return with { content in
      content.reading.integersAsWritten = draft == .draft4
      content.reading.containsEvaluates = draft == .draft202012
      content.reading.patterns = .lenient
      content.reading.admitsEmptyChoice = true
      content.xml.isNamedByTitle = false
      let names = name.map { [$0, content.title].compactMap(\.self) } ?? []
      let namespace = content.xml.namespace
      content.xml.typeNames = names.map { XMLName(namespace: namespace, local: $0) }
      if content.types?.contains(.array) == true { content.xml.wrapped = false }
      content.xml.entries = false
      content.mapSchemas { $0.inOpenAPI(draft) }
      for index in content.members.indices {
        content.members[index].readInOpenAPI()
      }
    }
  }
}

extension Schema.Member {
  /// Takes what a document says at the schema of a member.
  fileprivate mutating func readInOpenAPI() {
    if xml.namespace == nil { xml.namespace = "" }
    guard let description, !schema.mayRecur, schema.content.boolean == nil,
      schema.content.description == nil
    else { return }
    schema = schema.described(description)
  }
}

extension Schema {
  /// Whether it is read as a document of OpenAPI has it.
  package var isReadAsInOpenAPI: Bool { !content.xml.isNamedByTitle }

  /// The name under which a document keeps it; `nil` where it has none.
  package var nameInDocument: String? { content.xml.typeNames?.first?.local }
}
