/// The elements of an array in a document.
public struct JSONElements: Sequence, Sendable {
  let node: JSONNode

  /// How many elements there are.
  public var count: Int {
    node.entry.kind == .array ? node.entry.count ?? reduce(0) { count, _ in count + 1 } : 0
  }

  /// Begins at the first element.
  public func makeIterator() -> Iterator {
    let isArray = node.entry.kind == .array
    return Iterator(
      document: node.document,
      index: node.index + 1,
      end: isArray ? Int(node.entry.next) : 0
    )
  }

  /// Walks the elements.
  public struct Iterator: IteratorProtocol, Sendable {
    let document: JSONDocument
    var index: Int
    let end: Int

    /// The next element; nil after the last.
    public mutating func next() -> JSONNode? {
      guard index < end else { return nil }
      defer { index = Int(document.tape.entries[index].next) }
      return JSONNode(document: document, index: index)
    }
  }
}

/// The members of an object in a document.
public struct JSONMembers: Sequence, Sendable {
  let node: JSONNode

  /// How many members there are.
  public var count: Int {
    node.entry.kind == .object ? node.entry.count ?? reduce(0) { count, _ in count + 1 } : 0
  }

  /// Begins at the first member.
  public func makeIterator() -> Iterator {
    let isObject = node.entry.kind == .object
    return Iterator(
      document: node.document,
      index: node.index + 1,
      end: isObject ? Int(node.entry.next) : 0
    )
  }

  /// Walks the members.
  public struct Iterator: IteratorProtocol, Sendable {
    let document: JSONDocument
    var index: Int
    let end: Int

    /// The next member; nil after the last.
    public mutating func next() -> (key: String, node: JSONNode)? {
      guard index < end else { return nil }
      let tape = document.tape
      let key = tape.string(tape.entries[index])
      defer { index = Int(tape.entries[index + 1].next) }
      return (key, JSONNode(document: document, index: index + 1))
    }
  }
}
