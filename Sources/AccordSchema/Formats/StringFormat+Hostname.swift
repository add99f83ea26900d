extension StringFormat {
  /// A host name (RFC 1123, section 2.1); labels that begin with `xn--` must stand for something.
  static let hostname = StringFormat(
    "hostname",
    "a host name (RFC 1123)",
    sample: "www.example.com",
    counterexample: "www.example_.com"
  ) { isHostname($0, admitsUnicode: false) }

  /// An internationalised host name (RFC 5890, section 2.3.2.3).
  static let idnHostname = StringFormat(
    "idn-hostname",
    "an internationalised host name (RFC 5890)",
    sample: "www.bücher.example",
    counterexample: "www.bücher_.example"
  ) { isHostname($0, admitsUnicode: true) }

  static func isHostname(_ text: Span<UInt8>, admitsUnicode: Bool) -> Bool {
    // No name of 253 characters is longer than this in UTF-8.
    guard text.count <= 253 * 4 else { return false }
    var labels: [IDNALabel] = []
    var start = 0
    var index = 0
    while index <= text.count {
      let separator = separatorLength(text, index, admitsUnicode)
      guard index == text.count || separator > 0 else {
        index += 1
        continue
      }
      let label = IDNALabel(text.extracting(start..<index), admitsUnicode: admitsUnicode)
      guard let label else { return false }
      labels.append(label)
      index += max(separator, 1)
      start = index
    }
    let length = labels.reduce(labels.count - 1) { $0 + $1.length }
    guard length <= 253 else { return false }
    return !labels.contains(where: \.isRightToLeft) || labels.allSatisfy(\.keepsDirection)
  }

  /// How long the dot at a place is; U+3002, U+FF0E and U+FF61 are dots too (RFC 3490, section
  /// 3.1).
  private static func separatorLength(
    _ text: Span<UInt8>,
    _ index: Int,
    _ admitsUnicode: Bool
  ) -> Int {
    guard index < text.count else { return 0 }
    if text[index] == UInt8(ascii: ".") { return 1 }
    guard admitsUnicode, index + 2 < text.count else { return 0 }
    switch (text[index], text[index + 1], text[index + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x8E), (0xEF, 0xBD, 0xA1): return 3
    default: return 0
    }
  }
}
