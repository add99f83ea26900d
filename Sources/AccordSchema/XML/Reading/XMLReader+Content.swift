extension XMLReader {
  /// Reads character data up to the next markup.
  mutating func readText() throws(XMLFailure) {
    let start = index
    var needsDecoding = false
    while index < bytes.count {
      skipPlainText()
      guard index < bytes.count else { break }
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") {
        break
      } else if byte == UInt8(ascii: "&") {
        needsDecoding = true
        try readReference()
      } else if byte == UInt8(ascii: "]") {
        guard !isNext("]]>") else { throw failure(.sectionEndInText) }
        index += 1
      } else {
        needsDecoding = true
        index += 1
      }
    }
    // Most texts are all that their element holds; they are kept with it.
    if current == tape.entries.count - 1, index + 1 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "/")
    {
      tape.entries[current].textStart = UInt32(truncatingIfNeeded: start)
      tape.entries[current].textEnd = UInt32(truncatingIfNeeded: index)
      tape.entries[current].needsDecoding = needsDecoding
      return
    }
    var entry = XMLTapeEntry(.text, start: start, end: index)
    entry.needsDecoding = needsDecoding
    appendLeaf(entry)
  }

  /// Moves to the next `<`, `&`, `]` or carriage return.
  @inline(__always)
  private mutating func skipPlainText() {
    guard let base = bytes.baseAddress else { return }
    assert((0...bytes.count).contains(index), "a reader that left the text")
    let ones: UInt64 = 0x0101_0101_0101_0101
    while index + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      )
      let tags = word ^ (ones &* 0x3C)
      let references = word ^ (ones &* 0x26)
      let brackets = word ^ (ones &* 0x5D)
      let returns = word ^ (ones &* 0x0D)
      let marks =
        (((tags &- ones) & ~tags) | ((references &- ones) & ~references)
          | ((brackets &- ones) & ~brackets) | ((returns &- ones) & ~returns)) & (ones &* 0x80)
      if marks != 0 {
        index += marks.trailingZeroBitCount >> 3
        return
      }
      index += 8
    }
    while index < bytes.count {
      switch bytes[index] {
      case 0x3C, 0x26, 0x5D, 0x0D: return
      default: index += 1
      }
    }
  }

  /// Reads a reference (productions 66 to 68); only predefined entities are known.
  mutating func readReference() throws(XMLFailure) {
    let start = index
    index += 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "#") {
      return try readCharacterReference(start)
    }
    guard index < bytes.count, try skipName() else {
      index = start
      throw failure(.invalidReference)
    }
    let name = start + 1..<index
    guard index < bytes.count, bytes[index] == UInt8(ascii: ";") else {
      throw unexpected(.semicolon)
    }
    guard XMLText.predefined(bytes[name]) != nil else {
      index = start
      throw failure(.undefinedEntity(string(name)))
    }
    index += 1
  }

  private mutating func readCharacterReference(_ start: Int) throws(XMLFailure) {
    index += 1
    while index < bytes.count, XMLCharacters.isASCIIName(bytes[index]) {
      index += 1
    }
    let isClosed = index < bytes.count && bytes[index] == UInt8(ascii: ";")
    guard isClosed, XMLText.character(bytes[start + 1..<index]) != nil else {
      // Enough of it to recognise it by.
      let text = string(start..<min(index + (isClosed ? 1 : 0), start + 16))
      index = start
      throw failure(.invalidCharacterReference(text))
    }
    index += 1
  }

  /// Reads a processing instruction (productions 16 and 17).
  mutating func readInstruction() throws(XMLFailure) {
    let start = index
    index += 2
    guard try skipName() else { throw unexpected(.name) }
    let name = start + 2..<index
    let text = string(name)
    guard text.lowercased() != "xml" else {
      index = start
      throw failure(.reservedTarget(text))
    }
    guard !bytes[name].contains(UInt8(ascii: ":")) else {
      index = name.lowerBound
      throw failure(.invalidQualifiedName(text))
    }
    if !isNext("?>") {
      guard index < bytes.count, XMLCharacters.isWhiteSpace(bytes[index]) else {
        throw unexpected(index < bytes.count ? .whiteSpace : .instructionEnd)
      }
    }
    let hasReturn = try skip(through: "?>", .instructionEnd)
    var entry = XMLTapeEntry(.instruction, start: start, end: index)
    entry.nameLength = UInt16(truncatingIfNeeded: name.count)
    entry.needsDecoding = hasReturn
    appendLeaf(entry)
  }

  /// Reads a comment or a CDATA section; refuses a document type declaration.
  mutating func readExclamation() throws(XMLFailure) {
    if isNext("<!--") {
      return try readComment()
    }
    if isNext("<![CDATA[") {
      guard current >= 0 else { throw failure(.contentOutsideRoot) }
      let start = index
      index += 9
      let hasReturn = try skip(through: "]]>", .sectionEnd)
      var entry = XMLTapeEntry(.section, start: start, end: index)
      entry.needsDecoding = hasReturn
      return appendLeaf(entry)
    }
    // Anywhere else the document is not well-formed.
    guard hasRoot || !isNext("<!DOCTYPE") else { throw failure(.doctype) }
    index += 2
    throw unexpected(.commentOrSection)
  }

  private mutating func readComment() throws(XMLFailure) {
    let start = index
    index += 4
    let hasReturn = try skip(through: "--", .commentEnd)
    guard index < bytes.count else { throw failure(.unexpectedEnd(expected: .commentEnd)) }
    guard bytes[index] == UInt8(ascii: ">") else {
      index -= 2
      throw failure(.doubleHyphenInComment)
    }
    index += 1
    var entry = XMLTapeEntry(.comment, start: start, end: index)
    entry.needsDecoding = hasReturn
    appendLeaf(entry)
  }

  /// Moves behind a mark; true if there was a carriage return before it.
  private mutating func skip(
    through mark: StaticString,
    _ expected: XMLSyntaxError.Expectation
  ) throws(XMLFailure) -> Bool {
    var hasReturn = false
    while index < bytes.count {
      if bytes[index] == mark.utf8Start[0], isNext(mark) {
        index += mark.utf8CodeUnitCount
        return hasReturn
      }
      hasReturn = hasReturn || bytes[index] == 0x0D
      index += 1
    }
    throw failure(.unexpectedEnd(expected: expected))
  }

  /// Whether the text goes on with these bytes.
  func isNext(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard bytes.count - index >= length else { return false }
    for offset in 0..<length where bytes[index + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }
}
