import Accord

/// Writes an XML document again in another spelling, or with another order.
struct XMLRewriter {
  /// How names are written.
  enum Names {
    /// With the prefixes of a table, all declared at the root.
    case prefixed
    /// Without prefixes: each element declares its namespace where it differs from its parent's.
    case defaulted
  }

  /// How an element without a value is written.
  enum Nothing {
    case selfClosing
    case endTag
    case one
    case absent
  }

  var names = Names.defaulted
  var nothing = Nothing.selfClosing
  var declaration = ""
  /// Stands before each child element.
  var between = ""
  /// Stands after the root.
  var end = ""
  var usesCDATA = false
  /// Puts the elements inside an element in another order, or leaves some out.
  var arrange: (XMLElement, [XMLElement]) -> [XMLElement] = { $1 }

  private static let instance = "http://www.w3.org/2001/XMLSchema-instance"

  /// The document in the other spelling; a text that is no XML stays.
  func rewrite(_ text: String) -> String {
    guard let document = try? XMLDocument(parsing: text) else { return text }
    return declaration + write(document.root, inside: nil) + end
  }

  private func write(_ element: XMLElement, inside parent: XMLElement?) -> String {
    let isNil = element[attribute: XMLName(namespace: Self.instance, local: "nil")] != nil
    if isNil, nothing == .absent { return "" }
    let tag = tag(element.name)
    var start = "<" + tag + declarations(element, inside: parent)
    if isNil { start += " xsi:nil=\"\(nothing == .one ? "1" : "true")\"" }
    let children = arrange(element, element.childElements)
    var content = ""
    for child in children { content += between + write(child, inside: element) }
    if !children.isEmpty { content += between }
    if element.childElements.isEmpty { content = written(element.text) }
    if content.isEmpty, nothing != .endTag { return start + "/>" }
    return start + ">" + content + "</\(tag)>"
  }

  private func tag(_ name: XMLName) -> String {
    guard names == .prefixed, let namespace = name.namespace else { return name.local }
    return prefix(of: namespace) + ":" + name.local
  }

  private func declarations(_ element: XMLElement, inside parent: XMLElement?) -> String {
    var text = ""
    if parent == nil {
      text += " xmlns:xsi=\"\(Self.instance)\""
      if names == .prefixed {
        for (prefix, namespace) in Self.prefixes { text += " xmlns:\(prefix)=\"\(namespace)\"" }
      }
    }
    if names == .defaulted, parent?.name.namespace != element.name.namespace || parent == nil {
      text += " xmlns=\"\(element.name.namespace ?? "")\""
    }
    return text
  }

  private func prefix(of namespace: String) -> String {
    Self.prefixes.first { $0.namespace == namespace }?.prefix ?? "unknown"
  }

  private static let prefixes: [(prefix: String, namespace: String)] = [
    ("s", "http://schemas.datacontract.org/2004/07/Eros.Subtle.Canvara.WebAPIModel.ServiceModel"),
    ("m", "http://schemas.datacontract.org/2004/07/Eros.Saguna.Common.WebAPIModel.Models"),
    ("t", "http://schemas.servicestack.net/types"),
    ("a", "http://schemas.microsoft.com/2003/10/Serialization/Arrays"),
  ]

  private func written(_ text: String) -> String {
    if usesCDATA, !text.isEmpty { return "<![CDATA[\(text)]]>" }
    return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
  }
}
