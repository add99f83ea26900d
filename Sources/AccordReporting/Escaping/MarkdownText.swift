/// Text in GitHub Flavored Markdown, so that nothing in it becomes markup, a link or a mention.
package enum MarkdownText {
  /// The text as running text on one line; also right in a cell of a table.
  package static func inline(_ text: String) -> String {
    var result = ""
    for scalar in VisibleText.line(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "|": result += "&#124;"
      // GitHub looks for mentions after Markdown is done, so that an escape does not help; an
      // empty comment parts the sign from the name.
      case "@": result += "@<!-- -->"
      // References to issues are found in the same way.
      case "#": result += "#<!-- -->"
      case "\\", "`", "*", "_", "{", "}", "[", "]", "~", "$":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return withoutLinks(withoutBlockMarker(result))
  }

  /// The text as code within a line; also right in a cell of a table.
  package static func code(_ text: String) -> String {
    let text = VisibleText.line(text)
    guard !text.isEmpty else { return "" }
    // A bar ends a cell even inside a code span, and renderers disagree about its escape.
    guard !text.unicodeScalars.contains("|") else { return "<code>\(entities(text))</code>" }
    let fence = String(repeating: "`", count: longestRun(in: text) + 1)
    let isPadded =
      text.hasPrefix("`") || text.hasSuffix("`") || text.hasPrefix(" ") || text.hasSuffix(" ")
    return isPadded ? "\(fence) \(text) \(fence)" : "\(fence)\(text)\(fence)"
  }

  /// The text as a link; what would end the address early is percent-encoded.
  package static func link(_ text: String, to address: String) -> String {
    var target = ""
    for scalar in VisibleText.line(address).unicodeScalars {
      switch scalar {
      case "(": target += "%28"
      case ")": target += "%29"
      case "<": target += "%3C"
      case ">": target += "%3E"
      case " ": target += "%20"
      case "|": target += "%7C"
      case "\\": target += "%5C"
      default: target.unicodeScalars.append(scalar)
      }
    }
    return "[\(inline(text))](\(target))"
  }

  /// The text as a block of code, with a line feed at its end.
  ///
  /// The fence is longer than any run of backticks inside (GFM section 4.5).
  package static func block(_ text: String, language: String = "") -> String {
    let text = VisibleText.block(text)
    let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    return "\(fence)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }

  /// The row of a table; the cells are Markdown already.
  package static func row(_ cells: [String]) -> String {
    "| \(cells.map { $0.isEmpty ? " " : $0 }.joined(separator: " | ")) |\n"
  }

  /// The head of a table: the names, and the line below that aligns those of numbers to the right.
  package static func head(_ names: [String], numbers: Range<Int> = 0..<0) -> String {
    row(names)
      + row(names.indices.map { numbers.contains($0) ? "---:" : "---" })
  }

  private static func longestRun(in text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// Every sign that means something to Markdown or HTML as a character reference.
  private static func entities(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": result.unicodeScalars.append(scalar)
      case _ where scalar.isASCII: result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Parts what GFM's extended autolinks look for (section 6.9), `://` and `www.`, and what GitHub
  /// takes for an issue.
  private static func withoutLinks(_ text: String) -> String {
    text.replacing("://", with: ":<!-- -->//").replacing("www.", with: "www<!-- -->.")
      .replacing("GH-", with: "GH<!-- -->-").replacing("gh-", with: "gh<!-- -->-")
  }

  /// Escapes what would open a list, a rule or a heading at the start of a line.
  private static func withoutBlockMarker(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard let first = rest.first else { return text }
    if digits.isEmpty, "-+=".contains(first) { return "\\" + text }
    if !digits.isEmpty, ".)".contains(first) { return "\(digits)\\\(rest)" }
    return text
  }
}
