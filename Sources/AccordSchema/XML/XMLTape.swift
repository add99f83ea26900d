/// An XML document as flat lists: nodes in document order, attributes, and namespace declarations.
///
/// Nodes keep offsets into the text instead of contents. The text is UTF-8; a document in another
/// encoding was transcoded.
package struct XMLTape: Sendable {
  /// The text.
  package var text: [UInt8]

  /// The nodes; an element is followed by what is inside it.
  package var entries: [XMLTapeEntry] = []

  /// The attributes of all elements in document order, without namespace declarations.
  package var attributes: [XMLTapeAttribute] = []

  /// The namespace declarations, each linked to the one around it; the first, where there is one, is no
  /// declaration.
  package var scopes: [XMLTapeScope] = []

  /// The names of the namespaces; the first stands for no namespace.
  package var namespaces: [String] = []

  /// The index of the root element.
  package var root = 0
}

/// One node of a tape.
package struct XMLTapeEntry: Sendable {
  package enum Kind: UInt8, Sendable {
    case element, text, section, comment, instruction
  }

  package var kind: Kind

  /// Whether the text has references or carriage returns, so that it must be decoded.
  package var needsDecoding = false

  /// The length of an element's name, or of an instruction's target, as it was written.
  package var nameLength: UInt16 = 0

  /// The length of the prefix, without the colon.
  package var prefixLength: UInt16 = 0

  /// The offset of the first byte of the node, markup included.
  package var start: UInt32

  /// The offset after the last byte of the node.
  package var end: UInt32

  /// The index of the entry after this one and all that is inside it.
  package var next: UInt32 = 0

  /// The index of the element around this node; the node's own index for those outside the root.
  package var parent: UInt32 = 0

  /// The index of the element's namespace.
  package var namespace: UInt32 = 0

  /// The index of the innermost declaration in scope; zero if there is none.
  package var scope: UInt32 = 0

  /// The index of the first attribute.
  package var attributes: UInt32 = 0

  /// The number of attributes, without namespace declarations.
  package var attributeCount: UInt32 = 0

  /// The bytes of the text of an element that holds nothing else, which has no entry of its own;
  /// both are zero for other elements.
  package var textStart: UInt32 = 0
  package var textEnd: UInt32 = 0

  package init(_ kind: Kind, start: Int, end: Int = 0) {
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  /// The bytes of the node.
  package var range: Range<Int> {
    Int(start)..<Int(end)
  }

  /// The bytes of the name as it was written.
  package var name: Range<Int> {
    let first = Int(start) + (kind == .instruction ? 2 : 1)
    return first..<first + Int(nameLength)
  }

  /// The bytes of the name without its prefix.
  package var localName: Range<Int> {
    let name = self.name
    let skipped = prefixLength == 0 ? 0 : Int(prefixLength) + 1
    return name.lowerBound + skipped..<name.upperBound
  }

  /// Whether the entry is an element that holds one text and nothing else.
  package var holdsText: Bool { textEnd != 0 }

  /// The bytes of the content of a text, CDATA section, comment or instruction, or of an element
  /// that holds nothing but text.
  package var content: Range<Int> {
    switch kind {
    case .element: Int(textStart)..<Int(textEnd)
    case .text: range
    case .section: Int(start) + 9..<Int(end) - 3
    case .comment: Int(start) + 4..<Int(end) - 3
    case .instruction: name.upperBound..<Int(end) - 2
    }
  }
}

/// One attribute of a tape.
package struct XMLTapeAttribute: Sendable {
  /// The offset of the first byte of the name.
  package var start: UInt32
  package var nameLength: UInt16
  package var prefixLength: UInt16
  package var namespace: UInt32 = 0

  /// The offsets of the value between its quotes.
  package var valueStart: UInt32
  package var valueEnd: UInt32

  /// Whether the value has references or white space other than spaces.
  package var needsDecoding: Bool

  /// The bytes of the attribute, from its name to the closing quote.
  package var range: Range<Int> {
    Int(start)..<Int(valueEnd) + 1
  }

  /// The bytes of the name as it was written.
  package var name: Range<Int> {
    Int(start)..<Int(start) + Int(nameLength)
  }

  /// The bytes of the name without its prefix.
  package var localName: Range<Int> {
    let name = self.name
    let skipped = prefixLength == 0 ? 0 : Int(prefixLength) + 1
    return name.lowerBound + skipped..<name.upperBound
  }

  /// The bytes of the value.
  package var value: Range<Int> {
    Int(valueStart)..<Int(valueEnd)
  }
}

/// One namespace declaration of a tape.
package struct XMLTapeScope: Sendable {
  /// The index of the declaration around this one.
  package var parent: UInt32

  /// The number of declarations from here outward.
  package var depth: UInt32

  /// The bytes of the prefix; empty for the default namespace.
  package var prefixStart: UInt32
  package var prefixLength: UInt16
  package var namespace: UInt32

  package var prefix: Range<Int> {
    Int(prefixStart)..<Int(prefixStart) + Int(prefixLength)
  }
}
