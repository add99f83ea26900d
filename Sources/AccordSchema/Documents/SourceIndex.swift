/// Finds lines and columns in a UTF-8 text.
///
/// The text is walked once; asking for ascending offsets continues where the last answer stood, so
/// that a list of findings in document order costs one pass.
package struct SourceIndex: Sendable {
  private let bytes: [UInt8]
  private let origin: SourcePosition
  private var reached: Int
  private var line: Int
  private var column: Int

  /// Creates an index of a text whose first byte stands at `origin`.
  package init(_ bytes: [UInt8], origin: SourcePosition = SourcePosition()) {
    self.bytes = bytes
    self.origin = origin
    self.reached = 0
    self.line = origin.line
    self.column = origin.column
    rewind()
  }

  /// The position of an offset that is counted from the start of the bytes.
  package mutating func position(ofByte offset: Int) -> SourcePosition {
    let target = min(max(offset, 0), bytes.count)
    if target < reached {
      rewind()
    }
    advance(to: target)
    return SourcePosition(byte: origin.byte + target, line: line, column: column)
  }

  private mutating func rewind() {
    line = origin.line
    column = origin.column
    reached = 0
    if origin.byte == 0, Self.hasByteOrderMark(bytes) { reached = 3 }
  }

  /// Whether a text begins with the mark of UTF-8.
  static func hasByteOrderMark(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
  }

  private mutating func advance(to target: Int) {
    guard target > reached else { return }
    var line = self.line
    var column = self.column
    bytes.withUnsafeBufferPointer { bytes in
      var index = reached
      while index < target {
        // Most lines are long, and most text is ASCII.
        if target - index >= 8, Self.isPlain(bytes, at: index) {
          column += 8
          index += 8
          continue
        }
        defer { index += 1 }
        let byte = bytes[index]
        if byte == 0x0A {
          line += 1
          column = 1
        } else if byte == 0x0D {
          // A CR before an LF belongs to the line that the LF ends.
          if index + 1 < bytes.count, bytes[index + 1] == 0x0A {
            column += 1
          } else {
            line += 1
            column = 1
          }
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
      }
    }
    self.line = line
    self.column = column
    reached = target
  }

  /// Whether eight bytes are ASCII and end no line.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    func hasByte(_ byte: UInt64) -> UInt64 {
      let difference = word ^ (byte &* 0x0101_0101_0101_0101)
      return (difference &- 0x0101_0101_0101_0101) & ~difference
    }
    return (word | hasByte(0x0A) | hasByte(0x0D)) & 0x8080_8080_8080_8080 == 0
  }
}
