/// Bytes of a message shown as text, and text made safe to show.
package enum WireText {
  /// The text of these bytes: UTF-8 where it is valid, else Latin-1, so that nothing is lost.
  package static func decode(_ bytes: some Collection<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) {
      return text
    }
    return String(String.UnicodeScalarView(bytes.lazy.map { Unicode.Scalar($0) }))
  }

  /// The bytes as printable ASCII, everything else written as `\r`, `\n`, `\t` or `\xHH`.
  package static func escaped(_ bytes: some Collection<UInt8>, limit: Int = 64) -> String {
    var text = ""
    for byte in bytes.prefix(limit) {
      switch byte {
      case ASCII.carriageReturn: text += "\\r"
      case ASCII.lineFeed: text += "\\n"
      case ASCII.tab: text += "\\t"
      case 0x5C: text += "\\\\"
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "\\x" + hexadecimal(byte)
      }
    }
    return bytes.count > limit ? text + "…" : text
  }

  /// Two hexadecimal digits in upper case.
  static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
