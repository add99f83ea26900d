/// Reads how values are written as XML; what is no such keyword says nothing.
extension SchemaObject {
  /// The facet of the schema itself.
  var xmlKeywords: XMLKeywords {
    XMLKeywords(
      name: value.facetName,
      order: value[XMLExtension.order]?.elements == nil ? .any : .declared,
      wrapped: value.xmlObject?.isWrapped ?? true,
      entries: value[XMLExtension.entries] == true,
      typeNames: typeNames
    )
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

  /// A member with its place in XML, given its schema in `properties` and its place in the order.
  fileprivate func placed(
    _ member: CompiledMember,
    _ schema: JSON?,
    _ list: XMLListFacet?,
    rank: Int?
  ) -> CompiledMember {
    var member = member
    member.rank = rank ?? .max
    guard let schema else {
      member.element.namespace = value[XMLExtension.facet]?.namespace
      return member
    }
    let facet = schema[XMLExtension.facet]
    member.isAttribute = facet?.isAttribute == true
    member.isAbsentFromXML = schema[XMLExtension.absent] == true
    member.element.local = facet?["name"]?.string ?? member.name
    member.element.namespace = facet?.namespace
    if let list, !list.isWrapped {
      // The items are named by themselves, or by the member (OpenAPI 3.1, section 4.8.26).
      member.isBareList = true
      member.element.local = list.items?["name"]?.string ?? member.name
      member.element.namespace = list.items?.namespace ?? facet?.namespace
    }
    return member
  }
}

extension ObjectKeywords.Draft {
  /// Gives the members their places in XML; those that are lists are written as told.
  mutating func placeInXML(_ object: SchemaObject, lists: [[UInt8]: XMLListFacet]) {
    if object.speaksOfXML || !lists.isEmpty {
      var schemas: [Int: JSON] = [:]
      for property in object.value["properties"]?.members ?? [] {
        // Of members with the same name the first counts.
        guard let place = members.place(of: property.key), schemas[place] == nil else { continue }
        schemas[place] = property.value
      }
      var ranks: [Int: Int] = [:]
      let order = object.value[XMLExtension.order]?.elements ?? []
      for (rank, name) in order.enumerated() {
        guard let place = name.string.flatMap(members.place) else { continue }
        ranks[place] = ranks[place] ?? rank
      }
      var placed = MemberTable()
      for (place, member) in members.list.enumerated() {
        let list = lists[Array(member.name.utf8)]
        placed.append(object.placed(member, schemas[place], list, rank: ranks[place]))
      }
      members = placed
    }
    for (place, member) in members.list.enumerated() where !member.isAttribute {
      elements[member.element] = place
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
