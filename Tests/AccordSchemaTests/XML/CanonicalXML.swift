@testable import AccordSchema

/// Writes a document as Canonical XML 1.0 with comments (W3C Recommendation of 15 March 2001).
struct CanonicalXML {
  private let document: XMLDocument
  private var text = ""

  static func text(of document: XMLDocument) -> String {
    var writer = Self(document: document)
    var isAfterRoot = false
    for node in document.children {
      // What stands outside the root element is kept apart by line feeds (section 2.3).
      if case .element(let element) = node {
        writer.write(element, [:])
        isAfterRoot = true
        continue
      }
      if isAfterRoot { writer.text += "\n" }
      writer.write(node, [:])
      if !isAfterRoot { writer.text += "\n" }
    }
    return writer.text
  }

  private init(document: XMLDocument) {
    self.document = document
  }

  private mutating func write(_ node: XMLNode, _ rendered: [String: String]) {
    switch node {
    case .element(let element): write(element, rendered)
    case .text(let content): text += Self.escaped(content, isAttribute: false)
    case .comment(let content): text += "<!--\(content)-->"
    case .processingInstruction(let target, let data):
      text += data.isEmpty ? "<?\(target)?>" : "<?\(target) \(data)?>"
    }
  }

  /// Writes an element; `rendered` holds the namespaces that the elements around it declare.
  private mutating func write(_ element: XMLElement, _ rendered: [String: String]) {
    let name = Self.name(element.prefix, element.name)
    text += "<" + name
    var rendered = rendered
    for (prefix, namespace) in declared(element).sorted(by: { $0.key < $1.key })
    where prefix != "xml" && rendered[prefix, default: ""] != namespace {
      rendered[prefix] = namespace
      let attribute = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
      text += " \(attribute)=\"\(Self.escaped(namespace, isAttribute: true))\""
    }
    let attributes = element.attributes.sorted { left, right in
      (left.name.namespace ?? "", left.name.local) < (right.name.namespace ?? "", right.name.local)
    }
    for attribute in attributes {
      let value = Self.escaped(attribute.value, isAttribute: true)
      text += " \(Self.name(attribute.prefix, attribute.name))=\"\(value)\""
    }
    text += ">"
    for child in element.children { write(child, rendered) }
    text += "</\(name)>"
  }

  /// The prefixes that are bound at an element, and their namespaces.
  private func declared(_ element: XMLElement) -> [String: String] {
    let tape = document.tape
    var declared: [String: String] = [:]
    var scope = Int(element.entry.scope)
    while scope != 0 {
      let prefix = tape.string(tape.scopes[scope].prefix)
      if declared[prefix] == nil {
        declared[prefix] = element.namespace(forPrefix: prefix.isEmpty ? nil : prefix) ?? ""
      }
      scope = Int(tape.scopes[scope].parent)
    }
    return declared
  }

  private static func name(_ prefix: String?, _ name: XMLName) -> String {
    prefix.map { $0 + ":" + name.local } ?? name.local
  }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">" where !isAttribute: result += "&gt;"
      case "\"" where isAttribute: result += "&quot;"
      case "\t" where isAttribute: result += "&#x9;"
      case "\n" where isAttribute: result += "&#xA;"
      case "\r": result += "&#xD;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
