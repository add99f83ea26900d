/// Reads how values are written as XML; what is no such keyword says nothing.
extension SchemaObject {
  /// How the values of the schema itself are written.
  var xmlKeywords: [XMLKeyword] {
    var keywords: [XMLKeyword] = []
    if let name = value.facetName { keywords.append(.name(name)) }
    if isOrderedInXML { keywords.append(.ordered) }
    if value[XMLExtension.entries] == true { keywords.append(.entries) }
    if !typeNames.isEmpty { keywords.append(.typeNames(typeNames)) }
    return keywords
  }

  /// How the value is written as XML: a document names elements by their `xml` objects alone.
  func xmlFacet(followsOpenAPI: Bool) -> Schema.XMLFacet {
    let stated = value[XMLExtension.facet]
    let own = value[XMLExtension.own]
    var facet = Schema.XMLFacet()
    facet.name = own?["name"]?.string ?? value.facetName?.local
    facet.namespace = own == nil ? stated?.namespace : own?.namespace
    facet.order = isOrderedInXML ? .declared : .any
    if isOrderedInXML, value[XMLExtension.rule] == "dataContract" { facet.order = .dataContract }
    facet.entries = value[XMLExtension.entries] == true
    facet.isNamedByTitle = false
    facet.typeNames = typeNames
    if value.isOfArrays { facet.wrapped = value.xmlObject?.isWrapped ?? !followsOpenAPI }
    return facet
  }

  /// Whether the elements of an object stand in an order.
  var isOrderedInXML: Bool { value[XMLExtension.order]?.elements != nil }

  /// The places of the members in that order, by the bytes of their names; the first one counts.
  var xmlRanks: [[UInt8]: Int] {
    let names = value[XMLExtension.order]?.elements ?? []
    let ranks = names.enumerated().compactMap { rank, name in
      name.string.map { (Array($0.utf8), rank) }
    }
    return Dictionary(ranks) { first, _ in first }
  }

  /// The name under which the schema is kept beside others, which is that of a type.
  ///
  /// A title is for people, and an `xml` object names elements: neither of them names a type alone.
  private var typeNames: [XMLName] {
    let tokens = location.split(separator: "/", omittingEmptySubsequences: false)
    guard tokens.count > 1, ["$defs", "definitions", "schemas"].contains(tokens[tokens.count - 2]),
      let name = JSONPointer(parsing: "/" + tokens[tokens.count - 1])?.tokens.first
    else { return [] }
    let namespace = value[XMLExtension.facet]?.namespace
    return [name, value["title"]?.string].compactMap(\.self).map {
      XMLName(namespace: namespace, local: $0)
    }
  }

  /// Whether the schema, or a member of its `properties`, says anything of XML.
  var speaksOfXML: Bool {
    value[XMLExtension.facet] != nil || value[XMLExtension.order] != nil
      || value["properties"]?.members?.contains { member in
        member.value[XMLExtension.facet] != nil || member.value[XMLExtension.absent] != nil
      } == true
  }

  /// Where a member stands in XML, given its schema in `properties`.
  func xmlPlacement(
    of name: String,
    _ schema: JSON,
    _ list: XMLListFacet?
  ) -> Schema.XMLPlacement {
    let facet = schema[XMLExtension.facet]
    var local = facet?["name"]?.string ?? name
    var namespace = facet?.namespace
    if let list, !list.isWrapped {
      // The items are named by themselves, or by the member (OpenAPI 3.1, section 4.8.26).
      local = list.items?["name"]?.string ?? name
      namespace = list.items?.namespace ?? facet?.namespace
    }
    var placement = Schema.XMLPlacement()
    placement.name = local.isIdentical(to: name) ? nil : local
    placement.namespace = namespace ?? ""
    placement.attribute = facet?.isAttribute == true
    placement.absent = schema[XMLExtension.absent] == true
    placement.order = schema[XMLExtension.number]?.number?.int
    placement.inherited = schema[XMLExtension.inherited]?.string.map { base in
      Schema.InheritedNamespace(namespace: base.isEmpty ? nil : base)
    }
    return placement
  }

  /// What makes the member of a name that `properties` does not declare.
  var undeclaredMember: (String) -> CompiledMember {
    let namespace = value[XMLExtension.facet]?.namespace
    let ranks = xmlRanks
    return { name in
      CompiledMember(
        name: name,
        schema: nil,
        element: XMLName(namespace: namespace, local: name),
        rank: ranks[Array(name.utf8)] ?? .max
      )
    }
  }
}

// MARK: - The xml object

extension JSON {
  /// The `xml` object of the schema.
  var xmlObject: JSON? {
    self[XMLExtension.facet].flatMap { $0.members == nil ? nil : $0 }
  }

  /// Whether an `xml` object gives a list an element of its own; `nodeType` is OpenAPI 3.2's word.
  var isWrapped: Bool { self["wrapped"] == true || self["nodeType"] == "element" }

  /// Whether an `xml` object makes an attribute of a value.
  var isAttribute: Bool { self["attribute"] == true || self["nodeType"] == "attribute" }

  /// The namespace that an `xml` object states; an empty one means none.
  var namespace: String? {
    self["namespace"]?.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether the schema says that its values are lists.
  var isOfArrays: Bool {
    self["type"] == "array" || self["type"]?.elements?.contains("array") == true
  }

  /// The name of the element that OpenAPI's `xml` object of the schema states.
  fileprivate var facetName: XMLName? {
    guard let facet = self[XMLExtension.facet], let name = facet["name"]?.string else { return nil }
    return XMLName(namespace: facet.namespace, local: name)
  }
}
