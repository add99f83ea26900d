/// Text as a word of a shell command (POSIX.1-2024, Shell Command Language, section 2.2).
package enum ShellText {
  /// The text as one word, in single quotes.
  ///
  /// Text with characters that cannot be seen is written in dollar-single-quotes (section 2.2.4),
  /// so that the command can be copied from a screen.
  package static func quoted(_ text: String) -> String {
    text.unicodeScalars.contains(where: VisibleText.isInvisible)
      ? dollarQuoted(text)
      : "'\(text.replacing("'", with: #"'\''"#))'"
  }

  /// The text as one word in which the variables named are expanded.
  ///
  /// A variable stands in the text as `$NAME`; everything else stands for itself.
  package static func quoted(_ text: String, expanding variables: [String]) -> String {
    var word = ""
    var literal = ""
    var rest = Substring(text)
    while let first = rest.first {
      if first == "$", let name = variable(after: rest.dropFirst(), among: variables) {
        if !literal.isEmpty { word += quoted(literal) }
        literal = ""
        word += "\"$\(name)\""
        rest = rest.dropFirst(name.count + 1)
      } else {
        literal.append(first)
        rest = rest.dropFirst()
      }
    }
    if !literal.isEmpty || word.isEmpty { word += quoted(literal) }
    return word
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
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "%"): format += "%%"
      case UInt8(ascii: "\\"): format += #"\\"#
      case UInt8(ascii: "'"): format += #"'\''"#
      case 0x20...0x7E: format.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        format += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    return format + "'"
  }

  private static func dollarQuoted(_ text: String) -> String {
    var word = "$'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": word += #"\'"#
      case "\\": word += #"\\"#
      case "\n": word += #"\n"#
      case "\r": word += #"\r"#
      case "\t": word += #"\t"#
      case _ where VisibleText.isInvisible(scalar):
        // Octal, because a hexadecimal escape swallows digits after it in some shells.
        for byte in String(scalar).utf8 {
          let digits = String(byte, radix: 8)
          word += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
        }
      default: word.unicodeScalars.append(scalar)
      }
    }
    return word + "'"
  }

  /// The longest of the variables whose name stands here.
  ///
  /// What follows the name is not looked at: outside the double quotes it no longer belongs to it.
  private static func variable(after text: Substring, among variables: [String]) -> String? {
    variables.filter { !$0.isEmpty && text.hasPrefix($0) }.max { $0.count < $1.count }
  }
}
