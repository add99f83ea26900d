/// Reads the keywords that the dialect of a schema knows, under the names of 2020-12: the one place that
/// tells what each of them is called in which draft.
extension SchemaObject {
  /// What stands for a schema inside, given its value, the rest of the pointer that leads to it, and
  /// whether it is a list that has an element of its own in XML.
  typealias Inner = (_ value: JSON, _ rest: String, _ wrapped: Bool?) throws(SchemaError) -> Schema

  /// The keywords, references aside.
  func content(
    of document: SchemaDocument,
    lists: [[UInt8]: XMLListFacet],
    _ inner: Inner
  ) throws(SchemaError) -> Schema.Content {
    var content = try leafKeywords(document.formats)
    content.contentEncoding = try string(.contentEncoding)
    content.contentMediaType = try string(.contentMediaType)
    content.reading.assertsContent = document.content == .assertion
    content.reading.integersAsWritten = dialect.draft == .draft4
    content.reading.containsEvaluates = dialect.draft == .draft202012
    content.reading.patterns = document.patterns
    content.reading.admitsEmptyChoice = true
    try readItems(into: &content, inner)
    content.contains = try schema(.contains, inner)
    try readMembers(into: &content, lists, inner)
    content.patternProperties = try entries(.patternProperties, inner)
    content.additionalProperties = try schema(.additionalProperties, inner)
    content.propertyNames = try schema(.propertyNames, inner)
    try readDependencies(into: &content, inner)
    try readRequired(into: &content)
    try readBranches(into: &content, inner)
    content.contentSchema = try schema(.contentSchema, inner)
    content.unevaluatedItems = try schema(.unevaluatedItems, inner)
    content.unevaluatedProperties = try schema(.unevaluatedProperties, inner)
    content.xml.order = isOrderedInXML ? .declared : .any
    return content
  }

  // MARK: - Schemas inside

  private func schema(_ keyword: Keyword, _ inner: Inner) throws(SchemaError) -> Schema? {
    guard let value = known(keyword) else { return nil }
    return try inner(value, "/" + keyword.rawValue, nil)
  }

  private func schemas(_ keyword: Keyword, _ inner: Inner) throws(SchemaError) -> [Schema] {
    var schemas: [Schema] = []
    for (number, value) in (try elements(keyword) ?? []).enumerated() {
      schemas.append(try inner(value, "/\(keyword.rawValue)/\(number)", nil))
    }
    return schemas
  }

  private func entries(_ keyword: Keyword, _ inner: Inner) throws(SchemaError) -> [Schema.Entry] {
    var entries: [Schema.Entry] = []
    for member in try members(keyword) ?? [] {
      let schema = try inner(member.value, rest(keyword, member.key), nil)
      entries.append(Schema.Entry(name: member.key, schema: schema))
    }
    return entries
  }

  private func rest(_ keyword: Keyword, _ name: String) -> String {
    "/" + keyword.rawValue + "/" + JSONPointer.escaped(name)
  }

  // MARK: - Keywords without schemas

  private func leafKeywords(_ formats: Schema.FormatUse) throws(SchemaError) -> Schema.Content {
    var content = Schema.Content()
    content.types = try types()
    if try boolean(.nullable) == true { content.types?.insert(.null) }
    content.constant = known(.const)
    content.enumeration = try elements(.enum)
    content.minLength = try count(.minLength)
    content.maxLength = try count(.maxLength)
    content.pattern = try string(.pattern)
    try readLimits(into: &content)
    content.minItems = try count(.minItems)
    content.maxItems = try count(.maxItems)
    content.uniqueItems = try boolean(.uniqueItems) ?? false
    content.minContains = try count(.minContains)
    content.maxContains = try count(.maxContains)
    content.minProperties = try count(.minProperties)
    content.maxProperties = try count(.maxProperties)
    let asserts = formats.asserts || dialect.speaks(.formatAssertion)
    if asserts, let name = try anyString(.format) {
      if StringFormat.named(name) != nil {
        content.format = name
      } else if let own = formats.others.first(where: { $0.name == name }) {
        content.setFormat(own)
      }
    }
    return content
  }

  private func types() throws(SchemaError) -> Schema.Types? {
    guard let value = known(.type) else { return nil }
    let listed = value.elements ?? [value]
    var types: Schema.Types = []
    for element in listed {
      guard let name = element.string, let type = Schema.Types(name: name) else {
        throw mistake(.type, "the name of a type", element)
      }
      types.insert(type)
    }
    return types
  }

  /// In draft 4 the exclusive limits are booleans beside the others (validation, section 5.1.2).
  private func readLimits(into content: inout Schema.Content) throws(SchemaError) {
    content.multipleOf = try number(.multipleOf)
    content.minimum = try number(.minimum)
    content.maximum = try number(.maximum)
    guard dialect.draft == .draft4 else {
      content.exclusiveMinimum = try number(.exclusiveMinimum)
      content.exclusiveMaximum = try number(.exclusiveMaximum)
      return
    }
    if try boolean(.exclusiveMinimum) == true {
      content.exclusiveMinimum = content.minimum
      content.minimum = nil
    }
    if try boolean(.exclusiveMaximum) == true {
      content.exclusiveMaximum = content.maximum
      content.maximum = nil
    }
  }

  // MARK: - Arrays

  private func readItems(
    into content: inout Schema.Content,
    _ inner: Inner
  ) throws(SchemaError) {
    if Keyword.items.shape(in: dialect.draft) == .either, known(.items)?.elements != nil {
      content.prefixItems = try schemas(.items, inner)
      content.items = try schema(.additionalItems, inner)
    } else {
      content.prefixItems = try schemas(.prefixItems, inner)
      content.items = try schema(.items, inner)
    }
  }

  // MARK: - Objects

  private func readMembers(
    into content: inout Schema.Content,
    _ lists: [[UInt8]: XMLListFacet],
    _ inner: Inner
  ) throws(SchemaError) {
    let ranks = xmlRanks
    for member in try members(.properties) ?? [] {
      let list = lists[Array(member.key.utf8)]
      let schema = try inner(member.value, rest(.properties, member.key), list?.isWrapped)
      var read = Schema.Member(member.key, schema, isRequired: false)
      read.description = member.value["description"]?.string
      read.xml = xmlPlacement(of: member.key, member.value, list)
      if isOrderedInXML { read.xml.rank = ranks[Array(member.key.utf8)] ?? .max }
      content.members.append(read)
    }
  }

  /// The names that must be there, in their order.
  func requiredNames() throws(SchemaError) -> [String] {
    guard let value = known(.required) else { return [] }
    var seen: Set<[UInt8]> = []
    return try names(value, .required).filter { seen.insert(Array($0.utf8)).inserted }
  }

  private func readRequired(into content: inout Schema.Content) throws(SchemaError) {
    var places: [[UInt8]: Int] = [:]
    for (place, member) in content.members.enumerated() { places[Array(member.name.utf8)] = place }
    for name in try requiredNames() {
      if let place = places[Array(name.utf8)] {
        content.members[place].isRequired = true
      } else {
        content.requiredNames.append(name)
      }
    }
    for member in try members(.dependentRequired) ?? [] {
      let needs = try names(member.value, .dependentRequired)
      content.dependentRequired.append(Schema.Dependency(name: member.key, needs: needs))
    }
  }

  /// `dependencies`, which 2019-09 split in two, is still known after that (core, appendix).
  private func readDependencies(
    into content: inout Schema.Content,
    _ inner: Inner
  ) throws(SchemaError) {
    for member in try members(.dependencies) ?? [] {
      if member.value.elements != nil {
        let needs = try names(member.value, .dependencies)
        content.dependentRequired.append(
          Schema.Dependency(
            name: member.key,
            needs: needs,
            keyword: Keyword.dependencies.rawValue
          )
        )
        continue
      }
      let schema = try inner(member.value, rest(.dependencies, member.key), nil)
      content.dependentSchemas.append(Schema.Entry(name: member.key, schema: schema))
    }
    content.dependentSchemas += try entries(.dependentSchemas, inner)
  }

  // MARK: - The value itself

  private func readBranches(
    into content: inout Schema.Content,
    _ inner: Inner
  ) throws(SchemaError) {
    content.allOf = try schemas(.allOf, inner)
    content.anyOf = try choice(.anyOf, inner)
    content.oneOf = try choice(.oneOf, inner)
    content.not = try schema(.not, inner)
    content.condition = try schema(.if, inner)
    content.consequence = try schema(.then, inner)
    content.alternative = try schema(.else, inner)
  }

  /// Alternatives; nothing conforms to none.
  private func choice(_ keyword: Keyword, _ inner: Inner) throws(SchemaError) -> [Schema] {
    let schemas = try schemas(keyword, inner)
    return schemas.isEmpty && known(keyword) != nil ? [.never] : schemas
  }
}
