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
