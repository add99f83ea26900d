/// Finds lines, columns and byte offsets in the document as it was given.
///
/// Asking for ascending offsets of the text costs one pass.
struct XMLPositionIndex {
  private let encoding: XMLEncoding
  private let text: [UInt8]
  private let markLength: Int
  private var lines: SourceIndex
  private var reached = 0
  private var bytes = 0

  init(_ document: XMLDocument) {
    self.init(document.tape.text, document.encoding, markLength: document.markLength)
  }

  init(_ text: [UInt8], _ encoding: XMLEncoding, markLength: Int) {
    self.text = text
    self.encoding = encoding
    self.markLength = markLength
    lines = SourceIndex(text)
  }

  /// The position of an offset of the UTF-8 text.
  mutating func position(ofText offset: Int) -> SourcePosition {
    var position = lines.position(ofByte: offset)
    if position.byte < reached {
      reached = 0
      bytes = 0
    }
    bytes += encoding.byteCount(of: reached..<position.byte, in: text)
    reached = position.byte
    position.byte = bytes + markLength
    return position
  }
}
