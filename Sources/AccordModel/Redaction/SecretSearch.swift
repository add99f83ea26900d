/// Looks for one spelling of a secret at one place of a text.
///
/// Between its characters may stand what is no character of a text: the boundaries of CDATA sections,
/// comments and tags of XML, line breaks that a mail or a log folded in, and characters without width.
struct SecretSearch {
  /// Where a secret ends, and what stands in it that has to stay, such as the end of a CDATA section.
  struct Found {
    var end: Int
    var kept: [Range<Int>]
    /// Whether only its beginning stands there, because the text was cut off.
    var isCut: Bool
  }

  /// Lent by the redactor, which makes a value of this type for one search.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let text: EncodedText
  private let budget: EncodedText.Budget

  /// The most bytes of a tag or a comment inside a secret.
  private static let longestMarkup = 400

  /// A secret of fewer bytes is not looked for across lines, where it may stand by chance.
  private static let longText = 8

  /// The most boundaries inside a secret.
  private static let mostJoints = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ budget: EncodedText.Budget) {
    self.bytes = bytes
    self.budget = budget
    text = EncodedText(bytes, budget)
  }

  /// A place in the text that may stand for a place in the secret.
  private struct State {
    var index: Int
    var place: Int
    var kept: [Range<Int>]
    var joints: Int
  }

  private struct Place: Hashable {
    var index: Int
    var place: Int
  }

  /// The characters that may stand at a place.
  func units(at start: Int) -> [EncodedText.Unit] {
    var units: [EncodedText.Unit] = []
    text.units(at: start) { units.append($0) }
    return units
  }

  /// The secret that begins at a place: whole, or its beginning if the text is cut off there.
  func find(_ pattern: SecretPattern, at start: Int) -> Found? {
    var whole: Found?
    var cut: Found?
    var open = [State(index: 0, place: start, kept: [], joints: 0)]
    // An escape can be read in several ways that come to one.
    var seen: Set<Place> = []
    func add(_ state: State) {
      if seen.insert(Place(index: state.index, place: state.place)).inserted { open.append(state) }
    }
    while let state = open.popLast(), budget.take() {
      if state.index == pattern.bytes.count {
        if state.place > whole?.end ?? start {
          whole = Found(end: state.place, kept: state.kept, isCut: false)
        }
        continue
      }
      if state.index > 0 {
        if pattern.isRecognised(by: state.index), isCut(at: state.place),
          state.place > cut?.end ?? start
        {
          cut = Found(end: state.place, kept: state.kept, isCut: true)
        }
        if state.joints < Self.mostJoints,
          let joint = joint(at: state.place, isLong: pattern.bytes.count >= Self.longText)
        {
          var next = state
          next.place = joint.end
          next.joints += 1
          if joint.isKept { next.kept.append(state.place..<joint.end) }
          add(next)
        }
      }
      if state.index > 0, pattern.allowsRadixPrefix(at: state.index),
        stands("0x", at: state.place) || stands("0X", at: state.place)
      {
        var next = state
        next.place += 2
        add(next)
      }
      text.units(at: state.place) { unit in
        var next = state
        next.place = unit.end
        pattern.accepts(unit, at: state.index) { count in
          next.index = state.index + count
          if unit.end > state.place + 1 { add(next) } else { open.append(next) }
        }
        if state.index > 0, pattern.ignores(unit.value) {
          next.index = state.index
          add(next)
        }
      }
    }
    return whole ?? cut
  }

  /// The longest beginning of an escape that is looked for where a text was cut, in bytes.
  private static let longestEscape = 16

  /// Whether the text ends here, or was cut: an ellipsis stands here, perhaps behind a quotation mark or
  /// the beginning of an escape, of which the rest was cut off too.
  private func isCut(at place: Int) -> Bool {
    var place = place
    while place < bytes.count, bytes[place] == UInt8(ascii: "\"") || bytes[place] == 0x5C {
      place += 1
    }
    if place < bytes.count,
      [UInt8(ascii: "%"), UInt8(ascii: "&")].contains(bytes[place])
        || place > 0 && bytes[place - 1] == 0x5C
    {
      let limit = min(bytes.count, place + Self.longestEscape)
      while place < limit, Self.isOfEscape(bytes[place]) { place += 1 }
    }
    return place == bytes.count || stands("…", at: place)
  }

  /// Whether a byte may stand in an escape such as `%25`, `&amp;#x` or `\\u{`.
  private static func isOfEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: ";"): true
    case UInt8(ascii: "{"), 0x5C: true
    default: false
    }
  }

  /// What may stand between two characters of a text without being one.
  private func joint(at place: Int, isLong: Bool) -> (end: Int, isKept: Bool)? {
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "<"): return markup(at: place).map { ($0, true) }
    case UInt8(ascii: "]"): return stands("]]>", at: place) ? (place + 3, true) : nil
    case UInt8(ascii: "="):
      // The soft line break of quoted-printable.
      return stands("=\r\n", at: place)
        ? (place + 3, false) : stands("=\n", at: place) ? (place + 2, false) : nil
    case 0xD, 0xA:
      guard isLong else { return nil }
      var end = place
      while end < bytes.count, [0xD, 0xA, 0x20, 0x9].contains(bytes[end]) { end += 1 }
      return (end, false)
    case 0xC2: return stands("\u{AD}", at: place) ? (place + 2, false) : nil
    case 0xE2, 0xEF:
      let isInvisible = ["\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}"]
        .contains { stands($0, at: place) }
      return isInvisible ? (place + 3, false) : nil
    default: return nil
    }
  }

  /// The end of a tag, a comment, a processing instruction or the start of a CDATA section.
  private func markup(at place: Int) -> Int? {
    if stands("<![CDATA[", at: place) { return place + 9 }
    let isComment = stands("<!--", at: place)
    let limit = min(bytes.count, place + Self.longestMarkup)
    guard place + 1 < limit else { return nil }
    switch bytes[place + 1] {
    case UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"), 0x41...0x5A, 0x61...0x7A: break
    default: return nil
    }
    var end = place + 2
    while end < limit {
      if bytes[end] == UInt8(ascii: ">"), !isComment || stands("-->", at: end - 2) {
        return end + 1
      }
      end += 1
    }
    return nil
  }

  private func stands(_ word: StaticString, at place: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard place >= 0, place + count <= bytes.count else { return false }
    for offset in 0..<count where word.utf8Start[offset] != bytes[place + offset] { return false }
    return true
  }
}
