/// A type of texts in XML Schema: one of its own, or one that is derived from it in place.
enum SimpleType: Sendable, Hashable {
  case builtin(String)
  /// An element `simpleType`.
  case derived(XSDNode)

  /// The type that no text has.
  static let never = SimpleType.builtin("xs:boolean").restricted([.pattern("never")])

  /// The texts of any of the types.
  static func union(_ members: [SimpleType]) -> SimpleType {
    var union = XSDNode("union")
    var names: [String] = []
    for member in members {
      switch member {
      case .builtin(let name): if !names.contains(name) { names.append(name) }
      case .derived(let node): if !union.children.contains(node) { union.children.append(node) }
      }
    }
    if names.count + union.children.count == 1, let first = members.first { return first }
    if !names.isEmpty { union.set("memberTypes", names.joined(separator: " ")) }
    return .derived(XSDNode("simpleType", [], [union]))
  }

  /// The texts of the type for which the facets hold; several patterns or values are alternatives.
  func restricted(_ facets: [Facet]) -> SimpleType {
    guard !facets.isEmpty else { return self }
    var restriction = XSDNode("restriction")
    switch self {
    case .builtin(let name): restriction.set("base", name)
    case .derived(let node): restriction.children = [node]
    }
    restriction.children += facets.map { XSDNode($0.name, [("value", $0.value)]) }
    return .derived(XSDNode("simpleType", [], [restriction]))
  }

  /// A constraining facet (XML Schema part 2, section 4.3).
  struct Facet: Sendable, Hashable {
    var name: String
    var value: String

    static func pattern(_ value: String) -> Facet { Facet(name: "pattern", value: value) }
    static func enumeration(_ value: String) -> Facet { Facet(name: "enumeration", value: value) }
  }
}
