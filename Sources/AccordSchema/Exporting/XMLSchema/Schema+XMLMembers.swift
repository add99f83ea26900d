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
  /// The name and the namespace that the element of a schema has elsewhere, where a member names it.
  static let own = "x-xml-own"
  /// What the order follows from: `dataContract`, where it is not a matter of its own.
  static let rule = "x-xml-order-rule"
  /// The explicit order of a member (`DataMember.Order`), from which that order follows.
  static let number = "x-xml-number"
  /// The namespace of the base type from which a member comes; empty for none.
  static let inherited = "x-xml-inherited"
}

extension Schema {
  /// The keywords that say where in XML a schema at a position stands.
  func xmlPlacement(_ position: JSONSchemaWriter.Position) -> [JSONMember] {
    var facet: [JSONMember] = []
    var members: [JSONMember] = []
    func name(_ name: XMLName?) {
      if let name { facet = name.facet }
    }
    func own() {
      guard case .written = node, let name = xmlElementName else { return }
      members.append(JSONMember(XMLExtension.own, .object(name.facet)))
    }
    switch position {
    case .own:
      name(xmlElementName)
    case .item:
      name(xmlItemName)
    case .bareItem(let element):
      name(element)
      own()
    case .member(let member, let parent):
      let namespace = parent.xmlNamespace(of: member)
      if !member.xmlName.isIdentical(to: member.name) {
        facet.append(JSONMember("name", .string(member.xmlName)))
      }
      if let namespace { facet.append(JSONMember("namespace", .string(namespace))) }
      if member.xml.attribute { facet.append(JSONMember("attribute", true)) }
      if member.xml.absent { members.append(JSONMember(XMLExtension.absent, true)) }
      own()
      if let order = member.xml.order {
        members.append(JSONMember(XMLExtension.number, .number(JSONNumber(order))))
      }
      if let inherited = member.xml.inherited {
        members.append(JSONMember(XMLExtension.inherited, .string(inherited.namespace ?? "")))
      }
      if withMergedMembers.content.types?.contains(.array) == true {
        facet.append(JSONMember("wrapped", .boolean(content.xml.wrapped)))
      }
    }
    if case .own = position, facet.isEmpty, let namespace = content.xml.namespace {
      facet.append(JSONMember("namespace", .string(namespace)))
    }
    if !facet.isEmpty { members.append(JSONMember(XMLExtension.facet, .object(facet))) }
    return members
  }

  /// The keywords of the XML facet of a schema at a position, those of its own content among them.
  func xmlMembers(_ position: JSONSchemaWriter.Position) -> [JSONMember] {
    var members = xmlPlacement(position)
    let content = self.content
    if content.xml.order != .any, !content.members.isEmpty {
      let ranks = xmlRanks
      let sorted = content.members.indices.sorted { ranks[$0] < ranks[$1] }
      let names = sorted.map { JSON.string(content.members[$0].name) }
      members.append(JSONMember(XMLExtension.order, .array(names)))
      if content.xml.order == .dataContract {
        members.append(JSONMember(XMLExtension.rule, "dataContract"))
      }
    }
    if content.xml.entries { members.append(JSONMember(XMLExtension.entries, true)) }
    return members
  }
}

extension XMLName {
  /// The members of an `xml` object that state the name.
  fileprivate var facet: [JSONMember] {
    [JSONMember("name", .string(local))]
      + (namespace.map { [JSONMember("namespace", .string($0))] } ?? [])
  }
}
