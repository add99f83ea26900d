/// XML of our own writing, one element a line.
enum XMLIndentation {
  /// The document with line feeds and indentation.
  static func indented(_ document: String) -> String {
    var text = IndentedText(of: Array(document.utf8))
    BodyLayout.layXML(text.bytes, into: &text)
    return text.text
  }
}

/// The text of a body that is laid out, and nothing else.
private struct IndentedText: LaidOutText {
  let bytes: [UInt8]
  private var buffer: [UInt8] = []

  init(of bytes: [UInt8]) { self.bytes = bytes }

  var text: String { String(decoding: buffer, as: UTF8.self) }

  mutating func append(_ range: Range<Int>, end: (Int) -> Int) { buffer += bytes[range] }

  mutating func breakLine(depth: Int) {
    buffer.append(UInt8(ascii: "\n"))
    buffer += repeatElement(UInt8(ascii: " "), count: 2 * max(0, depth))
  }
}
