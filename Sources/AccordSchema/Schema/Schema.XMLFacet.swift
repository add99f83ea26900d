extension Schema {
  /// The order in which the elements of an object may stand in XML.
  public enum XMLOrder: Sendable, Hashable, CaseIterable {
    /// As the members are declared.
    case declared
    /// As DataContractSerializer orders them.
    ///
    /// Members of base types come first, then members without an order of their own in ordinal
    /// alphabetical order, then the others by their order.
    case dataContract
    /// In any order.
    case any
  }

  /// What only matters when the value is written as XML.
  ///
  /// The names are those of OpenAPI's `xml` object; the order is our own.
  package struct XMLFacet: Sendable, Hashable {
    /// The local name of the element; the title stands in where there is none.
    package var name: String?
    package var namespace: String?
    package var order: XMLOrder = .any
    /// A wrapped list has an element of its own around its items.
    package var wrapped = true
    /// A JSON object with free names is a list of entries with `Key` and `Value` in XML.
    package var entries = false
    /// Whether the title names the element where nothing else does, and the type the item of a list: it
    /// is so in Swift, and in no document.
    var isNamedByTitle = true
    /// The names that `xsi:type` may have, where the title is none.
    var typeNames: [XMLName]?

    package init() {}

    package var isDefault: Bool { self == Self() }
  }

  /// How one member of an object is written as XML.
  package struct XMLPlacement: Sendable, Hashable {
    package var name: String?
    /// The namespace that the member itself states.
    package var namespace: String?
    package var attribute = false
    /// The member is never in XML: a .NET property without a setter is not serialised.
    package var absent = false
    /// The member's explicit order (`DataMember.Order`).
    package var order: Int?
    /// The place among the elements, where a document lists them.
    package var rank: Int?
    /// How deep in the chain of base types the member is declared: 0 is the outermost base.
    package var level = 0
    /// Members of a base type carry that type's namespace, not the one of the type that extends it.
    package var inherited: InheritedNamespace?

    package init() {}
  }

  /// The namespace of the base type that declares a member.
  package struct InheritedNamespace: Sendable, Hashable {
    package var namespace: String?

    package init(namespace: String?) {
      self.namespace = namespace
    }
  }

  /// The local name of the element that holds a value of this schema, if the schema states one.
  package var xmlName: String? {
    let content = self.content
    return content.xml.name ?? (content.xml.isNamedByTitle ? content.title : nil)
  }

  /// The namespace of the element of a member of this object.
  package func xmlNamespace(of member: Member) -> String? { content.xmlNamespace(of: member) }
}

extension Schema.Content {
  /// The namespace of the element of a member of this object.
  func xmlNamespace(of member: Schema.Member) -> String? {
    if let namespace = member.xml.namespace {
      return namespace.isEmpty ? nil : namespace
    }
    if member.xml.attribute { return nil }
    if let inherited = member.xml.inherited { return inherited.namespace }
    return xml.namespace
  }
}

extension Schema {
  /// The namespace of DataContract's own lists and dictionaries.
  package static let arraysNamespace =
    "http://schemas.microsoft.com/2003/10/Serialization/Arrays"

  /// The expanded name of the element that holds a value of this schema, if the schema states one.
  package var xmlElementName: XMLName? {
    xmlName.map { XMLName(namespace: content.xml.namespace, local: $0) }
  }

  /// The expanded name of the element of an item of this schema in a list, if it can be known.
  ///
  /// Values that are no objects have DataContract's names for the .NET type. A number may be one of
  /// several of them.
  package var xmlItemName: XMLName? {
    if let name = xmlElementName { return name }
    let content = self.content
    guard content.xml.isNamedByTitle, let local = content.primitiveName else { return nil }
    return XMLName(namespace: content.xml.namespace ?? Self.arraysNamespace, local: local)
  }
}

extension Schema.Content {
  /// DataContract's name for the .NET type of a value, where it is only one.
  fileprivate var primitiveName: String? {
    switch types?.subtracting(.null) {
    case .some(.boolean): return "boolean"
    case .some(.string):
      switch format {
      case nil: return "string"
      case "guid": return "guid"
      case "date-time", "dotnet-date-time": return "dateTime"
      case "duration": return "duration"
      case "base64": return "base64Binary"
      case "uri": return "anyURI"
      default: return "string"
      }
    default: return nil
    }
  }
}
