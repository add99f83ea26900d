// How bytes show their encoding, and what they are in UTF-8.
extension XMLEncoding {
  /// The encoding that a byte order mark tells.
  static func mark(_ bytes: [UInt8]) -> XMLEncoding? {
    // Most documents begin with markup.
    if bytes.count > 1, bytes[0] == UInt8(ascii: "<"), bytes[1] != 0 { return nil }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BigEndian }
    // No document begins with the character zero, so that this is no UTF-16.
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    return nil
  }

  /// UTF-16 and UTF-32 show without a mark, because a document begins with an ASCII character (XML
  /// 1.0, appendix F.1).
  static func shape(_ bytes: [UInt8]) -> XMLEncoding? {
    guard bytes.count >= 2 else { return nil }
    if bytes.count >= 4 {
      switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
      case (0, 0, 0, 1...0x7F): return .utf32BigEndian
      case (1...0x7F, 0, 0, 0): return .utf32LittleEndian
      default: break
      }
    }
    switch (bytes[0], bytes[1]) {
    case (0, 1...0x7F): return .utf16BigEndian
    case (1...0x7F, 0): return .utf16LittleEndian
    default: return nil
    }
  }

  /// The text in UTF-8 of bytes without a mark, and the first of them that are no character, at an
  /// offset of the text.
  func transcoded(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], failure: XMLFailure?) {
    switch self {
    case .utf8:
      return (Array(bytes), nil)
    case .ascii:
      let text = Array(bytes)
      let wrong = text.firstIndex { $0 >= 0x80 }
      return (text, wrong.map { XMLFailure(.invalidByte(text[$0], encoding: name), at: $0) })
    case .latin1:
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count + bytes.count / 4)
      for byte in bytes {
        text += UTF8.encode(Unicode.Scalar(byte)) ?? UTF8.encodedReplacementCharacter
      }
      return (text, nil)
    case .codePage(let page):
      return Self.transcoded(bytes, from: page)
    case .utf16BigEndian, .utf16LittleEndian:
      return transcoded(pairs: bytes)
    case .utf32BigEndian, .utf32LittleEndian:
      return transcoded(quadruples: bytes)
    }
  }

  private func transcoded(
    pairs bytes: ArraySlice<UInt8>
  ) -> (text: [UInt8], failure: XMLFailure?) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    let isBigEndian = self == .utf16BigEndian
    func unit(_ index: Int) -> UInt16 {
      let high = isBigEndian ? bytes[index] : bytes[index + 1]
      let low = isBigEndian ? bytes[index + 1] : bytes[index]
      return UInt16(high) << 8 | UInt16(low)
    }
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let first = unit(index)
      index += 2
      var scalar = Unicode.Scalar(first)
      if UTF16.isLeadSurrogate(first), index + 1 < bytes.endIndex,
        UTF16.isTrailSurrogate(unit(index))
      {
        scalar = UTF16.decode(UTF16.EncodedScalar([first, unit(index)]))
        index += 2
      }
      guard let encoded = scalar.flatMap({ UTF8.encode($0) }) else {
        return (text, XMLFailure(.invalidUTF16, at: text.count))
      }
      text += encoded
    }
    return (text, index < bytes.endIndex ? XMLFailure(.invalidUTF16, at: text.count) : nil)
  }

  private static func transcoded(
    _ bytes: ArraySlice<UInt8>,
    from page: CodePage
  ) -> (text: [UInt8], failure: XMLFailure?) {
    let table = page.table
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 4)
    for byte in bytes {
      guard let encoded = table[Int(byte)] else {
        return (text, XMLFailure(.invalidByte(byte, encoding: page.name), at: text.count))
      }
      text += encoded
    }
    return (text, nil)
  }

  private func transcoded(
    quadruples bytes: ArraySlice<UInt8>
  ) -> (text: [UInt8], failure: XMLFailure?) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    let isBigEndian = self == .utf32BigEndian
    var index = bytes.startIndex
    while index + 3 < bytes.endIndex {
      let unit = bytes[index..<index + 4]
      let value = (isBigEndian ? Array(unit) : unit.reversed()).reduce(UInt32(0)) {
        $0 << 8 | UInt32($1)
      }
      guard let encoded = Unicode.Scalar(value).flatMap({ UTF8.encode($0) }) else { break }
      text += encoded
      index += 4
    }
    return (text, index < bytes.endIndex ? XMLFailure(.invalidUTF32, at: text.count) : nil)
  }
}
