import AccordModel
import AccordSchema

/// The content of a message as lines: JSON and XML laid out to the same width, everything else as it
/// came.
struct BodyLines {
  /// The lines.
  let lines: [String]
  /// The line of the place that was asked for.
  let place: Int?

  /// Lays out content; the place is a JSON Pointer or a position in its text.
  init(
    _ content: RunRecord.Content,
    marking pointer: JSONPointer? = nil,
    at position: SourcePosition? = nil
  ) {
    if !content.isTruncated, let layout = Self.json(content.bytes, pointer) {
      lines = layout.lines
      place = layout.place
    } else if !content.isTruncated, let layout = Self.xml(content.bytes, position) {
      lines = layout.lines
      place = layout.place
    } else if let position, let passage = content.passage(at: position.byte) {
      var inside = position
      inside.line &-= passage.start.line - 1
      let isFirst = inside.line == 1
      if isFirst { inside.column &-= passage.start.column - 1 }
      let isCut = isFirst && passage.start.column > 1
      let text = Self.text(passage.bytes, around: inside)
      let line = text.indices.contains(inside.line - 1) ? inside.line - 1 : nil
      place = line
      lines = text.enumerated().map { index, text in
        isCut && index == line && !text.hasPrefix("… ") ? "… \(text)" : text
      }
    } else {
      let text = Self.text(content.bytes, around: position)
      lines = text
      place = position.map { $0.line - 1 }.flatMap { text.indices.contains($0) ? $0 : nil }
    }
  }

  /// Values alone: a text of two JSON objects or arrays is not read as one.
  private static func json(_ bytes: [UInt8], _ pointer: JSONPointer?) -> JSONLayout? {
    guard let first = firstSign(bytes), first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
      let document = try? JSONDocument(parsing: bytes)
    else { return nil }
    return JSONLayout(document.root.value, marking: pointer)
  }

  private static func xml(_ bytes: [UInt8], _ position: SourcePosition?) -> XMLLayout? {
    guard firstSign(bytes) == UInt8(ascii: "<"), let document = try? XMLDocument(parsing: bytes)
    else { return nil }
    return XMLLayout(document, marking: position?.byte)
  }

  private static func firstSign(_ bytes: [UInt8]) -> UInt8? {
    bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
  }

  /// The lines as they came; of the one at the place, the part around it.
  private static func text(_ bytes: [UInt8], around position: SourcePosition?) -> [String] {
    guard let text = String(validating: bytes, as: UTF8.self) else { return hexadecimal(bytes) }
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.last == "\r" ? $0.dropLast() : $0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard let position, lines.indices.contains(position.line - 1) else { return lines }
    lines[position.line - 1] = cut(lines[position.line - 1], around: position.column)
    return lines
  }

  /// The most characters of a line that are shown before a place, and after it.
  private static let before = 60
  private static let after = 120

  /// The part of a line around a column, with dots where something is left out.
  private static func cut(_ line: String, around column: Int) -> String {
    let scalars = line.unicodeScalars
    let start = column > before + 40 ? column - before : 0
    let rest = scalars.dropFirst(start)
    let shown = rest.prefix(column - start + after)
    return (start > 0 ? "… " : "") + String(shown) + (shown.endIndex < rest.endIndex ? " …" : "")
  }

  /// Bytes that are no text, sixteen a line.
  private static func hexadecimal(_ bytes: [UInt8]) -> [String] {
    stride(from: 0, to: bytes.count, by: 16).map { start in
      bytes[start..<min(start + 16, bytes.count)].map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined(separator: " ")
    }
  }
}
