/// Reads how values are written as XML; what is no such keyword says nothing.
extension SchemaObject {
  /// The facet of the schema itself.
  var xmlKeywords: XMLKeywords {
    XMLKeywords(
      name: value.facetName,
      order: value[XMLExtension.order]?.elements == nil ? .any : .declared,
      wrapped: value.isWrapped,
      entries: value[XMLExtension.entries] == true
    )
  }

  /// Whether the schema, or a member of its `properties`, says anything of XML.
  var speaksOfXML: Bool {
    value[XMLExtension.facet] != nil || value[XMLExtension.order] != nil
      || value["properties"]?.members?.contains { member in
        member.value[XMLExtension.facet] != nil || member.value[XMLExtension.absent] != nil
      } == true
  }

  /// A member with its place in XML, given its schema in `properties` and its place in the order.
  fileprivate func placed(_ member: CompiledMember, _ schema: JSON?, rank: Int?) -> CompiledMember {
    var member = member
    member.rank = rank ?? .max
    guard let schema else {
      member.element.namespace = value[XMLExtension.facet]?.namespace
      return member
    }
    let facet = schema[XMLExtension.facet]
    member.isAttribute = facet?["attribute"] == true
    member.isAbsentFromXML = schema[XMLExtension.absent] == true
    member.isBareList = schema.isOfArrays && !schema.isWrapped
    member.element.local = facet?["name"]?.string ?? member.name
    member.element.namespace = facet?.namespace
    if member.isBareList {
      // The items are named by themselves, or by the member (OpenAPI 3.1, section 4.8.26).
      let items = schema["items"]?[XMLExtension.facet]
      member.element.local = items?["name"]?.string ?? member.name
      member.element.namespace = items?.namespace ?? facet?.namespace
    }
    return member
  }
}

extension ObjectKeywords.Draft {
  /// Gives the members their places in XML.
  mutating func placeInXML(_ object: SchemaObject) {
    if object.speaksOfXML {
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
        placed.append(object.placed(member, schemas[place], rank: ranks[place]))
      }
      members = placed
    }
    for (place, member) in members.list.enumerated() where !member.isAttribute {
      elements[member.element] = place
    }
  }
}

extension JSON {
  /// The name of the element that OpenAPI's `xml` object of the schema states.
  fileprivate var facetName: XMLName? {
    guard let facet = self[XMLExtension.facet], let name = facet["name"]?.string else { return nil }
    return XMLName(namespace: facet.namespace, local: name)
  }

  /// The namespace that an `xml` object states; an empty one means none.
  fileprivate var namespace: String? {
    self["namespace"]?.string.flatMap { $0.isEmpty ? nil : $0 }
  }

  fileprivate var isOfArrays: Bool {
    self["type"] == "array" || self["type"]?.elements?.contains("array") == true
  }

  /// Whether a list has an element of its own: as OpenAPI says where there is an `xml` object, and
  /// else it has one.
  fileprivate var isWrapped: Bool {
    guard let facet = self[XMLExtension.facet], facet.members != nil else { return true }
    return facet["wrapped"] == true
  }
}
