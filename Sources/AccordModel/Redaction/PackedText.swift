/// Compressed bytes that a text holds as Base64: gzip (RFC 1952) and zlib (RFC 1950), by their first
/// bytes.
///
/// The Base64 may be of either alphabet, stand on several lines, and have its signs escaped as JSON and
/// URIs have them.
struct PackedText {
  /// Compressed bytes at a place of a text.
  struct Found {
    /// The place of the Base64.
    var range: Range<Int>
    /// What they are unpacked; `nil` where that cannot be told.
    var content: [UInt8]?
  }

  /// The most bytes that all of a text is unpacked to.
  static let largestContent = 16 << 20

  /// How many digits are looked at before all of them are.
  private static let probed = 64

  /// How Base64 of gzip begins.
  private static let gzip = Array("H4sI".utf8)

  private let bytes: [UInt8]
  /// How many digits may still be read, and how many bytes unpacked: a hostile text must not cost more
  /// than its length is worth.
  private var digitsLeft: Int
  private var contentLeft = largestContent

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    digitsLeft = (1 << 20) + 2 * bytes.count
  }

  /// Whether the text was searched to its end.
  var isWhole: Bool { digitsLeft > 0 }

  /// The next compressed bytes from a place on.
  mutating func next(from start: Int) -> Found? {
    var index = start
    while isWhole, let candidate = candidate(from: index) {
      let isGzip = bytes[candidate...].starts(with: Self.gzip)
      if isGzip || beginsZlib(at: candidate), let found = found(at: candidate, isGzip: isGzip) {
        return found
      }
      index = candidate + 1
    }
    return nil
  }

  /// The next place where Base64 of compressed bytes may begin, by its first two digits: a filter for
  /// bodies of megabytes.
  private func candidate(from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index + 4 <= bytes.count {
        switch (bytes[index], bytes[index + 1]) {
        case (UInt8(ascii: "H"), UInt8(ascii: "4")), (UInt8(ascii: "e"), UInt8(ascii: "A")),
          (UInt8(ascii: "e"), UInt8(ascii: "F")), (UInt8(ascii: "e"), UInt8(ascii: "J")),
          (UInt8(ascii: "e"), UInt8(ascii: "N")):
          return index
        default: index += 1
        }
      }
      return nil
    }
  }

  /// Whether Base64 of zlib may begin here, by its usual first two bytes.
  ///
  /// Other texts begin so too: it is Base64 only where no digit stands before it.
  private func beginsZlib(at index: Int) -> Bool {
    let third = bytes[index + 2]
    guard bytes[index] == UInt8(ascii: "e") else { return false }
    let begins =
      switch bytes[index + 1] {
      case UInt8(ascii: "A"): (UInt8(ascii: "E")...UInt8(ascii: "H")).contains(third)
      case UInt8(ascii: "F"): (UInt8(ascii: "4")...UInt8(ascii: "7")).contains(third)
      case UInt8(ascii: "J"): (UInt8(ascii: "w")...UInt8(ascii: "z")).contains(third)
      case UInt8(ascii: "N"): (UInt8(ascii: "o")...UInt8(ascii: "r")).contains(third)
      default: false
      }
    guard begins else { return false }
    return index == 0 || Base64Text.digit(bytes[index - 1]) == nil || isEscape(before: index)
  }

  /// Whether the letter before a place is the end of an escape, as of a line end in JSON.
  private func isEscape(before index: Int) -> Bool {
    index > 1 && bytes[index - 2] == UInt8(ascii: "\\")
      && [UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t")].contains(bytes[index - 1])
  }

  private mutating func found(at start: Int, isGzip: Bool) -> Found? {
    let (probe, _) = decode(from: start, atMost: Self.probed)
    do throws(Inflate.Failure) {
      _ = try Inflate.leading(in: probe, limit: Self.probed * 1_032)
    } catch {
      guard error != .malformed else { return nil }
    }
    let (packed, ends) = decode(from: start, atMost: .max)
    do throws(Inflate.Failure) {
      let (content, count) = try Inflate.leading(in: packed, limit: contentLeft)
      contentLeft -= content.count
      let digits = (count * 8 + 5) / 6
      return Found(range: start..<padded(ends[min(digits, ends.count) - 1]), content: content)
    } catch {
      // What only looks like zlib is text; what begins as gzip does, and ends too soon or grows too
      // large, cannot be searched.
      guard isGzip, error != .malformed, Self.isHeader(packed), let end = ends.last else {
        return nil
      }
      return Found(range: start..<end, content: nil)
    }
  }

  /// Whether bytes are those of a gzip header: with no reserved flag, and a known kind of compression
  /// and of file system (RFC 1952 section 2.3.1).
  private static func isHeader(_ packed: [UInt8]) -> Bool {
    guard packed.count > 10 else { return false }
    return packed[3] & 0xE0 == 0 && [0, 2, 4].contains(packed[8])
      && (packed[9] <= 13 || packed[9] == 0xFF)
  }

  /// The bytes of the Base64 at a place, and where each of its digits ends.
  private mutating func decode(
    from start: Int,
    atMost count: Int
  ) -> (bytes: [UInt8], ends: [Int]) {
    var decoded: [UInt8] = []
    var ends: [Int] = []
    var pending: UInt32 = 0
    var bits = 0
    var index = start
    var isAtLineStart = false
    while index < bytes.count, ends.count < count, digitsLeft > 0 {
      digitsLeft -= 1
      let (sign, end) = sign(at: index)
      index = end
      guard let digit = Base64Text.digit(sign) else {
        // Lines may be indented; a blank within one ends it.
        let isLineEnd = sign == 0xA || sign == 0xD
        guard isLineEnd || isAtLineStart && (sign == 0x20 || sign == 0x9) else { break }
        isAtLineStart = true
        continue
      }
      isAtLineStart = false
      pending = pending << 6 | digit
      bits += 6
      ends.append(end)
      guard bits >= 8 else { continue }
      bits -= 8
      decoded.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
    }
    return (decoded, ends)
  }

  /// What stands at a place: itself, or what JSON or a URI escapes there.
  private func sign(at index: Int) -> (sign: UInt8, end: Int) {
    let byte = bytes[index]
    if byte == UInt8(ascii: "%"), let value = hexadecimal(index + 1, 2) {
      return (value, index + 3)
    }
    guard byte == UInt8(ascii: "\\") else { return (byte, index + 1) }
    var next = index + 1
    while next < bytes.count, next < index + 8, bytes[next] == byte { next += 1 }
    guard next < bytes.count else { return (byte, index + 1) }
    switch bytes[next] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): return (0xA, next + 1)
    case UInt8(ascii: "/"): return (UInt8(ascii: "/"), next + 1)
    case UInt8(ascii: "u"):
      guard let high = hexadecimal(next + 1, 2), high == 0, let low = hexadecimal(next + 3, 2)
      else { return (byte, index + 1) }
      return (low, next + 5)
    default: return (byte, index + 1)
    }
  }

  private func hexadecimal(_ start: Int, _ count: Int) -> UInt8? {
    guard start + count <= bytes.count else { return nil }
    return UInt8(String(decoding: bytes[start..<start + count], as: UTF8.self), radix: 16)
  }

  /// The end of what fills up the last four digits.
  private func padded(_ start: Int) -> Int {
    var end = start
    for _ in 0..<2 where end < bytes.count {
      let (sign, next) = sign(at: end)
      guard sign == UInt8(ascii: "=") else { break }
      end = next
    }
    return end
  }
}
