/// An element in an XML document, with its place in the text.
public struct XMLElement: Sendable {
  /// The document in which the element stands.
  public let document: XMLDocument

  /// The index of the element's entry in the tape.
  package let index: Int

  package init(document: XMLDocument, index: Int) {
    self.document = document
    self.index = index
  }

  package var entry: XMLTapeEntry {
    document.tape.entries[index]
  }

  /// The expanded name.
  public var name: XMLName {
    document.tape.name(of: entry)
  }

  /// The prefix as it was written; nil if there was none.
  public var prefix: String? {
    guard entry.prefixLength > 0 else { return nil }
    let start = entry.name.lowerBound
    return document.tape.string(start..<start + Int(entry.prefixLength))
  }

  /// The attributes in order, without the declarations of namespaces.
  public var attributes: [XMLAttribute] {
    let first = Int(entry.attributes)
    return (first..<first + Int(entry.attributeCount)).map { index in
      let attribute = document.tape.attributes[index]
      let start = Int(attribute.start)
      let prefix = start..<start + Int(attribute.prefixLength)
      return XMLAttribute(
        name: document.tape.name(of: attribute),
        prefix: prefix.isEmpty ? nil : document.tape.string(prefix),
        value: document.tape.value(of: attribute),
        byteRange: document.byteRange(ofText: attribute.range)
      )
    }
  }

  /// The value of the attribute of that name; nil if there is none.
  public subscript(attribute name: XMLName) -> String? {
    let tape = document.tape
    let first = Int(entry.attributes)
    for index in first..<first + Int(entry.attributeCount)
    where tape.name(of: tape.attributes[index]) == name {
      return tape.value(of: tape.attributes[index])
    }
    return nil
  }

  /// The element around this one; nil at the root.
  public var parent: XMLElement? {
    guard index != document.tape.root else { return nil }
    return XMLElement(document: document, index: Int(entry.parent))
  }

  /// The nodes directly inside the element, in order.
  public var children: [XMLNode] {
    document.tape.nodes(inside: index, of: document)
  }

  /// The elements directly inside the element, in order.
  public var childElements: [XMLElement] {
    document.tape.children(of: index).map { XMLElement(document: document, index: $0) }
  }

  /// The first element of that name directly inside the element; nil if there is none.
  public subscript(name: XMLName) -> XMLElement? {
    childElements.first { $0.name == name }
  }

  /// The character data directly inside the element, joined.
  public var text: String {
    document.tape.text(in: index)
  }

  /// The namespace to which a prefix is bound here, nil standing for the default namespace.
  ///
  /// The result is nil if the prefix is not declared, or if there is no default namespace.
  public func namespace(forPrefix prefix: String?) -> String? {
    document.tape.namespace(forPrefix: prefix ?? "", in: Int(entry.scope))
  }

  /// The bytes of the element, from its start tag to its end tag, in the document as it was given.
  public var byteRange: Range<Int> {
    document.byteRange(ofText: entry.range)
  }

  /// The line and column at which the element begins.
  public var position: SourcePosition {
    document.position(ofText: Int(entry.start))
  }

  /// The way from the root in local names, such as `/Contacts/Contact[2]/Id`.
  ///
  /// An index, counted from one, follows a name that several siblings bear.
  public var path: String { instancePath.description }

  /// The way from the root, step by step.
  public var instancePath: InstancePath {
    var paths = XMLPaths(document.tape)
    return paths.path(to: index)
  }
}
