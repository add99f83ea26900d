/// The text of a document in UTF-8, and how it was found.
struct XMLSource {
  /// The text; a UTF-8 mark is kept in it.
  private(set) var text: [UInt8]
  private(set) var encoding: XMLEncoding

  /// Where the document begins in the text, after a UTF-8 mark.
  private(set) var start = 0

  /// The length of a mark that is not in the text.
  private(set) var markLength = 0
  private(set) var notices: [XMLNotice] = []

  /// Whether the encoding came from outside the document.
  let hasCharset: Bool
  private(set) var hasMark = false

  /// About how many tags the text has, at least as many as elements.
  private(set) var tagCount = 0

  /// What ends the text before its end: the first character that cannot be read.
  private(set) var failure: XMLFailure?

  init(_ bytes: [UInt8], charset: String?, limits: XMLLimits) throws(XMLSyntaxError) {
    let most = min(limits.bytes, Int(UInt32.max / 2) - 8)
    guard bytes.count <= most else {
      throw XMLSyntaxError(.tooLarge(limit: most), at: SourcePosition())
    }
    text = []
    hasCharset = charset != nil
    encoding = .utf8
    encoding = try find(bytes, charset)
    if hasMark { markLength = encoding.isUTF32 ? 4 : encoding.isUTF16 ? 2 : 0 }
    if encoding == .utf8 {
      text = bytes
      start = hasMark ? 3 : 0
    } else {
      (text, failure) = encoding.transcoded(bytes[markLength...])
    }
    checkCharacters()
  }

  // MARK: Which encoding

  private mutating func find(
    _ bytes: [UInt8],
    _ charset: String?
  ) throws(XMLSyntaxError) -> XMLEncoding {
    let mark = XMLEncoding.mark(bytes)
    let named = charset.map { ($0, XMLEncoding(named: $0)) }
    if let mark {
      hasMark = true
      if let (charset, _) = named, !mark.agrees(with: charset) {
        let reason = XMLNotice.Reason.charsetDiffersFromMark(charset: charset, used: mark.name)
        notices.append(XMLNotice(reason, at: SourcePosition()))
      }
      return mark
    }
    let shape = XMLEncoding.shape(bytes)
    if let (charset, named) = named {
      guard let named else {
        throw XMLSyntaxError(.unsupportedEncoding(charset), at: SourcePosition())
      }
      guard named.isUTF16 || named.isUTF32 else { return named }
      if named.isUTF16 { noticeMissingMark() }
      guard let shape, shape.isUTF16 == named.isUTF16 else { return named }
      return XMLEncoding.saysOrder(charset) ? named : shape
    }
    if let shape {
      if shape.isUTF16 { noticeMissingMark() }
      return shape
    }
    return try declared(bytes)
  }

  private mutating func noticeMissingMark() {
    notices.append(XMLNotice(.missingByteOrderMark, at: SourcePosition()))
  }

  private func declared(_ bytes: [UInt8]) throws(XMLSyntaxError) -> XMLEncoding {
    let declaration = bytes.withUnsafeBufferPointer { bytes in
      try? XMLDeclaration.read(bytes, from: 0)
    }
    guard let name = declaration?.encoding else { return .utf8 }
    guard let encoding = XMLEncoding(named: name) else {
      throw XMLSyntaxError(.unsupportedEncoding(name), at: SourcePosition())
    }
    guard !encoding.isUTF16, !encoding.isUTF32 else {
      let reason = XMLSyntaxError.Reason.encodingConflict(declared: name, found: "UTF-8")
      throw XMLSyntaxError(reason, at: SourcePosition())
    }
    return encoding
  }

  // MARK: Characters

  /// Finds the first character that is not UTF-8 or that XML does not allow.
  private mutating func checkCharacters() {
    let end = failure?.offset ?? text.count
    var tagCount = 0
    let found = text.withUnsafeBufferPointer { text in
      XMLSource.firstInvalid(UnsafeBufferPointer(rebasing: text[..<end]), &tagCount)
    }
    self.tagCount = tagCount
    failure = found ?? failure
  }

  private static func firstInvalid(
    _ text: UnsafeBufferPointer<UInt8>,
    _ tagCount: inout Int
  ) -> XMLFailure? {
    guard let base = text.baseAddress else { return nil }
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while index < text.count {
      if index + 8 <= text.count {
        let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
        if (((word &- (ones &* 0x20)) & ~word) | word) & (ones &* 0x80) == 0 {
          let tags = word ^ (ones &* 0x3C)
          tagCount &+= ((tags &- ones) & ~tags & (ones &* 0x80)).nonzeroBitCount
          index += 8
          continue
        }
      }
      let byte = text[index]
      if byte < 0x80 {
        guard byte >= 0x20 || XMLCharacters.isWhiteSpace(byte) else {
          return XMLFailure(.invalidCharacter(UInt32(byte)), at: index)
        }
        if byte == UInt8(ascii: "<") { tagCount &+= 1 }
        index += 1
        continue
      }
      guard UTF8Sequence.length(UnsafeBufferPointer(rebasing: text[index...])) != nil else {
        return XMLFailure(.invalidByte(byte, encoding: "UTF-8"), at: index)
      }
      let (value, length) = UTF8Sequence.scalar(base + index)
      guard XMLCharacters.isCharacter(value) else {
        return XMLFailure(.invalidCharacter(value), at: index)
      }
      index += length
    }
    return nil
  }
}

/// What is wrong with a document, at an offset of its text.
struct XMLFailure: Error {
  var reason: XMLSyntaxError.Reason
  var offset: Int

  init(_ reason: XMLSyntaxError.Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}
