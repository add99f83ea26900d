import AccordModel
import AccordSchema

/// Cuts what a server sent to a length that a report can show.
package enum Excerpt {
  /// The most Unicode scalars that are shown.
  package static let limit = 200

  /// The text, cut, with its real length where it was cut.
  package static func text(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard
      let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "… (\(scalars.count) characters)"
  }

  /// The beginning of bytes as a quoted text with escapes, with their number.
  package static func quoted(_ bytes: [UInt8]) -> String {
    let head = String(decoding: bytes.prefix(limit), as: UTF8.self)
    let more = bytes.count > limit ? "…" : ""
    return "\(counted(bytes.count, "byte")): \(JSON.string(head).text())\(more)"
  }

  /// Bytes in quotes, as printable ASCII; everything else is written as `\r`, `\n`, `\t` or `\xHH`.
  package static func escaped(_ bytes: [UInt8]) -> String {
    var text = ""
    for byte in bytes.prefix(limit) {
      switch byte {
      case 0x0D: text += "\\r"
      case 0x0A: text += "\\n"
      case 0x09: text += "\\t"
      case 0x22: text += "\\\""
      case 0x5C: text += "\\\\"
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "\\x" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return "\"\(text)\(bytes.count > limit ? "…" : "")\""
  }

  /// A number of things.
  package static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The beginning of a body as text, with its size where it was cut.
  package static func body(_ bytes: [UInt8]) -> String {
    guard !bytes.isEmpty else { return "an empty body" }
    let head = bytes.prefix(4 * limit)
    let scalars = String(decoding: head, as: UTF8.self).unicodeScalars
    guard head.count < bytes.count || scalars.count > limit else { return String(scalars) }
    return "\(String(scalars.prefix(limit)))… (\(bytes.count) bytes)"
  }

  /// How many bytes there are, and their digest.
  package static func digest(of bytes: [UInt8]) -> String {
    "\(counted(bytes.count, "byte")) with SHA-256 \(SHA256.hexadecimal(of: bytes))"
  }
}
