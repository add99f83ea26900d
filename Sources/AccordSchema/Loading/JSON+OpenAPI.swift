/// What tells that the schemas of a document are written in XML as OpenAPI says.
extension JSON {
  /// Whether this is an OpenAPI document, or one with an `xml` object of OpenAPI anywhere.
  var followsOpenAPI: Bool {
    if self["openapi"]?.string != nil || self["swagger"]?.string != nil { return true }
    var open: [(value: JSON, hasNames: Bool)] = [(self, false)]
    while let (value, hasNames) = open.popLast() {
      switch value {
      case .array(let elements):
        for element in elements where element.isContainer { open.append((element, false)) }
      case .object(let members):
        for member in members where member.value.isContainer {
          if !hasNames, member.key == "xml", member.value.isXMLObject { return true }
          open.append((member.value, !hasNames && Self.isMapOfNames(member.key)))
        }
      case .null, .boolean, .number, .string: continue
      }
    }
    return false
  }

  /// Whether the members of a keyword have names that somebody chose, of which `xml` may be one.
  private static func isMapOfNames(_ name: String) -> Bool {
    name == "schemas" || Keyword(rawValue: name)?.facts.shape == .map
  }

  private var isContainer: Bool { members != nil || elements != nil }

  /// Whether each member is one of OpenAPI's `xml` object (OpenAPI 3.0 to 3.2).
  private var isXMLObject: Bool {
    let names = ["name", "namespace", "prefix", "attribute", "wrapped", "nodeType"]
    return members?.allSatisfy { names.contains($0.key) || $0.key.hasPrefix("x-") } == true
  }
}
