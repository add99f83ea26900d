/// A value in a JSV document, with its place in the text.
public struct JSVNode: Sendable {
  /// The kinds of JSV values.
  public enum Kind: Sendable, Hashable {
    /// A text, with or without quotes.
    case scalar
    /// Values in square brackets.
    case list
    /// Names and values in braces.
    case map
  }

  /// The document in which the value stands.
  public let document: JSVDocument

  let index: Int

  private var entry: JSVDocument.Entry {
    document.entries[index]
  }

  /// The kind of the value, which its first byte shows.
  public var kind: Kind {
    switch firstByte {
    case UInt8(ascii: "["): .list
    case UInt8(ascii: "{"): .map
    default: .scalar
    }
  }

  private var firstByte: UInt8? {
    let range = entry.range
    return range.isEmpty ? nil : document.bytes[range.lowerBound]
  }

  /// The text of a scalar without its quotes; nil for every other kind.
  public var text: String? {
    guard kind == .scalar else { return nil }
    guard isQuoted else {
      return String(decoding: document.bytes[entry.range], as: UTF8.self)
    }
    let content = document.bytes[entry.range.lowerBound + 1..<entry.range.upperBound - 1]
    return String(decoding: QuotedText.unquoted(content), as: UTF8.self)
  }

  /// Whether a scalar stands in quotes; one that is empty and does not is no value.
  public var isQuoted: Bool {
    firstByte == UInt8(ascii: "\"")
  }

  /// The elements of a list in order; none for every other kind.
  public var elements: [JSVNode] {
    kind == .list ? children : []
  }

  /// The members of a map in order; none for every other kind.
  public var members: [(key: String, node: JSVNode)] {
    guard kind == .map else { return [] }
    let nodes = children
    return stride(from: 0, to: nodes.count - 1, by: 2).map { index in
      (nodes[index].text ?? "", nodes[index + 1])
    }
  }

  /// The value of the first member of that name; nil if there is none.
  public subscript(key: String) -> JSVNode? {
    members.first { $0.key.isIdentical(to: key) }?.node
  }

  /// The bytes of the value, the quotes of a scalar included.
  public var byteRange: Range<Int> {
    entry.range
  }

  /// The value as JSON: scalars are strings, and one that is empty without quotes is `null`.
  ///
  /// The depth of the calls is bounded by ``JSONLimits/depth``.
  public var value: JSON {
    switch kind {
    case .scalar: entry.range.isEmpty ? .null : .string(text ?? "")
    case .list: .array(elements.map(\.value))
    case .map: .object(members.map { JSONMember($0.key, $0.node.value) })
    }
  }

  private var children: [JSVNode] {
    var nodes: [JSVNode] = []
    var child = index + 1
    while child < entry.next {
      nodes.append(JSVNode(document: document, index: child))
      child = document.entries[child].next
    }
    return nodes
  }
}
