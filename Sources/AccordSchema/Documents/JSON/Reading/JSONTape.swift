/// A JSON text as a flat list of entries in document order.
///
/// A container is followed by its children; the children of an object alternate between keys and
/// values. An entry keeps offsets into the bytes instead of contents, so that a string without
/// escapes is copied only when it is asked for.
package struct JSONTape: Sendable {
  /// The text.
  package let bytes: [UInt8]

  /// The entries; the first is the root.
  package let entries: [JSONTapeEntry]

  /// The string of an entry, unescaped.
  package func string(_ entry: JSONTapeEntry) -> String {
    bytes.withUnsafeBufferPointer { bytes in
      let content = UnsafeBufferPointer(rebasing: bytes[entry.content])
      guard entry.isEscaped else { return String(decoding: content, as: UTF8.self) }
      return String(decoding: JSONEscapes.unescaped(content), as: UTF8.self)
    }
  }

  /// Whether the string of an entry consists of exactly these bytes of UTF-8.
  package func string(_ entry: JSONTapeEntry, equals text: String) -> Bool {
    guard !entry.isEscaped else { return string(entry).isIdentical(to: text) }
    let content = entry.content
    guard content.count == text.utf8.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      let content = UnsafeBufferPointer(rebasing: bytes[content])
      let equal = text.utf8.withContiguousStorageIfAvailable { $0.elementsEqual(content) }
      return equal ?? content.elementsEqual(text.utf8)
    }
  }

  /// Whether a string of which nothing is escaped passes a check of its bytes; nil where
  /// there are escapes.
  func passes(
    _ entry: JSONTapeEntry,
    _ check: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool? {
    guard !entry.isEscaped else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      check(UnsafeBufferPointer(rebasing: bytes[entry.content]))
    }
  }

  /// The number of an entry.
  func number(_ entry: JSONTapeEntry) -> JSONNumber {
    guard entry.isWrittenAsInteger, entry.range.count < 19 else {
      return JSONNumber(checked: text(entry))
    }
    var value = 0
    var isNegative = false
    for byte in bytes[entry.range] {
      if byte == UInt8(ascii: "-") {
        isNegative = true
      } else {
        value = value * 10 + Int(byte &- 0x30)
      }
    }
    // The text of a negative zero is kept.
    return isNegative && value == 0
      ? JSONNumber(checked: text(entry)) : JSONNumber(isNegative ? -value : value)
  }

  /// The text of a number or of any other value, as it was written.
  package func text(_ entry: JSONTapeEntry) -> String {
    String(decoding: bytes[entry.range], as: UTF8.self)
  }
}

/// One value or key of a tape.
package struct JSONTapeEntry: Sendable {
  package enum Kind: UInt32, Sendable {
    case null, `false`, `true`, number, string, array, object
  }

  /// The offset of the first byte.
  package var start: UInt32

  /// The offset after the last byte.
  package var end: UInt32

  /// The index of the entry after this one and all that is inside it.
  ///
  /// A key is always followed by its value, so that it keeps its ``JSONKeyHash`` here instead.
  package var next: UInt32

  // Bits 0 to 2: kind, 3: has escapes, 4: number without fraction and exponent, 5: key,
  // 8 to 31: number of children, saturated.
  private var word: UInt32

  private static let largestCount: UInt32 = 0xFF_FFFF

  @inline(__always)
  package init(_ kind: Kind, start: Int, end: Int, next: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.next = UInt32(truncatingIfNeeded: next)
    word = kind.rawValue
  }

  @inline(__always)
  package var kind: Kind {
    Kind(rawValue: word & 7) ?? .null
  }

  /// Whether a string or key has escapes.
  @inline(__always)
  package var isEscaped: Bool {
    get { word & 8 != 0 }
    set { word = newValue ? word | 8 : word & ~8 }
  }

  /// Whether a number is written without fraction and exponent.
  @inline(__always)
  package var isWrittenAsInteger: Bool {
    get { word & 16 != 0 }
    set { word = newValue ? word | 16 : word & ~16 }
  }

  @inline(__always)
  package var isKey: Bool {
    get { word & 32 != 0 }
    set { word = newValue ? word | 32 : word & ~32 }
  }

  /// The number of elements or members; nil if there are more than the entry can say.
  @inline(__always)
  package var count: Int? {
    let count = word >> 8
    return count == JSONTapeEntry.largestCount ? nil : Int(count)
  }

  @inline(__always)
  mutating func countChild() {
    if word < JSONTapeEntry.largestCount << 8 {
      word += 0x100
    }
  }

  /// The bytes of the value, the quotes of a string included.
  @inline(__always)
  package var range: Range<Int> {
    Int(start)..<Int(end)
  }

  /// The bytes between the quotes of a string or key.
  @inline(__always)
  package var content: Range<Int> {
    Int(start) + 1..<Int(end) - 1
  }
}
