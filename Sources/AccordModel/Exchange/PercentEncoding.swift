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
      let isEscape = byte == 0x25 && isHexadecimal(bytes[(index + 1)...].prefix(2))
      append(byte, to: &result, keeping: isEscape ? "%" : "/?!$&'()*+,;=:@")
    }
    return result
  }

  /// The first percent sign that begins no escape, with the two characters after it.
  package static func brokenEscape(in text: String) -> String? {
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() where byte == 0x25 {
      let digits = bytes[(index + 1)...].prefix(2)
      if !isHexadecimal(digits) {
        return String(decoding: bytes[index..<digits.endIndex], as: UTF8.self)
      }
    }
    return nil
  }

  private static func append(_ byte: UInt8, to result: inout String, keeping kept: String) {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
      result.unicodeScalars.append(Unicode.Scalar(byte))
    case _ where kept.utf8.contains(byte):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
    }
  }

  private static func isHexadecimal(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count == 2
      && digits.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
      }
  }
}
