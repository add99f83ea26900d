package import AccordSchema

/// A value of a body with its place.
package struct LocatedValue: Sendable, Hashable {
  /// The value; in XML the text of an element, or null where it is nil; in CSV and JSV a text.
  package var value: JSON
  /// The place in the body, such as `/errorCode`.
  package var path: InstancePath
  /// The place in the text.
  package var position: SourcePosition?
}

extension ObservedBody {
  /// The value at a JSON Pointer.
  ///
  /// In XML a token stands for the first child element of this local name, and a number for the
  /// child of this index; in JSON Lines and CSV the pointer leads into the first row.
  package func value(at pointer: JSONPointer) -> LocatedValue? {
    switch self {
    case .json(let document): Self.value(at: pointer, in: document)
    case .jsonLines(let lines):
      lines.documents.first.flatMap { Self.value(at: pointer, in: $0) }
    case .xml(let document): Self.value(of: Self.element(at: pointer.tokens, below: document.root))
    case .lexical(let body):
      body.values.first.flatMap { value in value[pointer].map { (value, $0) } }.map {
        value,
        found in
        LocatedValue(
          value: found.json,
          path: value.path(along: pointer),
          position: body.position(of: found)
        )
      }
    case .empty, .unchecked, .malformed: nil
    }
  }

  /// The value of the element to which local names lead, below the root of an XML body.
  package func value(ofElement names: [String]) -> LocatedValue? {
    guard case .xml(let document) = self else { return nil }
    return Self.value(of: Self.element(at: names, below: document.root))
  }

  /// The values of a member of each item of a list.
  package func values(of member: String, inItemsAt list: JSONPointer) -> [JSON] {
    switch self {
    case .json(let document): Self.values(of: member, in: document.root[list])
    case .jsonLines(let lines): Self.values(of: member, in: lines.documents.first?.root[list])
    case .xml(let document):
      (Self.element(at: list.tokens, below: document.root)?.childElements ?? []).compactMap {
        item in
        Self.value(of: Self.element(at: [member], below: item))?.value
      }
    case .lexical(let body):
      (body.values.first?[list]?.elements ?? []).compactMap { $0[member]?.json }
    case .empty, .unchecked, .malformed: []
    }
  }

  private static func values(of member: String, in list: JSONNode?) -> [JSON] {
    list?.elements.compactMap { $0[member]?.value } ?? []
  }

  private static func value(at pointer: JSONPointer, in document: JSONDocument) -> LocatedValue? {
    guard let node = document.root[pointer] else { return nil }
    return LocatedValue(
      value: node.value,
      path: node.path,
      position: node.position
    )
  }

  private static func value(of element: XMLElement?) -> LocatedValue? {
    guard let element else { return nil }
    let value: JSON = element.isNil ? .null : .string(element.text)
    return LocatedValue(value: value, path: element.instancePath, position: element.position)
  }

  private static func element(at names: [String], below root: XMLElement) -> XMLElement? {
    var element = root
    for name in names {
      let children = element.childElements
      if let child = children.first(where: { $0.name.local == name }) {
        element = child
      } else if let index = Int(name), children.indices.contains(index) {
        element = children[index]
      } else {
        return nil
      }
    }
    return element
  }
}
