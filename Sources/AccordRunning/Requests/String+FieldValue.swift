extension String {
  /// Whether the text can be a field's value (RFC 9110 section 5.5).
  var isFieldValue: Bool {
    unicodeScalars.allSatisfy { $0 == "\t" || ($0.value >= 0x20 && $0.value != 0x7F) }
  }
}
