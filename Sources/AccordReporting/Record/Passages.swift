import AccordModel
import AccordSchema

/// The parts of long content that are kept because something is wrong there.
///
/// A part begins at a line, or within one behind a sign that ends a word, so that it never begins
/// with the rest of a secret that became known later.
struct Passages {
  /// The most parts that are kept.
  private static let mostParts = 32
  /// How many bytes are kept before a place, and behind it, at most.
  private static let reach = 1_024
  /// How many whole lines are kept before a place, and behind it, at most.
  private static let lines = 4

  /// The parts, in the order of the content.
  private(set) var list: [RunRecord.Content.Passage] = []

  private let bytes: [UInt8]
  private let kept: Int

  /// The parts of content, of which so many bytes are kept anyhow, around the places of violations.
  init(of bytes: [UInt8], after kept: Int, around violations: [RunRecord.Violation]) {
    self.bytes = bytes
    self.kept = kept
    let places = violations.filter(\.place.isInBody).compactMap(\.position)
    for place in places.sorted() where place.byte >= kept && place.byte < bytes.count {
      keep(place)
    }
  }

  private mutating func keep(_ place: SourcePosition) {
    let end = end(of: place)
    if let last = list.last, place.byte < last.range.upperBound {
      guard end > last.range.upperBound else { return }
      list[list.count - 1].bytes += bytes[last.range.upperBound..<end]
    } else if list.count < Self.mostParts {
      let start = start(of: place, after: list.last?.range.upperBound ?? kept)
      list.append(.init(start: start, bytes: Array(bytes[start.byte..<end])))
    }
  }

  private func start(of place: SourcePosition, after limit: Int) -> SourcePosition {
    let lowest = max(limit, place.byte - Self.reach)
    var start: Int?
    var line = place.line
    for index in (lowest..<place.byte).reversed() where bytes[index] == UInt8(ascii: "\n") {
      if start != nil { line -= 1 }
      start = index + 1
      if place.line - line == Self.lines - 1 { break }
    }
    if let start { return SourcePosition(byte: start, line: line) }
    let isWhole = lowest == 0 || bytes[lowest - 1] == UInt8(ascii: "\n")
    let byte =
      isWhole
      ? lowest
      : (lowest..<place.byte).first { Self.endsWord(bytes[$0]) }.map { $0 + 1 } ?? place.byte
    let before = bytes[byte..<place.byte].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(byte: byte, line: place.line, column: max(1, place.column - before))
  }

  private func end(of place: SourcePosition) -> Int {
    let highest = min(bytes.count, place.byte + Self.reach)
    var lines = 0
    for index in place.byte..<highest where bytes[index] == UInt8(ascii: "\n") {
      lines += 1
      if lines == Self.lines { return index }
    }
    // A character is not cut apart.
    var end = highest
    while end < bytes.count, end > place.byte, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// Whether a byte can stand in no token or password of the usual alphabets.
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\",:;{}[]<>()&".utf8.contains(byte)
  }
}
