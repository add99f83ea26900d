/// One field line of a message, byte for byte (RFC 9110, section 5).
///
/// Order, case and duplicates are kept by whoever holds the fields in an array.
package struct WireField: Sendable, Hashable {
  /// The field name as it stood on the wire.
  package let name: [UInt8]

  /// The field value without the blanks around it; folded lines are joined by one space.
  package let value: [UInt8]

  /// The whole line as it stood on the wire, or will stand there, without its line end.
  package let rawLine: [UInt8]

  /// A field to be written as `name: value`.
  package init(_ name: String, _ value: String) {
    self.init(name: Array(name.utf8), value: Array(value.utf8))
  }

  /// A field of raw bytes, to be written as `name: value`.
  package init(name: [UInt8], value: [UInt8]) {
    self.init(name: name, value: value, rawLine: name + [0x3A, 0x20] + value)
  }

  /// A field whose line is written exactly as given, right or wrong.
  package init(name: [UInt8], value: [UInt8], rawLine: [UInt8]) {
    self.name = name
    self.value = value
    self.rawLine = rawLine
  }

  /// The name as text: UTF-8 where it is valid, else Latin-1.
  package var nameText: String { WireText.decode(name) }

  /// The value as text: UTF-8 where it is valid, else Latin-1.
  package var valueText: String { WireText.decode(value) }

  /// Whether this field has the given name, ignoring ASCII case (RFC 9110, section 5.1).
  package func isNamed(_ other: String) -> Bool {
    ASCII.equalIgnoringCase(name, other.utf8)
  }
}

extension [WireField] {
  /// All values of the fields with this name, in order, one for each line.
  package func values(of name: String) -> [[UInt8]] {
    compactMap { $0.isNamed(name) ? $0.value : nil }
  }

  /// The value of the first field with this name as text.
  package func firstText(of name: String) -> String? {
    first { $0.isNamed(name) }?.valueText
  }

  /// The elements of a comma-separated list over all lines of this name, lower-cased.
  ///
  /// Empty elements are dropped (RFC 9110, section 5.6.1.2).
  package func tokens(of name: String) -> [String] {
    var tokens: [String] = []
    for value in values(of: name) {
      for element in value.split(separator: ASCII.comma) {
        let token = ASCII.trimmed(element)
        if !token.isEmpty {
          tokens.append(WireText.decode(token.map(ASCII.lowercased)))
        }
      }
    }
    return tokens
  }
}
