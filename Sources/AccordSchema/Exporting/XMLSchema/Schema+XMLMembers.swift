/// The keywords that say how a value is written as XML.
///
/// `xml` is OpenAPI's object (OpenAPI 3.1, section 4.8.26). What it cannot say stands in extension
/// keywords beside it.
enum XMLExtension {
  static let facet = "xml"
  /// The names of the members whose elements stand in this order; without it they stand in any.
  static let order = "x-xml-order"
  /// Whether an object is a list of entries, each with `Key` and `Value`.
  static let entries = "x-xml-entries"
  /// Whether a member is never in XML.
  static let absent = "x-xml-absent"
}

extension Schema {
  /// The keywords of the XML facet of a schema at a position.
  func xmlMembers(_ position: JSONSchemaWriter.Position) -> [JSONMember] {
    var facet: [JSONMember] = []
    var members: [JSONMember] = []
    func name(_ name: XMLName?) {
      guard let name else { return }
      facet.append(JSONMember("name", .string(name.local)))
      if let namespace = name.namespace {
        facet.append(JSONMember("namespace", .string(namespace)))
      }
    }
    switch position {
    case .own:
      name(xmlElementName)
    case .item:
      name(xmlItemName)
    case .bareItem(let element):
      name(element)
    case .member(let member, let parent):
      let namespace = parent.xmlNamespace(of: member)
      if !member.xmlName.isIdentical(to: member.name) {
        facet.append(JSONMember("name", .string(member.xmlName)))
      }
      if let namespace { facet.append(JSONMember("namespace", .string(namespace))) }
      if member.xml.attribute { facet.append(JSONMember("attribute", true)) }
      if member.xml.absent { members.append(JSONMember(XMLExtension.absent, true)) }
      if content.types?.contains(.array) == true {
        facet.append(JSONMember("wrapped", .boolean(content.xml.wrapped)))
      } else if content.document?.root.isOfArrays == true {
        // Elsewhere a list that is referred to is written as OpenAPI says.
        facet.append(JSONMember("wrapped", true))
      }
    }
    if case .own = position, facet.isEmpty, let namespace = content.xml.namespace {
      facet.append(JSONMember("namespace", .string(namespace)))
    }
    if !facet.isEmpty { members.append(JSONMember(XMLExtension.facet, .object(facet))) }
    if content.xml.order != .any, !content.members.isEmpty {
      let ranks = xmlRanks
      let sorted = content.members.indices.sorted { ranks[$0] < ranks[$1] }
      let names = sorted.map { JSON.string(content.members[$0].name) }
      members.append(JSONMember(XMLExtension.order, .array(names)))
    }
    if content.xml.entries { members.append(JSONMember(XMLExtension.entries, true)) }
    return members
  }
}
