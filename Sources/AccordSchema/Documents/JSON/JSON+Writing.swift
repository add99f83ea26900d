extension JSON: CustomStringConvertible {
  /// The compact JSON text of the value.
  public var description: String {
    text()
  }

  /// The JSON text of the value: compact, or indented by two spaces.
  public func text(indented: Bool = false) -> String {
    String(decoding: bytes(indented: indented), as: UTF8.self)
  }

  /// The JSON text of the value in UTF-8.
  ///
  /// Strings are escaped as far as RFC 8259, section 7 demands; U+2028 and U+2029 are escaped too,
  /// because they end a line in other languages.
  public func bytes(indented: Bool = false) -> [UInt8] {
    var writer = JSONWriter(indented: indented)
    writer.write(self, level: 0)
    return writer.bytes
  }

  /// The indented JSON text of a value that stands so many levels deep in a document.
  package func indentedBytes(level: Int) -> [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.write(self, level: level)
    return writer.bytes
  }

  /// The JSON text of a string, quoted and escaped.
  package static func quoted(_ text: String) -> String {
    JSON.string(text).text()
  }
}

/// Writes JSON values as UTF-8.
struct JSONWriter {
  let indented: Bool
  var bytes: [UInt8] = []

  init(indented: Bool) {
    self.indented = indented
  }

  mutating func write(_ value: JSON, level: Int) {
    switch value {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += value ? "true".utf8 : "false".utf8
    case .number(let number): bytes += number.text.utf8
    case .string(let string): write(string)
    case .array(let elements): write(elements, level)
    case .object(let members): write(members, level)
    }
  }

  private mutating func write(_ elements: [JSON], _ level: Int) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      separate(index, level + 1)
      write(element, level: level + 1)
    }
    end(elements.isEmpty, level, UInt8(ascii: "]"))
  }

  private mutating func write(_ members: [JSONMember], _ level: Int) {
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      separate(index, level + 1)
      write(member.key)
      bytes += indented ? ": ".utf8 : ":".utf8
      write(member.value, level: level + 1)
    }
    end(members.isEmpty, level, UInt8(ascii: "}"))
  }

  private mutating func separate(_ index: Int, _ level: Int) {
    if index > 0 {
      bytes.append(UInt8(ascii: ","))
    }
    breakLine(level)
  }

  private mutating func end(_ isEmpty: Bool, _ level: Int, _ byte: UInt8) {
    if !isEmpty {
      breakLine(level)
    }
    bytes.append(byte)
  }

  private mutating func breakLine(_ level: Int) {
    guard indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * level)
  }

  /// Writes a string, quoted and escaped.
  mutating func write(_ string: String) {
    var string = string
    bytes.append(UInt8(ascii: "\""))
    string.withUTF8 { text in
      var start = 0
      var index = 0
      while index < text.count {
        if Self.isPlain(text[index]) {
          index += 1
          continue
        }
        guard let length = escapedLength(at: index, in: text) else {
          index += 1
          continue
        }
        bytes += text[start..<index]
        writeEscape(of: text[index..<index + length])
        index += length
        start = index
      }
      bytes += text[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether no character that must be escaped begins with a byte.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte != 0xE2
  }

  /// How many bytes the character has that begins here, if it must be escaped.
  private func escapedLength(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    switch text[index] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): 1
    // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
    case 0xE2 where text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8: 3
    default: nil
    }
  }

  private mutating func writeEscape(of character: Slice<UnsafeBufferPointer<UInt8>>) {
    switch character[character.startIndex] {
    case UInt8(ascii: "\""): bytes += #"\""#.utf8
    case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
    case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
    case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
    case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
    case 0x08: bytes += #"\b"#.utf8
    case 0x0C: bytes += #"\f"#.utf8
    case 0xE2: bytes += (character.last == 0xA8 ? #"\u2028"# : #"\u2029"#).utf8
    case let control: writeEscape(UInt32(control))
    }
  }

  private mutating func writeEscape(_ value: UInt32) {
    let digits = String(value, radix: 16, uppercase: false)
    bytes += #"\u"#.utf8
    bytes += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
    bytes += digits.utf8
  }
}
