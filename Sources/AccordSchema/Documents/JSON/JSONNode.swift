/// A value in a JSON document, with its place in the text.
public struct JSONNode: Sendable {
  /// The document in which the value stands.
  public let document: JSONDocument

  /// The index of the value's entry in the tape.
  package let index: Int

  package init(document: JSONDocument, index: Int) {
    self.document = document
    self.index = index
  }

  package var entry: JSONTapeEntry {
    document.tape.entries[index]
  }

  /// The kind of the value.
  public var kind: JSONKind {
    switch entry.kind {
    case .null: .null
    case .true, .false: .boolean
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// Whether the value is `null`.
  public var isNull: Bool {
    entry.kind == .null
  }

  /// The value of a boolean; nil for every other kind.
  public var boolean: Bool? {
    switch entry.kind {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The value of a number; nil for every other kind.
  public var number: JSONNumber? {
    guard entry.kind == .number else { return nil }
    return JSONNumber(checked: document.tape.text(entry))
  }

  /// The value of a string; nil for every other kind.
  public var string: String? {
    guard entry.kind == .string else { return nil }
    return document.tape.string(entry)
  }

  /// The elements of an array in order; none for every other kind.
  public var elements: JSONElements {
    JSONElements(node: self)
  }

  /// The members of an object in order, those included whose name stands twice; none for every
  /// other kind.
  public var members: JSONMembers {
    JSONMembers(node: self)
  }

  /// The value of the first member of that name; nil if there is none.
  public subscript(key: String) -> JSONNode? {
    members.first { $0.key.isIdentical(to: key) }?.node
  }

  /// The element at that index; nil if there is none.
  public subscript(index: Int) -> JSONNode? {
    guard index >= 0 else { return nil }
    return elements.dropFirst(index).first { _ in true }
  }

  /// The value to which a JSON Pointer leads from here; nil if it leads nowhere.
  public subscript(pointer: JSONPointer) -> JSONNode? {
    var node = self
    for token in pointer.tokens {
      let child =
        node.entry.kind == .array
        ? JSONPointer.arrayIndex(token).flatMap { node[$0] }
        : node[token]
      guard let child else { return nil }
      node = child
    }
    return node
  }

  /// The bytes of the value in the text, the quotes of a string included.
  public var byteRange: Range<Int> {
    let range = entry.range
    return range.lowerBound + document.origin.byte..<range.upperBound + document.origin.byte
  }

  /// The line and column at which the value begins.
  public var position: SourcePosition {
    document.position(ofByte: byteRange.lowerBound)
  }

  /// The value as it was written.
  public var text: String {
    document.tape.text(entry)
  }

  /// The way to the value from the root of the document.
  public var pointer: JSONPointer { path.pointer ?? .root }

  /// The way to the value from the root of the document, step by step.
  public var path: InstancePath { document.tape.path(to: index) }

  /// The value, without its place.
  public var value: JSON {
    document.tape.value(at: index)
  }
}
