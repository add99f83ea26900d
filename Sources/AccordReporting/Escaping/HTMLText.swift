/// Text in an HTML document (HTML Standard, section 13.2), so that nothing in it becomes markup.
///
/// What would steer a reader's screen, such as marks that change the writing direction, is written
/// as a visible escape.
package enum HTMLText {
  /// The text on one line; right in an element's content and in a quoted attribute.
  package static func line(_ text: String) -> String {
    isPlain(text, isBlock: false) ? text : escape(VisibleText.line(text), isBlock: false)
  }

  /// The text with its line feeds and tabs kept; right in the content of a `pre` element only,
  /// because quotation marks stand for themselves.
  package static func block(_ text: String) -> String {
    isPlain(text, isBlock: true) ? text : escape(VisibleText.block(text), isBlock: true)
  }

  /// Adds a part of a text in UTF-8 as ``block(_:)`` writes it.
  static func appendBlock(_ text: ArraySlice<UInt8>, to markup: inout [UInt8]) {
    var start = text.startIndex
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"):
        markup += text[start..<index]
        markup += (reference(byte, isBlock: true) ?? "").utf8
        start = index + 1
      case 0x20...0x7E, 0x9, 0xA: break
      default:
        markup += block(String(decoding: text[start...], as: UTF8.self)).utf8
        return
      }
    }
    markup += text[start...]
  }

  /// Text as the name of a place in the page: what an `id` and a fragment can hold alike.
  package static func anchor(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "+"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "~" + String(byte, radix: 16)
      }
    }
    return result
  }

  /// Whether the text is ASCII that stands for itself.
  private static func isPlain(_ text: String, isBlock: Bool) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): false
      case UInt8(ascii: "\""), UInt8(ascii: "'"), 0x9, 0xA: isBlock
      case 0x20...0x7E: true
      default: false
      }
    }
  }

  private static func escape(_ text: String, isBlock: Bool) -> String {
    var result = ""
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() {
        guard let reference = reference(byte, isBlock: isBlock) else { continue }
        result += String(decoding: bytes[start..<index], as: UTF8.self)
        result += reference
        start = index + 1
      }
      result += String(decoding: bytes[start...], as: UTF8.self)
    }
    return result
  }

  private static func reference(_ byte: UInt8, isBlock: Bool) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\"") where !isBlock: "&quot;"
    case UInt8(ascii: "'") where !isBlock: "&#39;"
    default: nil
    }
  }
}
