/// Text as a word of a shell command (POSIX.1-2024, Shell Command Language, section 2.2).
package enum ShellText {
  /// The text as one word, in single quotes.
  ///
  /// Text with characters that cannot be seen is written by `printf`, so that the command can be
  /// copied from a screen; not every shell knows dollar-single-quotes (section 2.2.4). Line ends at
  /// the end, which a substitution takes away (section 2.6.3), stand for themselves.
  package static func quoted(_ text: String) -> String {
    // Most texts are of visible ASCII alone.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "'") }) {
      return "'\(text)'"
    }
    let ends = text.unicodeScalars.reversed().prefix { $0 == "\n" }.count
    let kept = String(text.unicodeScalars.dropLast(ends))
    guard kept.unicodeScalars.contains(where: VisibleText.isInvisible) else {
      return singleQuoted(text)
    }
    let word = "\"$(printf '\(format(kept, isInside: true))')\""
    return ends == 0 ? word : word + singleQuoted(String(repeating: "\n", count: ends))
  }

  /// The command that writes a text in which the variables named are expanded.
  package static func printf(_ text: String, expanding variables: [String]) -> String {
    var words = ["printf"]
    var format = ""
    for part in parts(of: text, among: variables) {
      format += part.isVariable ? "%s" : Self.format(part.text, isFirst: format.isEmpty)
    }
    words.append("'\(format)'")
    words += parts(of: text, among: variables).filter(\.isVariable).map { "\"$\($0.text)\"" }
    return words.joined(separator: " ")
  }

  /// The text as one word in which the variables named are expanded.
  ///
  /// A variable stands in the text as `$NAME`; everything else stands for itself.
  package static func quoted(_ text: String, expanding variables: [String]) -> String {
    guard !variables.isEmpty, text.utf8.contains(UInt8(ascii: "$")) else { return quoted(text) }
    let parts = parts(of: text, among: variables)
    guard !parts.isEmpty else { return quoted("") }
    return parts.map { $0.isVariable ? "\"$\($0.text)\"" : quoted($0.text) }.joined()
  }

  /// The variables in a text, by their names, and what stands around them.
  private static func parts(
    of text: String,
    among variables: [String]
  ) -> [(text: String, isVariable: Bool)] {
    var parts: [(text: String, isVariable: Bool)] = []
    var literal = ""
    var rest = Substring(text)
    while let first = rest.first {
      if first == "$", let name = variable(after: rest.dropFirst(), among: variables) {
        if !literal.isEmpty { parts.append((literal, false)) }
        literal = ""
        parts.append((name, true))
        rest = rest.dropFirst(name.count + 1)
      } else {
        literal.append(first)
        rest = rest.dropFirst()
      }
    }
    return literal.isEmpty ? parts : parts + [(literal, false)]
  }

  /// The text as it stands where nothing in it needs quotes, else quoted.
  package static func word(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    return isPlain && !text.isEmpty ? text : quoted(text)
  }

  /// A command on lines that the shell joins again, parted at blanks outside of quotes.
  package static func wrapped(_ command: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    // The option and its value stay together.
    for word in words(of: command) {
      let count = word.count
      if length > 0, length + 3 + count > width {
        lines.append(line + " \\")
        (line, length) = ("  ", 2)
      } else if length > 0 {
        line += " "
        length += 1
      }
      line += word
      length += count
    }
    return lines + [line]
  }

  /// The words of a command as they are written; an option of one letter is one with what follows.
  private static func words(of command: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var isEscaped = false
    var isDollarQuote = false
    var previous: Character = " "
    for sign in command {
      if sign == " ", quote == nil, !isEscaped {
        let isOption = word.count == 2 && word.hasPrefix("-") && word != "-i" && word != "-g"
        if isOption || word == "--data-binary" {
          word.append(" ")
        } else {
          words.append(word)
          word = ""
        }
        previous = sign
        continue
      }
      word.append(sign)
      if isEscaped {
        isEscaped = false
      } else if sign == "\\", quote != "'" || isDollarQuote {
        isEscaped = true
      } else if sign == quote {
        quote = nil
      } else if quote == nil, sign == "'" || sign == "\"" {
        quote = sign
        isDollarQuote = sign == "'" && previous == "$"
      }
      previous = sign
    }
    return words + [word]
  }

  /// Bytes as the format of `printf`, in single quotes.
  package static func printfFormat(_ bytes: [UInt8]) -> String {
    var format = "'"
    for (index, byte) in bytes.enumerated() {
      switch byte {
      // It would be an option.
      case UInt8(ascii: "-") where index == 0: format += octal(byte)
      case UInt8(ascii: "%"): format += "%%"
      case UInt8(ascii: "\\"): format += #"\\"#
      case UInt8(ascii: "'"): format += #"'\''"#
      case 0x20...0x7E: format.unicodeScalars.append(Unicode.Scalar(byte))
      default: format += octal(byte)
      }
    }
    return format + "'"
  }

  /// The text as the format of `printf` between single quotes, which may themselves stand inside
  /// double quotes.
  private static func format(
    _ text: String,
    isFirst: Bool = true,
    isInside: Bool = false
  ) -> String {
    var format = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": format += "%%"
      case "\\": format += #"\\"#
      case "\n": format += #"\n"#
      case "\r": format += #"\r"#
      case "\t": format += #"\t"#
      case "-" where isFirst && format.isEmpty,
        // A shell that is typed into looks for its history in double quotes.
        "'" where isInside, "\"" where isInside, "!" where isInside,
        _ where VisibleText.isInvisible(scalar):
        // Octal, because a hexadecimal escape swallows digits after it in some shells.
        for byte in String(scalar).utf8 { format += octal(byte) }
      case "'": format += #"'\''"#
      default: format.unicodeScalars.append(scalar)
      }
    }
    return format
  }

  private static func octal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func singleQuoted(_ text: String) -> String {
    "'\(text.replacing("'", with: #"'\''"#))'"
  }

  /// The longest of the variables whose name stands here.
  ///
  /// What follows the name is not looked at: outside the double quotes it no longer belongs to it.
  private static func variable(after text: Substring, among variables: [String]) -> String? {
    variables.filter { !$0.isEmpty && text.hasPrefix($0) }.max { $0.count < $1.count }
  }
}
