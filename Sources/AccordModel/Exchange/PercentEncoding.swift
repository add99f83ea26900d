import AccordSchema

/// Percent-encoding of request targets (RFC 3986 section 2).
package enum PercentEncoding {
  /// The UTF-8 bytes of a text with all but unreserved characters encoded.
  package static func encode(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 { append(byte, to: &result, keeping: "") }
    return result
  }

  /// The reserved characters that a value keeps as they are (RFC 3986 section 2.2).
  package enum Reserved: String, Sendable {
    /// None of them.
    case none = ""
    /// Those that do not end a path; a slash is among them.
    case path = "/:@!$&'()*+,;="
    /// Those that neither end a query nor mean something in a form.
    case query = "/:@!$'()*,;=?"
  }

  /// The UTF-8 bytes of a value, with reserved characters and escapes kept where some are allowed
  /// (RFC 6570 section 3.2.3).
  package static func encode(_ text: String, allowing reserved: Reserved) -> String {
    guard reserved != .none else { return encode(text) }
    let bytes = Array(text.utf8)
    var result = ""
    for (index, byte) in bytes.enumerated() {
      let isEscape = PercentEscapes.octet(in: bytes, at: index) != nil
      append(byte, to: &result, keeping: isEscape ? "%" : reserved.rawValue)
    }
    return result
  }

  /// The text without its escapes; what is no UTF-8 is replaced.
  package static func decode(_ text: String) -> String {
    String(decoding: PercentEscapes.octets(of: Array(text.utf8)), as: UTF8.self)
  }

  /// A path, or a piece of one, with what no path can hold encoded (section 3.3).
  ///
  /// What is encoded already stays as it is, and so does a question mark, which begins a query; a
  /// percent sign that begins no escape is encoded itself.
  package static func path(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    for (index, byte) in bytes.enumerated() {
      let isEscape = PercentEscapes.octet(in: bytes, at: index) != nil
      append(byte, to: &result, keeping: isEscape ? "%" : "/?!$&'()*+,;=:@")
    }
    return result
  }

  /// The first percent sign that begins no escape, with the two characters after it.
  package static func brokenEscape(in text: String) -> String? {
    let bytes = Array(text.utf8)
    let broken = bytes.indices.first { index in
      bytes[index] == UInt8(ascii: "%") && PercentEscapes.octet(in: bytes, at: index) == nil
    }
    return broken.map { String(decoding: bytes[$0...].prefix(3), as: UTF8.self) }
  }

  private static func append(_ byte: UInt8, to result: inout String, keeping kept: String) {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
      result.unicodeScalars.append(Unicode.Scalar(byte))
    case _ where kept.utf8.contains(byte):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default: PercentEscapes.write(byte, to: &result)
    }
  }
}
