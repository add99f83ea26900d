/// A text in UTF-8 through which a matcher moves by scalars.
struct PatternText {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  @inline(__always)
  var count: Int {
    bytes.count
  }

  /// The scalar that begins at a place, and the place behind it.
  @inline(__always)
  func next(_ place: Int) -> (value: UInt32, place: Int)? {
    guard place < bytes.count, let base = bytes.baseAddress else { return nil }
    let (value, length) = UTF8Sequence.scalar(base + place)
    return (value, place + length)
  }

  /// The scalar that ends at a place, and the place before it.
  @inline(__always)
  func previous(_ place: Int) -> (value: UInt32, place: Int)? {
    guard place > 0, let base = bytes.baseAddress else { return nil }
    var start = place - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 {
      start -= 1
    }
    return (UTF8Sequence.scalar(base + start).value, start)
  }

  @inline(__always)
  func move(_ place: Int, forward: Bool) -> (value: UInt32, place: Int)? {
    forward ? next(place) : previous(place)
  }

  /// Whether a word begins or ends at a place.
  func isWordBoundary(_ place: Int) -> Bool {
    let isBefore = place > 0 && isWord(bytes[place - 1])
    let isAfter = place < bytes.count && isWord(bytes[place])
    return isBefore != isAfter
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}
