extension FormDocument {
  /// Writes names and values as `application/x-www-form-urlencoded` (URL standard, section 5.2).
  package static func text(of fields: [(name: String, value: String)]) -> String {
    fields.map { encoded($0.name) + "=" + encoded($0.value) }.joined(separator: "&")
  }

  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      switch byte {
      case 0x20: result += "+"
      case 0x2A, 0x2D, 0x2E, 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: PercentEscapes.write(byte, to: &result)
      }
    }
    return result
  }
}
