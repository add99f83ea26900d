import AccordSchema

/// An XML document as lines: an element that fits in the width is one line, every other one is opened.
struct XMLLayout {
  /// The lines.
  private(set) var lines: [String] = []
  /// The line of the innermost element around the byte that was asked for.
  private(set) var place: Int?

  /// What is still to be written.
  private enum Pending {
    case line(String)
    case node(XMLNode, level: Int, namespace: String?)
  }

  /// Lays out a document; `byte` is a place in its text whose line is wanted.
  init(_ document: XMLDocument, width: Int = 80, marking byte: Int? = nil) {
    var pending: [Pending] = [.node(.element(document.root), level: 0, namespace: nil)]
    while let next = pending.popLast() {
      guard case .node(let node, let level, let namespace) = next else {
        if case .line(let line) = next { lines.append(line) }
        continue
      }
      let indentation = String(repeating: "  ", count: level)
      guard case .element(let element) = node else {
        if let text = Self.text(of: node) { lines.append(indentation + text) }
        continue
      }
      let isAround = byte.map(element.byteRange.contains) ?? false
      if isAround { place = lines.count }
      // Around the place that was asked for, lines are short, so that little else is in its line.
      let room = isAround ? width / 2 : width
      if let line = Self.line(element, in: namespace, atMost: room - indentation.utf8.count) {
        lines.append(indentation + line)
        continue
      }
      let children = element.children
      let start = indentation + Self.tag(element, in: namespace)
      // Text alone stays in the line of its element: a line feed would belong to it.
      if !children.contains(where: \.isElement) {
        lines.append(start + ">" + Self.text(of: children) + Self.end(element))
        continue
      }
      lines.append(start + ">")
      pending.append(.line(indentation + Self.end(element)))
      pending += children.reversed().map {
        .node($0, level: level + 1, namespace: element.name.namespace)
      }
    }
  }

  /// An element on one line, if that needs no more bytes than there is room for.
  private static func line(
    _ element: XMLElement,
    in namespace: String?,
    atMost room: Int
  ) -> String? {
    let tag = tag(element, in: namespace)
    guard tag.utf8.count < room else { return nil }
    let children = element.children
    guard !children.isEmpty else { return tag + "/>" }
    guard children.contains(where: \.isElement) else {
      let line = tag + ">" + text(of: children) + end(element)
      return line.utf8.count <= room ? line : nil
    }
    // A container whose elements hold elements is easier to read when it is opened.
    var line = tag + ">"
    for child in children {
      switch child {
      case .element(let inner):
        guard !inner.children.contains(where: \.isElement) else { return nil }
        let rest = room - line.utf8.count
        guard let text = Self.line(inner, in: element.name.namespace, atMost: rest) else {
          return nil
        }
        line += text
      case .text, .comment, .processingInstruction:
        line += text(of: child) ?? ""
      }
      guard line.utf8.count <= room else { return nil }
    }
    line += end(element)
    return line.utf8.count <= room ? line : nil
  }

  /// The start tag without its end; a namespace is declared where it changes.
  private static func tag(_ element: XMLElement, in namespace: String?) -> String {
    var tag = "<" + name(element)
    if element.name.namespace != namespace {
      let name = element.prefix.map { "xmlns:\($0)" } ?? "xmlns"
      tag += " \(name)=\"\(XMLText.attribute(element.name.namespace ?? ""))\""
    }
    for attribute in element.attributes {
      let prefix = attribute.prefix.map { $0 + ":" } ?? ""
      tag += " \(prefix)\(attribute.name.local)=\"\(XMLText.attribute(attribute.value))\""
    }
    return tag
  }

  private static func end(_ element: XMLElement) -> String { "</\(name(element))>" }

  private static func name(_ element: XMLElement) -> String {
    (element.prefix.map { $0 + ":" } ?? "") + element.name.local
  }

  /// The content of an element without elements, whose white space means something.
  private static func text(of children: [XMLNode]) -> String {
    children.map { child in
      if case .text(let text) = child { XMLText.content(text) } else { text(of: child) ?? "" }
    }.joined()
  }

  /// A node that is no element, as it is written; white space between elements is nothing.
  private static func text(of node: XMLNode) -> String? {
    switch node {
    case .element: nil
    case .text(let text):
      text.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } ? nil : XMLText.content(text)
    case .comment(let text): "<!--\(text)-->"
    case .processingInstruction(let target, let data): "<?\(target) \(data)?>"
    }
  }
}

extension XMLNode {
  /// Whether it is an element.
  fileprivate var isElement: Bool {
    if case .element = self { true } else { false }
  }
}
