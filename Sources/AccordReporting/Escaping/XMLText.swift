/// Text in XML 1.0 (fifth edition, sections 2.2 and 2.4).
///
/// Characters that XML cannot hold, not even as a reference, become a visible escape; so do the
/// controls that it discourages.
package enum XMLText {
  /// The text as the content of an element.
  package static func content(_ text: String) -> String {
    escape(text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      // Section 2.4: `]]>` does not occur in content.
      case ">": "&gt;"
      // Section 2.11: a parser reads a bare carriage return as a line feed.
      case "\r": "&#13;"
      default: nil
      }
    }
  }

  /// The text as the value of an attribute, without its quotation marks.
  package static func attribute(_ text: String) -> String {
    escape(text) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "'": "&apos;"
      // Section 3.3.3: a parser reads bare white space as spaces.
      case "\r": "&#13;"
      case "\n": "&#10;"
      case "\t": "&#9;"
      default: nil
      }
    }
  }

  /// Whether a document may hold the character (`Char`) and is not discouraged to.
  package static func allows(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD: true
    case 0x10000...0x10FFFF: scalar.value & 0xFFFE != 0xFFFE
    default: false
    }
  }

  /// Whether a byte stands for itself everywhere in a document.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"): false
    case UInt8(ascii: "\""), UInt8(ascii: "'"): false
    default: (0x20...0x7E).contains(byte)
    }
  }

  private static func escape(
    _ text: String,
    _ reference: (Unicode.Scalar) -> String?
  ) -> String {
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let reference = reference(scalar) {
        result += reference
      } else if allows(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        result += VisibleText.name(of: scalar)
      }
    }
    return result
  }
}
