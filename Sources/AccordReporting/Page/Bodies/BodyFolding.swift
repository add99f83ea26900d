import AccordModel
import AccordSchema

/// Bodies that were shown already: one that comes again is a link to the first, so that ten thousand
/// equal answers stand in a page once.
struct BodyFolding {
  /// The shortest body that is worth a link.
  private static let threshold = 200
  /// The most bytes of a body in which nothing is marked.
  static let limit = 16_384

  /// By their digests, so that a page of many long bodies holds none of them.
  private var numbers: [[UInt8]: Int] = [:]

  /// The markup of a message's content.
  mutating func markup(of content: RunRecord.Content, marks: [BodyMark]) -> HTML {
    guard content.length > 0 else { return "" }
    let isFoldable = marks.isEmpty && content.bytes.count >= Self.threshold
    var anchor: HTML = ""
    if isFoldable {
      let (number, isNew) = number(of: content.bytes)
      guard isNew else {
        return """
          <p class="same small">The same content as <a href="#body:\(number)">shown before</a>, \
          \(content.length) bytes.</p>
          """
      }
      anchor = " id=\"body:\(number)\""
    }
    let shown = marks.isEmpty ? Self.head(of: content.bytes) : content.bytes
    let isCut = shown.count < content.length
    let beyond = content.passages.map { passage in
      (passage, marks.filter { passage.range.contains($0.byte) })
    }
    let others = marks.filter { mark in !beyond.contains { $0.1.contains(mark) } }
    let body = BodyLayout.markup(of: shown, isCut: isCut, marks: others)
    let remark: HTML =
      isCut
      ? "<p class=\"muted small\">The first \(shown.count) of \(content.length) bytes.</p>" : ""
    let passages = beyond.map { passage, marks -> HTML in
      let marks = marks.map { $0.moved(by: -passage.start.byte) }
      let text = BodyLayout.markup(of: passage.bytes, isCut: true, marks: marks)
      return """
        <pre>
        \(text)</pre><p class="muted small">\(passage.bytes.count) bytes at byte \
        \(passage.start.byte).</p>
        """
    }
    // The parser drops a line feed at the start of the element.
    return "<pre\(anchor)>\n\(body)</pre>\(remark)\(passages)"
  }

  /// The number of a body, found or given with one look at it.
  private mutating func number(of body: [UInt8]) -> (number: Int, isNew: Bool) {
    let next = numbers.count + 1
    func note(_ entry: inout Int?) -> Int {
      let number = entry ?? next
      entry = number
      return number
    }
    let number = note(&numbers[SHA256.digest(of: body)])
    return (number, number == next)
  }

  /// The first bytes; a character of UTF-8 is not cut apart.
  private static func head(of bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > limit else { return bytes }
    var end = limit
    while end > limit - 4, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(bytes[..<end])
  }
}
