/// A list as OpenAPI writes it in XML.
struct XMLListFacet {
  /// Whether the list has an element of its own around those of its items.
  var isWrapped: Bool
  /// The `xml` object of the items.
  var items: JSON?
}

extension DocumentCompiler {
  /// Notes a `nodeType` (OpenAPI 3.2, section 4.26) that is not read.
  ///
  /// Lists and references have no node of their own unless they say so.
  mutating func noteNodeType(of object: SchemaObject) {
    guard let type = object.value.xmlObject?["nodeType"]?.string else { return }
    switch type {
    case "element", "attribute": return
    case "none" where object.value.isOfArrays: return
    case "none" where object.value["$ref"] != nil || object.value["$dynamicRef"] != nil: return
    default:
      let notice = SchemaNotice.Reason.nodeType(
        type,
        isKnown: ["text", "cdata", "none"].contains(type)
      )
      notices.append(SchemaNotice(notice, at: object.location + "/xml/nodeType"))
    }
  }

  /// The members of an object that are lists, by the bytes of their names.
  mutating func lists(
    in object: SchemaObject,
    at place: SchemaPlace
  ) -> [[UInt8]: XMLListFacet] {
    let followsOpenAPI = index.followsOpenAPI(at: place)
    guard followsOpenAPI || object.speaksOfXML, let resource = index.schemas[place]?.resource else {
      return [:]
    }
    var lists: [[UInt8]: XMLListFacet] = [:]
    for property in object.value["properties"]?.members ?? [] {
      let name = Array(property.key.utf8)
      // Of members with the same name the first counts.
      guard lists[name] == nil else { continue }
      let parts = self.parts(of: property.value, in: resource)
      guard parts.contains(where: \.value.isOfArrays) else { continue }
      let facet = parts.lazy.compactMap { $0.value.xmlObject }.first
      let items = parts.lazy.compactMap { part in part.value["items"].map { ($0, part.resource) } }
        .first
      var itemsFacet: JSON?
      if let (items, resource) = items {
        let parts = self.parts(of: items, in: resource)
        itemsFacet = parts.lazy.compactMap { $0.value.xmlObject }.first
      }
      let isWrapped = facet?.isWrapped ?? !(followsOpenAPI || itemsFacet != nil)
      lists[name] = XMLListFacet(isWrapped: isWrapped, items: itemsFacet)
    }
    return lists
  }

  /// A schema and those that it only refers to, in turn; what a reference leads to is looked at no
  /// further than sixteen steps.
  private mutating func parts(
    of value: JSON,
    in resource: Int
  ) -> [(value: JSON, resource: Int)] {
    var parts = [(value: value, resource: resource)]
    for _ in 0..<16 {
      guard let last = parts.last else { break }
      let alone = last.value["allOf"]?.elements.flatMap { $0.count == 1 ? $0[0] : nil }
      let reference = last.value["$ref"]?.string
      // A reference that leads nowhere is refused where it is compiled.
      guard let followed = reference ?? alone?["$ref"]?.string,
        let target = try? index.follow(followed, from: last.resource, at: ""),
        let placed = index.schemas[target.place]
      else { break }
      let draft = index.resources[last.resource].dialect.draft
      if draft.ignoresSiblingsOfReference, reference != nil { parts.removeLast() }
      parts.append((placed.value, placed.resource))
    }
    return parts
  }
}
