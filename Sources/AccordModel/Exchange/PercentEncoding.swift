import AccordSchema

/// Percent-encoding of request targets (RFC 3986 section 2).
package enum PercentEncoding {
  /// The UTF-8 bytes of a text with all but unreserved characters encoded.
  package static func encode(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 { append(byte, to: &result, keeping: "") }
    return result
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
