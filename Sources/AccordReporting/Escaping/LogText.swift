/// Text for the log of a CI system, whose runner takes commands from its lines.
///
/// GitHub Actions takes a line that begins with `::`, after blanks or not, and the older `##[` anywhere
/// in it; Azure Pipelines takes `##vso[` and `##[`; GitLab takes `section_start:` and `section_end:`.
/// What a server sent must be none of them, so that the first sign of each becomes visible as an escape.
package enum LogText {
  /// How a sign is written where a language has an escape of its own.
  package enum Language: Sendable {
    /// Text that people read.
    case text
    /// JSON, or a language that writes its strings as JSON does.
    case json
    /// XML or HTML.
    case markup
    /// Lines that are commands themselves, so that only what stands in them is none.
    case commands
  }

  private static let commands = ["##[", "##vso[", "section_start:", "section_end:"].map {
    Array($0.utf8)
  }

  /// The text without commands in it.
  package static func harmless(_ text: String, in language: Language = .text) -> String {
    String(decoding: harmless(Array(text.utf8), in: language), as: UTF8.self)
  }

  /// The text in UTF-8 without commands in it, which no command leads into: it begins with a line.
  static func harmless(_ bytes: [UInt8], in language: Language) -> [UInt8] {
    guard mayHoldCommand(bytes) else { return bytes }
    // Bytes, because a mark behind a sign makes one character of both, and the runner sees two.
    var result: [UInt8] = []
    var copied = 0
    var isAtStart = true
    func stands(_ command: [UInt8], at index: Int) -> Bool {
      guard index + command.count <= bytes.count else { return false }
      for (offset, byte) in command.enumerated() {
        let found = bytes[index + offset]
        let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(found)
        guard (isUpper ? found | 0x20 : found) == byte else { return false }
      }
      return true
    }
    func escape(_ index: Int) {
      result += bytes[copied..<index]
      result += Self.escape(Unicode.Scalar(bytes[index]), in: language).utf8
      copied = index + 1
    }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0xA, 0xD: isAtStart = true
      // Blanks, and the first bytes of blanks beyond ASCII.
      case 0x20, 0x9, 0xB, 0xC: break
      case 0x80...: isAtStart = isAtStart && isBlank(bytes, at: index)
      case UInt8(ascii: ":"):
        if isAtStart, language != .commands, stands([byte, byte], at: index) { escape(index) }
        isAtStart = false
      case UInt8(ascii: "#"), UInt8(ascii: "s"), UInt8(ascii: "S"):
        // Most signs of a text are looked at no further than this.
        guard index + 1 < bytes.count, isSecond(bytes[index + 1]) else {
          isAtStart = false
          continue
        }
        if commands.contains(where: { stands($0, at: index) }) { escape(index) }
        isAtStart = false
      default: isAtStart = false
      }
    }
    return copied == 0 ? bytes : result + bytes[copied...]
  }

  /// Whether the first signs of a command stand anywhere: most texts are looked at no further than this.
  private static func mayHoldCommand(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard bytes.count > 3 else { return true }
      // Without a branch for a byte, so that the processor compares many at once.
      var found: UInt8 = 0
      for index in 0..<bytes.count - 3 {
        let (first, second) = (bytes[index], bytes[index + 1])
        let (third, fourth) = (bytes[index + 2], bytes[index + 3])
        let isMark: UInt8 = first == UInt8(ascii: "#") || first == UInt8(ascii: ":") ? 1 : 0
        let isTwice: UInt8 = first == second ? 1 : 0
        let isSection: UInt8 =
          first | 0x20 == UInt8(ascii: "s") && second | 0x20 == UInt8(ascii: "e")
            && third | 0x20 == UInt8(ascii: "c") && fourth | 0x20 == UInt8(ascii: "t") ? 1 : 0
        found |= isMark & isTwice | isSection
      }
      let rest = bytes[(bytes.count - 3)...]
      return found != 0 || rest.contains(UInt8(ascii: ":")) || rest.contains(UInt8(ascii: "#"))
    }
  }

  /// Whether a byte may be the second of a command that does not begin with a colon.
  private static func isSecond(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte | 0x20 == UInt8(ascii: "e")
  }

  /// Whether a byte belongs to white space beyond ASCII, which some runners pass over too.
  private static func isBlank(_ bytes: [UInt8], at index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let scalar = String(decoding: bytes[start..<min(bytes.count, start + 4)], as: UTF8.self)
      .unicodeScalars.first
    return scalar?.properties.isWhitespace == true || scalar.map(VisibleText.isInvisible) == true
  }

  private static func escape(_ sign: Unicode.Scalar, in language: Language) -> String {
    switch language {
    case .text, .commands: VisibleText.name(of: sign)
    case .json: "\\u00" + String(sign.value, radix: 16, uppercase: true)
    case .markup: "&#\(sign.value);"
    }
  }
}

extension ReportFormat {
  /// The language in which what looks like a command of a log is escaped.
  package var logLanguage: LogText.Language {
    if self is GitHubFormat { return .commands }
    return switch fileName.split(separator: ".").last {
    case "json", "jsonl", "sarif", "tap", "har": .json
    case "xml", "html", "surefire": .markup
    default: .text
    }
  }
}
