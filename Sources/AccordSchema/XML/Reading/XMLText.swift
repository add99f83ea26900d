/// Makes the text that the markup denotes: references resolved, line ends and white space normalised.
enum XMLText {
  enum Usage {
    /// Character data: references are resolved, line ends normalised (section 2.11).
    case text
    /// A CDATA section, comment or instruction: only line ends are normalised.
    case literal
    /// An attribute value: references are resolved, each white space becomes a space (3.3.3).
    case attributeValue
  }

  /// The text of a range whose references are known to be right.
  static func decoded(_ text: [UInt8], _ range: Range<Int>, as usage: Usage) -> String {
    String(decoding: bytes(text, range, as: usage), as: UTF8.self)
  }

  static func bytes(_ text: [UInt8], _ range: Range<Int>, as usage: Usage) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "&") where usage != .literal:
        let end = text[index..<range.upperBound].firstIndex(of: UInt8(ascii: ";")) ?? index
        result += reference(text[index..<end])
        index = end + 1
      case 0x0D:
        if index < range.upperBound, text[index] == 0x0A {
          index += 1
        }
        result.append(usage == .attributeValue ? 0x20 : 0x0A)
      case 0x09, 0x0A:
        result.append(usage == .attributeValue ? 0x20 : byte)
      default:
        result.append(byte)
      }
    }
    return result
  }

  private static func reference(_ name: ArraySlice<UInt8>) -> [UInt8] {
    if let byte = predefined(name) {
      return [byte]
    }
    let scalar = character(name).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    return Array(String(scalar).utf8)
  }

  /// The character of a predefined entity (section 4.6).
  static func predefined(_ name: some Collection<UInt8>) -> UInt8? {
    if name.elementsEqual("lt".utf8) { return UInt8(ascii: "<") }
    if name.elementsEqual("gt".utf8) { return UInt8(ascii: ">") }
    if name.elementsEqual("amp".utf8) { return UInt8(ascii: "&") }
    if name.elementsEqual("apos".utf8) { return UInt8(ascii: "'") }
    if name.elementsEqual("quot".utf8) { return UInt8(ascii: "\"") }
    return nil
  }

  /// The value of a character reference (section 4.1) without `&` and `;`; nil if it denotes no XML
  /// character or is none.
  static func character(_ name: some Collection<UInt8>) -> UInt32? {
    guard name.first == UInt8(ascii: "#") else { return nil }
    var digits = name.dropFirst()
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    if isHexadecimal {
      digits = digits.dropFirst()
    }
    guard !digits.isEmpty else { return nil }
    let radix: UInt32 = isHexadecimal ? 16 : 10
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = JSONEscapes.hexadecimalDigit(byte), digit < radix else { return nil }
      // Beyond the last character more digits change nothing.
      value = min(value * radix + UInt32(digit), 0x110000)
    }
    return XMLCharacters.isCharacter(value) ? value : nil
  }
}
