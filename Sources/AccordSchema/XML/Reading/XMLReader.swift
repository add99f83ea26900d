/// Reads the text of a document into a tape, in one pass and without recursion.
struct XMLReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let limits: XMLLimits
  let nameLimit: Int

  var index: Int
  var tape = XMLTape(text: [])

  /// The index of the innermost element that is open, -1 where none is, and how many are.
  var current = -1
  var depth = 0
  /// The innermost declaration in scope.
  var scope = 0
  var hasRoot = false
  /// Whether the name of a tag that was read last can have a prefix.
  var mayHavePrefix = true
  var declarations = XMLNamespaceTable()

  /// What a successful reading gives.
  struct Content {
    var tape: XMLTape
    var declaration: XMLDeclaration?
    var notices: [XMLNotice]
  }

  static func read(_ source: XMLSource, limits: XMLLimits) throws(XMLSyntaxError) -> Content {
    let end = source.failure?.offset ?? source.text.count
    let result: Result<Content, XMLFailure> = source.text.withUnsafeBufferPointer { text in
      let prefix = UnsafeBufferPointer(rebasing: text[..<end])
      var reader = XMLReader(
        bytes: prefix,
        from: source.start,
        tagCount: source.tagCount,
        limits: limits
      )
      do throws(XMLFailure) {
        return .success(try reader.read(source))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(var content):
      if let failure = source.failure {
        throw error(failure, source)
      }
      content.tape.text = source.text
      return content
    case .failure(let failure):
      // What ends the text is wrong too, but comes later, unless the text is read to its end.
      guard let end = source.failure, failure.offset >= end.offset || failure.isEnd else {
        throw error(failure, source)
      }
      throw error(end, source)
    }
  }

  init(bytes: UnsafeBufferPointer<UInt8>, from start: Int, tagCount: Int, limits: XMLLimits) {
    self.bytes = bytes
    self.limits = limits
    self.nameLimit = min(max(limits.nameLength, 0), Int(UInt16.max))
    self.index = start
    // An element is two tags or one; memory that is not touched costs nothing.
    tape.entries.reserveCapacity(tagCount + 8)
  }

  private static func error(_ failure: XMLFailure, _ source: XMLSource) -> XMLSyntaxError {
    func position(_ offset: Int) -> SourcePosition {
      var index = XMLPositionIndex(source.text, source.encoding, markLength: source.markLength)
      return index.position(ofText: offset)
    }
    var reason = failure.reason
    switch reason {
    case .mismatchedEndTag(let found, let expected, let opened):
      let opened = position(opened.byte)
      reason = .mismatchedEndTag(found: found, expected: expected, opened: opened)
    case .unclosedElement(let name, let opened):
      reason = .unclosedElement(name, opened: position(opened.byte))
    default:
      break
    }
    return XMLSyntaxError(reason, at: position(failure.offset))
  }

  // MARK: The document

  private mutating func read(_ source: XMLSource) throws(XMLFailure) -> Content {
    var notices: [XMLNotice] = []
    let declaration = try XMLDeclaration.read(bytes, from: index)
    if let declaration {
      try check(declaration, source, &notices)
      index = declaration.end
    }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        try readMarkup()
      } else if current < 0 {
        try readOutside()
      } else {
        try readText()
      }
    }
    if current >= 0 {
      let entry = tape.entries[current]
      let opened = SourcePosition(byte: Int(entry.start))
      throw failure(.unclosedElement(string(entry.name), opened: opened))
    }
    guard hasRoot else { throw failure(.empty) }
    tape.namespaces = declarations.names
    return Content(tape: tape, declaration: declaration, notices: notices)
  }

  private func check(
    _ declaration: XMLDeclaration,
    _ source: XMLSource,
    _ notices: inout [XMLNotice]
  ) throws(XMLFailure) {
    let position = SourcePosition(byte: source.start + source.markLength)
    if declaration.version != "1.0" {
      notices.append(XMLNotice(.version(declaration.version), at: position))
    }
    guard let declared = declaration.encoding else { return }
    guard !source.encoding.agrees(with: declared) else { return }
    guard source.hasCharset else {
      let found = source.encoding.name
      throw XMLFailure(.encodingConflict(declared: declared, found: found), at: index)
    }
    let reason = XMLNotice.Reason.declarationDiffers(
      declared: declared,
      used: source.encoding.name
    )
    notices.append(XMLNotice(reason, at: position))
  }

  private mutating func readOutside() throws(XMLFailure) {
    skipWhiteSpace()
    guard index == bytes.count || bytes[index] == UInt8(ascii: "<") else {
      throw failure(.contentOutsideRoot)
    }
  }

  private mutating func readMarkup() throws(XMLFailure) {
    guard index + 1 < bytes.count else {
      index = bytes.count
      throw failure(.unexpectedEnd(expected: .markup))
    }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"): try readEndTag()
    case UInt8(ascii: "?"): try readInstruction()
    case UInt8(ascii: "!"): try readExclamation()
    default: try readStartTag()
    }
  }

  // MARK: Small steps

  @inline(__always)
  mutating func skipWhiteSpace() {
    while index < bytes.count, XMLCharacters.isWhiteSpace(bytes[index]) {
      index += 1
    }
  }

  /// Appends a node that has nothing inside it.
  mutating func appendLeaf(_ entry: XMLTapeEntry) {
    var entry = entry
    let position = tape.entries.count
    entry.next = UInt32(truncatingIfNeeded: position + 1)
    entry.parent = UInt32(truncatingIfNeeded: current < 0 ? position : current)
    tape.entries.append(entry)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  func failure(_ reason: XMLSyntaxError.Reason) -> XMLFailure {
    XMLFailure(reason, at: index)
  }

  /// What stands here instead of what is expected.
  func unexpected(_ expected: XMLSyntaxError.Expectation) -> XMLFailure {
    guard index < bytes.count, let base = bytes.baseAddress else {
      return failure(.unexpectedEnd(expected: expected))
    }
    return failure(.unexpected(UTF8Sequence.scalar(base + index).value, expected: expected))
  }
}

extension XMLFailure {
  /// Whether the text ended too early.
  fileprivate var isEnd: Bool {
    switch reason {
    case .unexpectedEnd, .unclosedElement, .empty: true
    default: false
    }
  }
}
