/// Texts as literals and comments of Swift: what a document says can end neither.
enum SwiftText {
  /// The text of a string literal between its quotes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars { escaped += piece(scalar) }
    return escaped
  }

  private static func piece(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default:
      isPlain(scalar) ? String(scalar) : "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }

  /// Whether a scalar can be seen where it stands, and changes nothing around it.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x20...0x7E).contains(scalar.value) }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber,
      .otherNumber, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .otherSymbol:
      true
    default: false
    }
  }

  /// The lines of a literal of many lines, none longer than so many characters; each but the last is
  /// continued in the next.
  static func lines(of text: String, width: Int) -> [String] {
    let most = max(width - 1, 20)
    var lines: [String] = []
    var line = ""
    var word = ""
    func take() {
      if !line.isEmpty, line.count + word.count > most {
        lines.append(line)
        line = ""
      }
      line += word
      word = ""
    }
    for scalar in text.unicodeScalars {
      let piece = piece(scalar)
      if word.count + piece.count > most { take() }
      word += piece
      if scalar == " " || scalar == "\n" { take() }
      if scalar == "\n" {
        lines.append(line)
        line = ""
      }
    }
    take()
    lines.append(line)
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    let last = lines.count - 1
    return lines.enumerated().map { $0.offset == last ? $0.element : $0.element + "\\" }
  }

  /// A text as lines of a comment, each with its mark, none longer than a line may be unless a word is.
  static func comment(_ text: String, mark: String, indent: Int) -> [String] {
    let width = SwiftLayout.width - indent - mark.count - 1
    let begin = String(repeating: " ", count: indent) + mark
    var lines: [String] = []
    for paragraph in text.split(whereSeparator: \.isNewline) {
      var line = ""
      for word in paragraph.split(whereSeparator: \.isWhitespace) {
        let word = visible(word)
        if word.isEmpty { continue }
        if !line.isEmpty, line.count + 1 + word.count > width {
          lines.append(begin + " " + line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      if !line.isEmpty { lines.append(begin + " " + line) }
    }
    return lines
  }

  /// The text without what cannot be seen.
  private static func visible(_ word: Substring) -> String {
    var text = ""
    for scalar in word.unicodeScalars where isPlain(scalar) { text.unicodeScalars.append(scalar) }
    return text
  }
}
