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
    return XMLText.decoded(text, entry.content, as: entry.kind == .text ? .text : .literal)
  }

  /// The character data directly inside an element, joined.
  package func text(in element: Int) -> String {
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

  /// The way from the root to an element in local names.
  package func path(to element: Int) -> String {
    var steps: [String] = []
    var index = element
    while true {
      guard index != root else {
        steps.append(string(entries[index].localName))
        break
      }
      steps.append(step(to: index))
      index = Int(entries[index].parent)
    }
    return steps.reversed().map { "/" + $0 }.joined()
  }

  private func step(to element: Int) -> String {
    let entry = entries[element]
    let name = text[entry.localName]
    var position = 0
    var count = 0
    var sibling = Int(entry.parent) + 1
    let end = Int(entries[Int(entry.parent)].next)
    while sibling < end {
      let other = entries[sibling]
      if other.kind == .element, other.namespace == entry.namespace,
        text[other.localName].elementsEqual(name)
      {
        count += 1
        if sibling == element {
          position = count
        }
      }
      sibling = Int(other.next)
    }
    return string(entry.localName) + (count > 1 ? "[\(position)]" : "")
  }
}
