import AccordMocking

extension GUID {
  /// The GUID of which .NET's default is made.
  static let zero = "00000000-0000-0000-0000-000000000000"

  /// The dashed lower-case form of a GUID in a spelling that .NET's `Guid.Parse` reads: 32 digits,
  /// dashed, in braces or in parentheses.
  static func normal(_ text: String) -> String? {
    var digits = text.trimmed.utf8[...]
    if let first = digits.first, let last = digits.last,
      (first == 0x7B && last == 0x7D) || (first == 0x28 && last == 0x29)
    {
      digits = digits.dropFirst().dropLast()
      guard digits.count == 36 else { return nil }
    }
    let bytes = Array(digits)
    let dashes = [8, 13, 18, 23]
    guard bytes.count == 32 || (bytes.count == 36 && dashes.allSatisfy { bytes[$0] == 0x2D })
    else { return nil }
    let hexadecimal = bytes.enumerated().filter { bytes.count == 32 || !dashes.contains($0.offset) }
    guard
      hexadecimal.allSatisfy({ _, byte in
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
      })
    else { return nil }
    var result = ""
    for (index, element) in hexadecimal.enumerated() {
      if [8, 12, 16, 20].contains(index) { result += "-" }
      result.unicodeScalars.append(Unicode.Scalar(element.element))
    }
    return result.lowercased()
  }
}
