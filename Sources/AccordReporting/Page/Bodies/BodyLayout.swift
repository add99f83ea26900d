import AccordSchema

/// The text of a body, laid out for reading if it is JSON or XML.
///
/// Only white space between its parts is changed, so that what was received stays what is read: a
/// number keeps its digits and a string its escapes. A body that cannot be read stands as it came.
enum BodyLayout {
  /// The most bytes that are shown of what is no text.
  private static let binaryLimit = 4_096

  /// The markup of a body's content.
  static func markup(of body: [UInt8], isCut: Bool, marks: [BodyMark]) -> HTML {
    guard String(validating: body, as: UTF8.self) != nil else {
      return binary(body, marks)
    }
    var text = MarkedText(of: body, marks: marks)
    switch language(of: body, isCut: isCut) {
    case .json: layJSON(body, into: &text)
    case .xml: layXML(body, into: &text)
    case .text: layText(body, into: &text)
    }
    text.finish()
    return text.markup
  }

  private enum Language { case json, xml, text }

  /// The language of a body that can be read in it, as far as it is known.
  private static func language(of body: [UInt8], isCut: Bool) -> Language {
    switch body.first(where: { !isSpace($0) }) {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      isCut || (try? JSONDocument(parsing: body)) != nil ? .json : .text
    case UInt8(ascii: "<"):
      isCut || (try? XMLDocument(parsing: body, charset: "utf-8")) != nil ? .xml : .text
    default: .text
    }
  }

  private static func layText(_ body: [UInt8], into text: inout MarkedText) {
    var start = 0
    while let end = body[start...].firstIndex(of: UInt8(ascii: "\n")) {
      text.append(start..<end) { min($0 + 60, end) }
      text.breakLine(depth: 0)
      start = end + 1
    }
    text.append(start..<body.count) { min($0 + 60, body.count) }
  }

  /// Bytes that are no UTF-8, those beyond ASCII by their values.
  private static func binary(_ body: [UInt8], _ marks: [BodyMark]) -> HTML {
    var text = ""
    for byte in body.prefix(binaryLimit) {
      if byte < 0x80 {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "\\x" + String(byte, radix: 16, uppercase: true)
      }
    }
    if body.count > binaryLimit { text += "… (\(body.count - binaryLimit) more bytes)" }
    var notes = MarkedText(of: [], marks: marks)
    notes.finish()
    return "\(block: text)\n\(notes.markup)"
  }

  /// White space as of RFC 8259, section 2, and of XML 1.0, section 2.3.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x9 || byte == 0xA || byte == 0xD
  }
}
