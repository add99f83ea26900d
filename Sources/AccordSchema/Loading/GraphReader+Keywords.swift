extension GraphReader {
  // MARK: - Arrays

  mutating func readItems(
    of node: Node,
    into content: inout Schema.Content
  ) throws(SchemaError) {
    if node.draft == .draft202012 {
      content.prefixItems = try schemas("prefixItems", of: node)
      content.items = try schema("items", of: node)
    } else if node.object.value["items"]?.elements != nil {
      content.prefixItems = try schemas("items", of: node)
      content.items = try schema("additionalItems", of: node)
    } else {
      content.items = try schema("items", of: node)
    }
    if node.draft >= .draft6 { content.contains = try schema("contains", of: node) }
  }

  func readCounts(of node: Node, into content: inout Schema.Content) throws(SchemaError) {
    let object = node.object
    content.minItems = try object.count("minItems")
    content.maxItems = try object.count("maxItems")
    content.uniqueItems = try object.boolean("uniqueItems") ?? false
    content.minProperties = try object.count("minProperties")
    content.maxProperties = try object.count("maxProperties")
    try require(of: node, in: &content)
    guard node.draft >= .draft201909 else { return }
    content.minContains = try object.count("minContains")
    content.maxContains = try object.count("maxContains")
    for member in try object.members("dependentRequired") ?? [] {
      let needs = try object.names(member.value, "dependentRequired")
      content.dependentRequired.append(Schema.Dependency(name: member.key, needs: needs))
    }
  }

  private func require(of node: Node, in content: inout Schema.Content) throws(SchemaError) {
    guard let value = node.object.value["required"] else { return }
    for name in try node.object.names(value, "required") {
      if let place = content.members.firstIndex(where: { $0.name.isIdentical(to: name) }) {
        content.members[place].isRequired = true
      } else if !content.requiredNames.contains(where: { $0.isIdentical(to: name) }) {
        content.requiredNames.append(name)
      }
    }
  }

  // MARK: - Objects

  mutating func readMembers(
    of node: Node,
    into content: inout Schema.Content
  ) throws(SchemaError) {
    let members = try node.object.members("properties") ?? []
    let lists = compiler.lists(in: node.object, at: node.place)
    var table = ObjectKeywords.Draft()
    for member in members { table.declare(member.key, 0) }
    table.placeInXML(node.object, lists: lists)
    let isOrdered = node.object.value[XMLExtension.order]?.elements != nil
    for (member, compiled) in zip(members, table.members.list) {
      let place = node.place.inside("/properties/" + JSONPointer.escaped(member.key))
      let wrapped = lists[Array(member.key.utf8)].map(\.isWrapped)
      let schema = schema(member.value, at: place, of: node.graph, wrapped: wrapped)
      var read = Schema.Member(member.key, schema, isRequired: false)
      read.description = member.value["description"]?.string
      read.xml = Schema.XMLPlacement(compiled, member.value)
      if isOrdered { read.xml.rank = compiled.rank }
      content.members.append(read)
    }
    content.patternProperties = try entries("patternProperties", of: node)
    content.additionalProperties = try schema("additionalProperties", of: node)
    if node.draft >= .draft6 {
      content.propertyNames = try schema("propertyNames", of: node)
    }
    try readDependencies(of: node, into: &content)
  }

  /// `dependencies`, which 2019-09 split in two, is still known after that (core, appendix).
  private mutating func readDependencies(
    of node: Node,
    into content: inout Schema.Content
  ) throws(SchemaError) {
    for member in try node.object.members("dependencies") ?? [] {
      if member.value.elements != nil {
        let needs = try node.object.names(member.value, "dependencies")
        content.dependentRequired.append(
          Schema.Dependency(name: member.key, needs: needs, keyword: "dependencies")
        )
        continue
      }
      let place = node.place.inside("/dependencies/" + JSONPointer.escaped(member.key))
      let schema = schema(member.value, at: place, of: node.graph)
      content.dependentSchemas.append(Schema.Entry(name: member.key, schema: schema))
    }
    if node.draft >= .draft201909 {
      content.dependentSchemas += try entries("dependentSchemas", of: node)
    }
  }

  // MARK: - The value itself

  mutating func readBranches(
    of node: Node,
    into content: inout Schema.Content
  ) throws(SchemaError) {
    content.allOf = try schemas("allOf", of: node)
    content.anyOf = try schemas("anyOf", of: node)
    content.oneOf = try schemas("oneOf", of: node)
    content.not = try schema("not", of: node)
    guard node.draft >= .draft7 else { return }
    content.condition = try schema("if", of: node)
    content.consequence = try schema("then", of: node)
    content.alternative = try schema("else", of: node)
  }

  mutating func readUnevaluated(
    of node: Node,
    into content: inout Schema.Content
  ) throws(SchemaError) {
    guard node.draft >= .draft201909 else { return }
    content.contentSchema = try schema("contentSchema", of: node)
    guard node.object.dialect.speaks(.unevaluated) else { return }
    content.unevaluatedItems = try schema("unevaluatedItems", of: node)
    content.unevaluatedProperties = try schema("unevaluatedProperties", of: node)
  }

  // MARK: - XML

  /// How the value is written as XML: a document names elements by their `xml` objects alone.
  func xmlFacet(of node: Node) -> Schema.XMLFacet {
    let keywords = node.object.xmlKeywords
    let stated = node.object.value[XMLExtension.facet]
    var facet = Schema.XMLFacet()
    let own = node.object.value[XMLExtension.own]
    facet.name = own?["name"]?.string ?? keywords.name?.local
    facet.namespace = own == nil ? stated?.namespace : own?.namespace
    facet.order = keywords.order
    if keywords.order != .any, node.object.value[XMLExtension.rule] == "dataContract" {
      facet.order = .dataContract
    }
    facet.entries = keywords.entries
    facet.isNamedByTitle = false
    facet.typeNames = keywords.typeNames
    if node.object.value.isOfArrays {
      let followsOpenAPI = index.followsOpenAPI(at: node.place)
      facet.wrapped = node.object.value.xmlObject?.isWrapped ?? !followsOpenAPI
    }
    return facet
  }
}

extension Schema.XMLPlacement {
  /// The placement of a member of a document, given its schema there.
  init(_ member: CompiledMember, _ schema: JSON) {
    self.init()
    name = member.element.local.isIdentical(to: member.name) ? nil : member.element.local
    namespace = member.element.namespace ?? ""
    attribute = member.isAttribute
    absent = member.isAbsentFromXML
    order = schema[XMLExtension.number]?.number?.int
    inherited = schema[XMLExtension.inherited]?.string.map { base in
      Schema.InheritedNamespace(namespace: base.isEmpty ? nil : base)
    }
  }
}

extension Schema.Content {
  /// Takes over what a schema says that refuses nothing.
  mutating func annotate(with node: GraphReader.Node) {
    let value = node.object.value
    comment = value["$comment"]?.string ?? comment
    title = value["title"]?.string ?? title
    description = value["description"]?.string ?? description
    defaultValue = value["default"] ?? defaultValue
    isDeprecated = value["deprecated"]?.boolean ?? isDeprecated
    isReadOnly = value["readOnly"]?.boolean ?? isReadOnly
    isWriteOnly = value["writeOnly"]?.boolean ?? isWriteOnly
    contentEncoding = value["contentEncoding"]?.string ?? contentEncoding
    contentMediaType = value["contentMediaType"]?.string ?? contentMediaType
    // OpenAPI has `example` beside them.
    let stated = value["examples"]?.elements ?? value["example"].map { [$0] }
    examples = stated ?? examples
  }
}
