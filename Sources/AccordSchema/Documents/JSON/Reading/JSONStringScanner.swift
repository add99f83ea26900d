/// Scans a string to its closing quote, eight bytes at a time, and checks escapes and UTF-8.
///
/// Each read of a byte is below `count`, and of eight bytes at least eight below it, while the caller
/// lends the bytes.
struct JSONStringScanner {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  var index: Int
  var isEscaped = false

  @inline(__always)
  init(bytes: UnsafePointer<UInt8>, count: Int, index: Int) {
    assert(index > 0 && index <= count, "a string that lies outside the text")
    self.bytes = bytes
    self.count = count
    self.index = index
  }

  /// Moves behind the closing quote.
  @inline(__always)
  mutating func scan() throws(JSONReader.Failure) {
    while true {
      skipPlain()
      assert(index <= count, "a scanner that left the text")
      guard index < count else {
        throw failure(.unexpectedEnd(expected: .closingQuote))
      }
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return
      }
      try scanSpecial(byte)
    }
  }

  /// Moves to the next quote, backslash, control character or byte beyond ASCII.
  @inline(__always)
  private mutating func skipPlain() {
    while index + 8 <= count {
      let marks = Self.marks(in: UnsafeRawPointer(bytes + index))
      if marks != 0 {
        index += marks.trailingZeroBitCount >> 3
        return
      }
      index += 8
    }
    while index < count {
      let byte = bytes[index]
      if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C {
        return
      }
      index += 1
    }
  }

  /// The lowest mark among eight bytes stands on the first quote, backslash, control character or
  /// byte beyond ASCII.
  ///
  /// A subtraction sets the high bit of such a byte; what it borrows can only set marks above it.
  @inline(__always)
  static func marks(in bytes: UnsafeRawPointer) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let word = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    let quotes = (word ^ (ones &* 0x22)) &- ones
    let backslashes = (word ^ (ones &* 0x5C)) &- ones
    let controls = word &- (ones &* 0x20)
    return (quotes | backslashes | controls | word) & (ones &* 0x80)
  }

  private mutating func scanSpecial(_ byte: UInt8) throws(JSONReader.Failure) {
    if byte == UInt8(ascii: "\\") {
      try scanEscape()
    } else if byte < 0x20 {
      throw failure(.controlCharacter(byte))
    } else {
      let rest = UnsafeBufferPointer(start: bytes + index, count: count - index)
      guard let length = UTF8Sequence.length(rest) else { throw failure(.invalidUTF8(byte)) }
      index += length
      skipPairs()
    }
  }

  /// Moves over sequences of two bytes, of which most alphabets but the Latin one are written.
  @inline(__always)
  private mutating func skipPairs() {
    while index + 1 < count, bytes[index] >= 0xC2, bytes[index] < 0xE0,
      bytes[index + 1] & 0xC0 == 0x80
    {
      index += 2
    }
  }

  private mutating func scanEscape() throws(JSONReader.Failure) {
    isEscaped = true
    guard index + 1 < count else {
      index = count
      throw failure(.unexpectedEnd(expected: .closingQuote))
    }
    let escape = bytes[index + 1]
    guard escape == UInt8(ascii: "u") else {
      guard JSONEscapes.simple(escape) != nil else { throw failure(.invalidEscape(escape)) }
      index += 2
      return
    }
    let all = UnsafeBufferPointer(start: bytes, count: count)
    guard let unit = JSONEscapes.codeUnit(all, at: index + 2) else {
      throw failure(.invalidUnicodeEscape)
    }
    guard UTF16.isLeadSurrogate(unit) else {
      guard !UTF16.isTrailSurrogate(unit) else { throw failure(.loneSurrogate(unit)) }
      index += 6
      return
    }
    guard index + 7 < count, bytes[index + 6] == UInt8(ascii: "\\"),
      bytes[index + 7] == UInt8(ascii: "u"),
      let trail = JSONEscapes.codeUnit(all, at: index + 8), UTF16.isTrailSurrogate(trail)
    else {
      throw failure(.loneSurrogate(unit))
    }
    index += 12
  }

  private func failure(_ reason: JSONSyntaxError.Reason) -> JSONReader.Failure {
    JSONReader.Failure(reason: reason, offset: index)
  }
}
