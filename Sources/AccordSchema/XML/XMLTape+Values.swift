extension XMLTape {
  package func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  package func name(of entry: XMLTapeEntry) -> XMLName {
    XMLName(namespace: namespace(entry.namespace), local: string(entry.localName))
  }

  package func name(of attribute: XMLTapeAttribute) -> XMLName {
    XMLName(namespace: namespace(attribute.namespace), local: string(attribute.localName))
  }

  /// The value of an attribute, normalised.
  package func value(of attribute: XMLTapeAttribute) -> String {
    guard attribute.needsDecoding else { return string(attribute.value) }
    return XMLText.decoded(text, attribute.value, as: .attributeValue)
  }

  /// The content of a text, CDATA section or comment.
  package func content(of entry: XMLTapeEntry) -> String {
    guard entry.needsDecoding else { return string(entry.content) }
    return XMLText.decoded(text, entry.content, as: entry.isLiteral ? .literal : .text)
  }

  /// The character data directly inside an element, joined, or the value of an attribute.
  package func text(in element: Int) -> String {
    guard !isAttribute(element) else { return value(of: attributes[element - entries.count]) }
    guard !entries[element].holdsText else { return content(of: entries[element]) }
    var result = ""
    var child = element + 1
    let end = Int(entries[element].next)
    while child < end {
      let entry = entries[child]
      if entry.kind == .text || entry.kind == .section {
        result += content(of: entry)
      }
      child = Int(entry.next)
    }
    return result
  }

  /// The indexes of the elements directly inside an element.
  package func children(of element: Int) -> [Int] {
    guard !isAttribute(element) else { return [] }
    var children: [Int] = []
    var child = element + 1
    let end = Int(entries[element].next)
    while child < end {
      if entries[child].kind == .element {
        children.append(child)
      }
      child = Int(entries[child].next)
    }
    return children
  }

  /// The nodes directly inside an element.
  func nodes(inside element: Int, of document: XMLDocument) -> [XMLNode] {
    let entry = entries[element]
    guard !entry.holdsText else { return [.text(content(of: entry))] }
    return nodes(in: element + 1..<Int(entry.next), of: document)
  }

  func nodes(in range: Range<Int>, of document: XMLDocument) -> [XMLNode] {
    var nodes: [XMLNode] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let entry = entries[index]
      switch entry.kind {
      case .element:
        nodes.append(.element(XMLElement(document: document, index: index)))
      case .text, .section:
        var text = content(of: entry)
        if case .text(let before)? = nodes.last {
          nodes.removeLast()
          text = before + text
        }
        nodes.append(.text(text))
      case .comment:
        nodes.append(.comment(content(of: entry)))
      case .instruction:
        nodes.append(instruction(entry))
      }
      index = Int(entry.next)
    }
    return nodes
  }

  private func instruction(_ entry: XMLTapeEntry) -> XMLNode {
    let data = content(of: entry).unicodeScalars.drop { XMLCharacters.isWhiteSpace($0.value) }
    return .processingInstruction(target: string(entry.name), data: String(data))
  }

  private func namespace(_ index: UInt32) -> String? {
    index == 0 ? nil : namespaces[Int(index)]
  }

  package func namespace(forPrefix prefix: String, in scope: Int) -> String? {
    var scope = scope
    while scope != 0 {
      let declaration = scopes[scope]
      if text[declaration.prefix].elementsEqual(prefix.utf8) {
        return namespace(declaration.namespace)
      }
      scope = Int(declaration.parent)
    }
    switch prefix {
    case "xml": return XMLName.xmlNamespace
    case "xmlns": return XMLName.xmlnsNamespace
    default: return nil
    }
  }
}

extension XMLTapeEntry {
  /// Whether references stand for themselves in the content.
  fileprivate var isLiteral: Bool { kind != .text && kind != .element }
}
