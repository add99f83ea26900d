extension Field {
  /// Whether name and value can stand in a message as they are: the name is a token, and the value
  /// holds no line break or other control character and no blank at its ends (RFC 9110 sections 5.1
  /// and 5.5).
  package var isWellFormed: Bool { Self.isName(name) && Self.isValue(value) }

  /// Whether a text is a token, as names of fields are (RFC 9110 section 5.6.2).
  package static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
      }
  }

  /// Whether a text can be sent as the value of a field and is read as the same text.
  package static func isValue(_ text: String) -> Bool {
    func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }
    return !isBlank(text.utf8.first) && !isBlank(text.utf8.last)
      && text.utf8.allSatisfy { $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }
  }
}
