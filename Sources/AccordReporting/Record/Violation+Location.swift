import AccordModel
import AccordSchema

extension [RunRecord.Violation] {
  /// The violations of one answer, whose content is long, with the position of each in it: what is kept
  /// of the content does not lead to its place any more.
  func located(in content: [UInt8]) -> [RunRecord.Violation] {
    guard content.count > RunRecord.Content.limit,
      contains(where: { $0.position == nil && $0.place.pointer?.isRoot == false }),
      let document = try? JSONDocument(parsing: content)
    else { return self }
    return map { violation in
      guard violation.position == nil, let pointer = violation.place.pointer, !pointer.isRoot,
        let value = document.root[pointer]
      else { return violation }
      var located = violation
      located.position = SourcePosition(of: value.byteRange.lowerBound, in: content)
      return located
    }
  }
}

extension SourcePosition {
  /// The position of a byte of a text in UTF-8.
  fileprivate init(of byte: Int, in text: [UInt8]) {
    let line = text[..<byte].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    self.init(
      byte: byte,
      line: 1 + text[..<line].count { $0 == UInt8(ascii: "\n") },
      column: 1 + text[line..<byte].count { $0 & 0xC0 != 0x80 }
    )
  }
}
