package import AccordSchema

extension Exchange.Response {
  /// The value at a place of its content, which is read as its Content-Type says: JSON, XML or the
  /// fields of a form; as JSON without one.
  ///
  /// In XML a token stands for the first child element of this local name below the root, and a number
  /// for the child of this index; what is there is its text.
  package func value(at pointer: JSONPointer) -> JSON? {
    let type = contentType.flatMap { MediaType(parsing: $0) }
    return Self.value(at: pointer, in: content, of: type)
  }

  /// The value at a place of content.
  package static func value(
    at pointer: JSONPointer,
    in content: [UInt8],
    of type: MediaType?
  ) -> JSON? {
    switch type?.essence {
    case MediaType.form?:
      guard pointer.tokens.count == 1 else { return nil }
      return FormDocument(parsing: content)[pointer.tokens[0]].map(JSON.string)
    case let name? where name.hasSuffix("/xml") || name.hasSuffix("+xml"):
      guard let document = try? XMLDocument(parsing: content, charset: type?["charset"]) else {
        return nil
      }
      return element(at: pointer.tokens, below: document.root).map {
        $0.isNil ? .null : .string($0.text)
      }
    default:
      return (try? JSONDocument(parsing: content))?.root.value[pointer]
    }
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
