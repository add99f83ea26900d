extension XMLReader {
  /// Reads a start tag or an empty-element tag (productions 40 and 44).
  mutating func readStartTag() throws(XMLFailure) {
    let start = index
    index += 1
    guard try skipTagName() else { throw unexpected(.markup) }
    let name = start + 1..<index
    guard current >= 0 || !hasRoot else {
      index = start
      throw failure(.secondRoot(string(name)))
    }
    guard depth < limits.depth else {
      index = start
      throw failure(.tooDeep(limit: max(limits.depth, 0)))
    }
    let position = tape.entries.count
    if current < 0 {
      hasRoot = true
      tape.root = position
    }
    var entry = XMLTapeEntry(.element, start: start)
    entry.nameLength = UInt16(truncatingIfNeeded: name.count)
    entry.parent = UInt32(truncatingIfNeeded: current < 0 ? position : current)
    entry.attributes = UInt32(truncatingIfNeeded: tape.attributes.count)
    let outerScope = scope
    var isEmpty = false
    if index < bytes.count, bytes[index] == UInt8(ascii: ">") {
      index += 1
    } else {
      isEmpty = try readAttributes()
    }
    try resolve(&entry, name)
    entry.scope = UInt32(truncatingIfNeeded: scope)
    entry.attributeCount = UInt32(
      truncatingIfNeeded: tape.attributes.count - Int(entry.attributes)
    )
    if isEmpty {
      entry.end = UInt32(truncatingIfNeeded: index)
      entry.next = UInt32(truncatingIfNeeded: position + 1)
      scope = outerScope
    } else {
      current = position
      depth += 1
    }
    tape.entries.append(entry)
  }

  /// Reads an end tag (production 42).
  mutating func readEndTag() throws(XMLFailure) {
    let start = index
    if current >= 0 {
      // Most end tags are as they should be.
      let name = tape.entries[current].name
      let end = start + 2 + name.count
      if end < bytes.count, bytes[end] == UInt8(ascii: ">"),
        isSame(name, start + 2..<end)
      {
        index = end + 1
        return closeElement()
      }
    }
    index += 2
    guard try skipName() else { throw unexpected(.name) }
    let name = start + 2..<index
    skipWhiteSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else {
      throw unexpected(.tagEnd)
    }
    guard current >= 0 else {
      index = start
      throw failure(.endTagWithoutStart(string(name)))
    }
    let opened = tape.entries[current]
    guard isSame(name, opened.name) else {
      index = start
      let expected = string(opened.name)
      let position = SourcePosition(byte: Int(opened.start))
      throw failure(.mismatchedEndTag(found: string(name), expected: expected, opened: position))
    }
    index += 1
    closeElement()
  }

  /// Ends the innermost element before the byte that comes next.
  private mutating func closeElement() {
    let parent = Int(tape.entries[current].parent)
    tape.entries[current].end = UInt32(truncatingIfNeeded: index)
    tape.entries[current].next = UInt32(truncatingIfNeeded: tape.entries.count)
    depth -= 1
    current = depth == 0 ? -1 : parent
    scope = depth == 0 ? 0 : Int(tape.entries[parent].scope)
  }

  /// Moves behind the name of a tag; most are of ASCII letters.
  private mutating func skipTagName() throws(XMLFailure) -> Bool {
    let start = index
    var end = index
    var hasColon = false
    while end < bytes.count, XMLCharacters.isASCIIName(bytes[end]) {
      hasColon = hasColon || bytes[end] == UInt8(ascii: ":")
      end &+= 1
    }
    mayHavePrefix = true
    guard end > start, end < bytes.count, bytes[end] < 0x80, bytes[start] >= 0x3A,
      end - start <= nameLimit
    else { return try skipName() }
    index = end
    mayHavePrefix = hasColon
    return true
  }

  /// Reads attributes and the end of the tag; true if the tag is an empty-element tag.
  private mutating func readAttributes() throws(XMLFailure) -> Bool {
    let first = tape.attributes.count
    var count = 0
    while true {
      let start = index
      skipWhiteSpace()
      guard index < bytes.count else { throw unexpected(.attributeOrTagEnd) }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        break
      }
      if bytes[index] == UInt8(ascii: "/") {
        index += 1
        guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else {
          throw unexpected(.tagEnd)
        }
        index += 1
        try resolveAttributes(from: first)
        return true
      }
      guard index > start else { throw unexpected(.attributeOrTagEnd) }
      count += 1
      guard count <= limits.attributes else {
        throw failure(.tooManyAttributes(limit: limits.attributes))
      }
      try readAttribute(from: first)
    }
    try resolveAttributes(from: first)
    return false
  }

  private mutating func readAttribute(from first: Int) throws(XMLFailure) {
    let start = index
    guard try skipName() else { throw unexpected(.name) }
    let name = start..<index
    skipWhiteSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      throw unexpected(.equals)
    }
    index += 1
    skipWhiteSpace()
    guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27 else {
      throw unexpected(.quote)
    }
    let quote = bytes[index]
    index += 1
    let valueStart = index
    let needsDecoding = try skipValue(to: quote)
    let attribute = XMLTapeAttribute(
      start: UInt32(truncatingIfNeeded: start),
      nameLength: UInt16(truncatingIfNeeded: name.count),
      prefixLength: try prefixLength(name),
      valueStart: UInt32(truncatingIfNeeded: valueStart),
      valueEnd: UInt32(truncatingIfNeeded: index),
      needsDecoding: needsDecoding
    )
    index += 1
    if isDeclaration(name) {
      try declare(attribute)
    } else {
      tape.attributes.append(attribute)
    }
  }

  /// Moves to the quote that ends a value; true if the value is not what it is written as.
  private mutating func skipValue(to quote: UInt8) throws(XMLFailure) -> Bool {
    var needsDecoding = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        return needsDecoding
      }
      if byte == UInt8(ascii: "<") {
        throw failure(.lessThanInAttribute)
      }
      if byte == UInt8(ascii: "&") {
        needsDecoding = true
        try readReference()
        continue
      }
      if byte < 0x20 {
        needsDecoding = true
      }
      index += 1
    }
    throw failure(.unexpectedEnd(expected: .closingQuote))
  }

  /// Moves behind a name (production 5); false if there is none.
  mutating func skipName() throws(XMLFailure) -> Bool {
    guard index < bytes.count, let base = bytes.baseAddress else { return false }
    let start = index
    let (first, length) = UTF8Sequence.scalar(base + index)
    guard XMLCharacters.isNameStart(first) else { return false }
    index += length
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        guard XMLCharacters.isASCIIName(byte) else { break }
        index += 1
      } else {
        let (value, length) = UTF8Sequence.scalar(base + index)
        guard XMLCharacters.isName(value) else { break }
        index += length
      }
    }
    guard index - start <= nameLimit else {
      index = start
      throw failure(.nameTooLong(limit: nameLimit))
    }
    return true
  }

  func isSame(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    guard let base = bytes.baseAddress else { return true }
    // Eight bytes are compared only where as many are left of both.
    assert(left.lowerBound >= 0 && left.upperBound <= bytes.count)
    assert(right.lowerBound >= 0 && right.upperBound <= bytes.count)
    let (first, second) = (base + left.lowerBound, base + right.lowerBound)
    var offset = 0
    while offset &+ 8 <= left.count {
      let one = UnsafeRawPointer(first + offset).loadUnaligned(as: UInt64.self)
      let other = UnsafeRawPointer(second + offset).loadUnaligned(as: UInt64.self)
      guard one == other else { return false }
      offset &+= 8
    }
    while offset < left.count {
      guard first[offset] == second[offset] else { return false }
      offset &+= 1
    }
    return true
  }
}
