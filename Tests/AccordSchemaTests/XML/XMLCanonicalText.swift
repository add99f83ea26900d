import AccordSchema

/// Writes a document in the canonical form that the W3C suite uses (James Clark's canonical XML):
/// no declaration and no comments, attributes sorted, empty elements with two tags.
enum XMLCanonicalText {
  static func text(of document: XMLDocument) -> String {
    var text = ""
    for node in document.children {
      write(node, [:], to: &text)
    }
    return text
  }

  /// Writes a node; `declared` holds the prefixes that are declared around it, as written.
  private static func write(_ node: XMLNode, _ declared: [String: String], to text: inout String) {
    switch node {
    case .element(let element): write(element, declared, to: &text)
    case .text(let content): text += escaped(content)
    case .comment: break
    case .processingInstruction(let target, let data): text += "<?\(target) \(data)?>"
    }
  }

  private static func write(
    _ element: XMLElement,
    _ outer: [String: String],
    to text: inout String
  ) {
    let name = [element.prefix, element.name.local].compactMap { $0 }.joined(separator: ":")
    text += "<" + name
    var declared = outer
    var declarations: [(String, String)] = []
    let used = Set([element.prefix ?? ""] + element.attributes.compactMap(\.prefix))
    for prefix in used.subtracting(["xml"]).sorted() {
      let namespace = element.namespace(forPrefix: prefix.isEmpty ? nil : prefix) ?? ""
      if namespace != declared[prefix, default: ""] {
        declarations.append((prefix.isEmpty ? "xmlns" : "xmlns:" + prefix, namespace))
        declared[prefix] = namespace
      }
    }
    let attributes = element.attributes.map { attribute in
      let name = [attribute.prefix, attribute.name.local].compactMap { $0 }.joined(separator: ":")
      return (name, attribute.value)
    }
    for (name, value) in (declarations + attributes).sorted(by: { $0.0 < $1.0 }) {
      text += " \(name)=\"\(escaped(value))\""
    }
    text += ">"
    for child in element.children {
      write(child, declared, to: &text)
    }
    text += "</\(name)>"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t": result += "&#9;"
      case "\n": result += "&#10;"
      case "\r": result += "&#13;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
