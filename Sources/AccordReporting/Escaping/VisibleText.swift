/// Text from elsewhere, made visible: what would steer a reader's screen is written as an escape.
///
/// C0 and C1 controls, marks that change the writing direction, characters without width and line
/// separators become `\n`, `\t`, `\r` or `\u{1B}`. Everything else stays as it is.
package enum VisibleText {
  /// The text on one line.
  package static func line(_ text: String) -> String {
    escape(text) { isInvisible($0) }
  }

  /// The text with its line feeds and tabs kept.
  package static func block(_ text: String) -> String {
    escape(text) { $0 != "\n" && $0 != "\t" && isInvisible($0) }
  }

  /// The first characters of a text, with the number of those left out.
  package static func bounded(_ text: String, to limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > limit else { return text }
    return String(scalars.prefix(limit)) + "… (\(scalars.count - limit) more characters)"
  }

  /// The escape of a character.
  package static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": #"\n"#
    case "\r": #"\r"#
    case "\t": #"\t"#
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }

  /// Whether a character has no shape of its own or acts on its neighbours.
  package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    // Most of what is read; the tables of Unicode are slow to ask.
    guard !scalar.isASCII else { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    // Letters and marks that are drawn as nothing, such as the Hangul filler, and noncharacters.
    default:
      scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isNoncharacterCodePoint
    }
  }

  private static func escape(
    _ text: String,
    where isEscaped: (Unicode.Scalar) -> Bool
  ) -> String {
    // Printable ASCII is never escaped.
    guard !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return text }
    guard text.unicodeScalars.contains(where: isEscaped) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isEscaped(scalar) {
        result += name(of: scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
