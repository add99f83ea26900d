extension Schema {
  /// A schema that was loaded from a document, in the keywords of a schema written in Swift.
  ///
  /// The result is nil where the document says what these keywords cannot: references that come back
  /// to where they stand or lead into other documents, dynamic ones, and what is left unevaluated. A
  /// schema that is no document is its own structure.
  package var structure: Schema? {
    guard let document = content.document else { return self }
    guard let reader = StructureReader(document) else { return nil }
    guard let meant = try? document.meant else { return nil }
    return reader.schema(meant)
  }
}

/// Reads a document into the keywords of a schema.
struct StructureReader {
  private let document: SchemaDocument
  private let dialect: Dialect
  /// Whether lists are written in XML as OpenAPI says.
  private let followsOpenAPI: Bool
  /// The references that are being followed.
  private var references: [String] = []
  /// How many schemas may still be read, so that references cannot multiply without bound.
  private var budget: Budget

  private static let depthLimit = 64

  private final class Budget {
    var rest = 5000
  }

  /// Keywords that no value of a schema can hold.
  private static let opaque = [
    "$dynamicRef", "$recursiveRef", "unevaluatedProperties", "unevaluatedItems",
  ]

  /// A reader of a document; one that does not say how it is to be read is read as the one that
  /// refers to it.
  init?(_ document: SchemaDocument, from referrer: StructureReader? = nil) {
    var dialect = document.dialect
    if let version = DocumentKind.openAPIVersion(of: document.root) {
      guard let stated = try? document.registry.dialect(of: version, at: "") else { return nil }
      dialect = stated
    } else if let referrer {
      dialect = referrer.dialect
    }
    if let (uri, _) = (try? document.meantMetaSchema) ?? nil {
      guard let stated = try? document.registry.dialect(ofMetaSchema: uri, at: "") else {
        return nil
      }
      dialect = stated
    }
    guard dialect.vocabularies.isSuperset(of: .usual) else { return nil }
    self.document = document
    self.dialect = dialect
    followsOpenAPI = document.followsOpenAPI || referrer?.followsOpenAPI == true
    budget = Budget()
  }

  /// The schema of a value; nil where it cannot be had.
  func schema(_ value: JSON, depth: Int = 0) -> Schema? {
    if let boolean = value.boolean { return boolean ? .any : .never }
    guard value.members != nil, depth < Self.depthLimit, budget.rest > 0 else { return nil }
    budget.rest -= 1
    let isInside = depth > 0
    for keyword in Self.opaque where value[keyword] != nil { return nil }
    // An identifier inside is what references are resolved against there.
    if isInside, value[dialect.draft.identifierKeyword] != nil { return nil }
    var content = Schema.Content()
    let draft = dialect.draft
    if draft.ignoresSiblingsOfReference, let reference = value["$ref"]?.string {
      return follow(reference, depth)
    }
    let object = SchemaObject(value: value, location: "", dialect: dialect)
    guard let leaves = try? object.leafKeywords(document.formats) else { return nil }
    content = leaves
    guard readArray(value, depth, &content), readObject(object, depth, &content),
      readBranches(value, depth, &content)
    else { return nil }
    readAnnotations(value, &content)
    return Schema(content)
  }

  private func schemas(_ value: JSON?, _ depth: Int) -> [Schema]? {
    guard let value else { return [] }
    var result: [Schema] = []
    for element in value.elements ?? [] {
      guard let schema = schema(element, depth: depth + 1) else { return nil }
      result.append(schema)
    }
    return result
  }

  /// Reads a schema under a keyword; false where it is there and cannot be had.
  private func read(_ value: JSON?, _ depth: Int, into place: inout Schema?) -> Bool {
    guard let value else { return true }
    place = schema(value, depth: depth + 1)
    return place != nil
  }

  private func entries(_ value: JSON?, _ depth: Int) -> [Schema.Entry]? {
    guard let value else { return [] }
    var result: [Schema.Entry] = []
    for member in value.members ?? [] {
      guard let schema = schema(member.value, depth: depth + 1) else { return nil }
      result.append(Schema.Entry(name: member.key, schema: schema))
    }
    return result
  }

  // MARK: - References

  private func follow(_ reference: String, _ depth: Int) -> Schema? {
    let key = document.uri + " " + reference
    guard !reference.contains("%"), !references.contains(key) else { return nil }
    guard reference.hasPrefix("#") else { return followOut(reference, key, depth) }
    guard let pointer = JSONPointer(parsing: String(reference.dropFirst())),
      let target = document.root[pointer]
    else { return nil }
    var reader = self
    reader.references.append(key)
    return reader.schema(target, depth: depth + 1)
  }

  /// Follows a reference to the whole of another document in the registry.
  private func followOut(_ reference: String, _ key: String, _ depth: Int) -> Schema? {
    let base = URIReference(document.uri)
    let uri = URIReference(reference).resolved(against: base).text
    guard !reference.contains("#"), document.root[dialect.draft.identifierKeyword] == nil,
      let target = document.registry.document(at: uri)
    else { return nil }
    let other = SchemaDocument(
      target,
      draft: document.draft,
      at: uri,
      registry: document.registry,
      formats: document.formats
    )
    guard !DocumentKind(target).isOfOtherFormat,
      var reader = StructureReader(other, from: self)
    else { return nil }
    reader.references = references + [key]
    reader.budget = budget
    return reader.schema(target, depth: depth + 1)
  }

  // MARK: - Keywords

  private func readArray(_ value: JSON, _ depth: Int, _ content: inout Schema.Content) -> Bool {
    let object = SchemaObject(value: value, location: "", dialect: dialect)
    let draft = dialect.draft
    let isTuple = draft < .draft202012 && value["items"]?.elements != nil
    let prefix = draft == .draft202012 ? value["prefixItems"] : isTuple ? value["items"] : nil
    guard let prefixItems = schemas(prefix, depth) else { return false }
    content.prefixItems = prefixItems
    let rest = isTuple ? value["additionalItems"] : value["items"]
    guard read(rest, depth, into: &content.items) else { return false }
    if let items = content.items, items.xmlElementName == nil, items.xmlItemName != nil {
      // In a document an item without a name may have any.
      content.items = .allOf([items])
    }
    if draft >= .draft6 {
      guard read(value["contains"], depth, into: &content.contains) else { return false }
    }
    content.minItems = (try? object.count("minItems")) ?? nil
    content.maxItems = (try? object.count("maxItems")) ?? nil
    content.uniqueItems = value["uniqueItems"] == true
    if draft >= .draft201909 {
      content.minContains = (try? object.count("minContains")) ?? nil
      content.maxContains = (try? object.count("maxContains")) ?? nil
    }
    return true
  }

  private func readObject(
    _ object: SchemaObject,
    _ depth: Int,
    _ content: inout Schema.Content
  ) -> Bool {
    let value = object.value
    let draft = dialect.draft
    let required = value["required"]?.elements?.compactMap(\.string) ?? []
    let members = ((try? object.members("properties")) ?? nil) ?? []
    var order: [String: Int] = [:]
    for (rank, name) in (value[XMLExtension.order]?.elements ?? []).enumerated() {
      if let name = name.string { order[name] = order[name] ?? rank }
    }
    for member in members {
      guard let found = schema(member.value, depth: depth + 1) else { return false }
      let schema = found.isOnlyReference(toList: member.value) ? found.content.allOf[0] : found
      let isRequired = required.contains { $0.isIdentical(to: member.key) }
      var read = Schema.Member(member.key, schema, isRequired: isRequired)
      read.xml = member.value.placement(named: member.key, as: schema)
      read.xml.order = order[member.key] ?? .max
      content.members.append(read)
    }
    content.requiredNames = required.filter { name in
      !members.contains { $0.key.isIdentical(to: name) }
    }
    guard let patterns = entries(value["patternProperties"], depth),
      read(value["additionalProperties"], depth, into: &content.additionalProperties),
      readDependencies(value, depth, &content)
    else { return false }
    content.patternProperties = patterns
    if draft >= .draft6 {
      guard read(value["propertyNames"], depth, into: &content.propertyNames) else { return false }
    }
    content.minProperties = (try? object.count("minProperties")) ?? nil
    content.maxProperties = (try? object.count("maxProperties")) ?? nil
    return true
  }

  private func readDependencies(
    _ value: JSON,
    _ depth: Int,
    _ content: inout Schema.Content
  ) -> Bool {
    let keywords =
      dialect.draft >= .draft201909
      ? ["dependencies", "dependentRequired", "dependentSchemas"] : ["dependencies"]
    for keyword in keywords {
      for member in value[keyword]?.members ?? [] {
        if let needs = member.value.elements, keyword != "dependentSchemas" {
          let dependency = Schema.Dependency(
            name: member.key,
            needs: needs.compactMap(\.string),
            keyword: keyword
          )
          content.dependentRequired.append(dependency)
          continue
        }
        guard let schema = schema(member.value, depth: depth + 1) else { return false }
        content.dependentSchemas.append(Schema.Entry(name: member.key, schema: schema))
      }
    }
    return true
  }

  private func readBranches(_ value: JSON, _ depth: Int, _ content: inout Schema.Content) -> Bool {
    guard let all = schemas(value["allOf"], depth), let any = schemas(value["anyOf"], depth),
      let one = schemas(value["oneOf"], depth), read(value["not"], depth, into: &content.not)
    else { return false }
    (content.allOf, content.anyOf, content.oneOf) = (all, any, one)
    if dialect.draft >= .draft7 {
      guard read(value["if"], depth, into: &content.condition),
        read(value["then"], depth, into: &content.consequence),
        read(value["else"], depth, into: &content.alternative)
      else { return false }
    }
    guard let reference = value["$ref"]?.string else { return true }
    guard let target = follow(reference, depth) else { return false }
    content.allOf.append(target)
    return true
  }

  private func readAnnotations(_ value: JSON, _ content: inout Schema.Content) {
    content.description = value["description"]?.string
    content.defaultValue = value["default"]
    let facet = value[XMLExtension.facet]
    content.xml.name = facet?["name"]?.string
    content.xml.namespace = facet?["namespace"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    // A title names the element of a schema in Swift; in a document it names nothing.
    if content.xml.name != nil { content.title = value["title"]?.string }
    if value[XMLExtension.order]?.elements != nil { content.xml.order = .dataContract }
    content.xml.entries = value[XMLExtension.entries] == true
    if value.isOfArrays {
      content.xml.wrapped = value.xmlObject?.isWrapped ?? !followsOpenAPI
    }
  }
}

extension Schema {
  /// Whether the schema of a member says nothing but that a list which is declared elsewhere is meant.
  fileprivate func isOnlyReference(toList value: JSON) -> Bool {
    content.allOf.count == 1 && content.allOf[0].content.types?.contains(.array) == true
      && value.xmlObject == nil && !value.isOfArrays
  }

  /// The facet that the schema states itself, or the one that it refers to.
  fileprivate var statedXML: XMLFacet {
    guard content.xml.name == nil, content.allOf.count == 1 else { return content.xml }
    return content.allOf[0].statedXML
  }
}

extension JSON {
  /// How the member with this schema is written as XML.
  fileprivate func placement(named name: String, as schema: Schema) -> Schema.XMLPlacement {
    var placement = Schema.XMLPlacement()
    let facet = self[XMLExtension.facet]
    let items = schema.isBareList ? schema.content.items?.statedXML : nil
    let stated = schema.isBareList ? items?.name : facet?["name"]?.string
    placement.name = stated.flatMap { $0.isIdentical(to: name) ? nil : $0 }
    placement.namespace = items?.namespace ?? facet?["namespace"]?.string ?? ""
    placement.attribute = facet?.isAttribute == true
    placement.absent = self[XMLExtension.absent] == true
    return placement
  }
}
