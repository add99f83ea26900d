/// The text of a body as it is laid out, with marks at the places that differ and a note below the
/// line of each.
struct MarkedText {
  /// The deepest indentation, however deep the body is nested.
  private static let deepest = 40

  /// The markup so far, in UTF-8.
  private var buffer: [UInt8] = []
  private let bytes: [UInt8]
  private var marks: ArraySlice<BodyMark>
  private var notes: [BodyMark] = []

  /// An empty text of a body in UTF-8, with marks in ascending order.
  init(of bytes: [UInt8], marks: [BodyMark]) {
    self.bytes = bytes
    self.marks = marks[...]
    buffer.reserveCapacity(bytes.count * 2)
  }

  /// The markup so far.
  var markup: HTML { HTML(markup: String(decoding: buffer, as: UTF8.self)) }

  /// Adds bytes of the body; `end` finds the end of a thing from its start.
  mutating func append(_ range: Range<Int>, end: (Int) -> Int) {
    var start = range.lowerBound
    while let mark = marks.first, mark.byte < range.upperBound {
      let place = character(atOrBefore: max(start, mark.byte), notBefore: start)
      appendText(start..<place)
      let stop = character(atOrAfter: min(end(place), range.upperBound))
      let next = max(stop, place)
      buffer += (mark.isDoubt ? #"<mark class="doubt">"# : "<mark>").utf8
      appendText(place..<next)
      buffer += "</mark>".utf8
      start = next
      while let mark = marks.first, mark.byte < max(next, place + 1) {
        notes.append(mark)
        marks.removeFirst()
      }
    }
    appendText(start..<max(start, range.upperBound))
  }

  /// Adds a space that the body does not have.
  mutating func appendSpace() { buffer.append(UInt8(ascii: " ")) }

  /// Ends the line, with the notes that belong to it, and indents the next.
  mutating func breakLine(depth: Int) {
    if notes.isEmpty { buffer.append(UInt8(ascii: "\n")) }
    appendNotes()
    buffer += repeatElement(UInt8(ascii: " "), count: 2 * min(max(0, depth), Self.deepest))
  }

  /// Ends the text: what is marked behind its end is noted there.
  mutating func finish() {
    notes += marks
    marks = []
    appendNotes()
  }

  private mutating func appendNotes() {
    for note in notes {
      let role: HTML = note.isDoubt ? "note doubt" : "note"
      buffer += ("<span class=\"\(role)\">▲ \(note.note)</span>" as HTML).text.utf8
    }
    notes = []
  }

  private mutating func appendText(_ range: Range<Int>) {
    HTMLText.appendBlock(bytes[range], to: &buffer)
  }

  private func character(atOrBefore index: Int, notBefore start: Int) -> Int {
    var index = index
    while index > start, isInsideCharacter(index) { index -= 1 }
    return index
  }

  private func character(atOrAfter index: Int) -> Int {
    var index = index
    while isInsideCharacter(index) { index += 1 }
    return index
  }

  private func isInsideCharacter(_ index: Int) -> Bool {
    bytes.indices.contains(index) && bytes[index] & 0xC0 == 0x80
  }
}
