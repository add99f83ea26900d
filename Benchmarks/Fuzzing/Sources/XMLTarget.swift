/// Documents for the reader of XML.
///
/// The last byte chooses the charset that comes with the document.
enum XMLTarget: FuzzTarget {
  private static let charsets: [String?] = [
    nil, "utf-8", "utf-16", "iso-8859-1", "us-ascii", "utf-16le",
  ]

  static func check(_ input: [UInt8]) {
    var bytes = input
    let choice = Int(bytes.popLast() ?? 0)
    let charset = choice < 128 ? nil : charsets[choice % charsets.count]
    let document: XMLDocument
    do throws(XMLSyntaxError) {
      document = try XMLDocument(parsing: bytes, charset: charset)
    } catch {
      expect((0...bytes.count).contains(error.position.byte), "a position is inside the document")
      expect(error.message != "not XML", "an error has words of its own")
      return
    }
    let written = XMLWriter.text(of: document)
    guard let again = try? XMLDocument(parsing: written) else {
      fatalError("broken promise: what is written can be read: \(written)")
    }
    expect(XMLWriter.text(of: again) == written, "writing is stable")
    checkPlaces(of: document, bytes.count)
    for validator in FuzzSchemas.validators {
      Verdicts.check(validator, document, bytes: bytes.count)
    }
  }

  private static func checkPlaces(of document: XMLDocument, _ count: Int) {
    var elements = [document.root]
    var looked = 0
    while let element = elements.popLast(), looked < 100 {
      looked += 1
      let range = element.byteRange
      expect(!range.isEmpty && range.upperBound <= count, "an element has bytes")
      expect(element.path.utf8.first == UInt8(ascii: "/"), "an element has a path")
      expect(element.position.byte == range.lowerBound, "an element begins at its position")
      var last = range.lowerBound
      for attribute in element.attributes {
        expect(attribute.byteRange.lowerBound >= last, "attributes follow one another")
        last = attribute.byteRange.upperBound
      }
      for child in element.childElements {
        expect(child.byteRange.lowerBound >= last, "children follow one another")
        last = child.byteRange.upperBound
        expect(child.parent?.index == element.index, "a child knows its parent")
        elements.append(child)
      }
      expect(last <= range.upperBound, "children are inside")
    }
  }
}

/// Writes documents so that two that say the same are written the same.
enum XMLWriter {
  static func text(of document: XMLDocument) -> String {
    var text = ""
    for node in document.children { write(node, [:], to: &text) }
    return text
  }

  private static func write(_ node: XMLNode, _ outer: [String: String], to text: inout String) {
    switch node {
    case .element(let element): write(element, outer, to: &text)
    case .text(let content): text += escaped(content)
    case .comment(let content): text += "<!--\(content)-->"
    case .processingInstruction(let target, let data):
      text += "<?\(target)\(data.isEmpty ? "" : " ")\(data)?>"
    }
  }

  private static func write(
    _ element: XMLElement,
    _ outer: [String: String],
    to text: inout String
  ) {
    let name = qualified(element.prefix, element.name)
    text += "<" + name
    var declared = outer
    let prefixes = [element.prefix ?? ""] + element.attributes.compactMap(\.prefix)
    for prefix in prefixes where prefix != "xml" {
      let namespace = element.namespace(forPrefix: prefix.isEmpty ? nil : prefix) ?? ""
      guard namespace != declared[prefix, default: ""] else { continue }
      let attribute = prefix.isEmpty ? "xmlns" : "xmlns:" + prefix
      text += " \(attribute)=\"\(escaped(namespace))\""
      declared[prefix] = namespace
    }
    for attribute in element.attributes {
      let value = escaped(attribute.value)
      text += " \(qualified(attribute.prefix, attribute.name))=\"\(value)\""
    }
    text += ">"
    for child in element.children { write(child, declared, to: &text) }
    text += "</\(name)>"
  }

  private static func qualified(_ prefix: String?, _ name: XMLName) -> String {
    prefix.map { "\($0):\(name.local)" } ?? name.local
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
