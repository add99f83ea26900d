/// Text on a terminal: no control sequence, no change of writing direction, one line.
package enum TerminalText {
  /// The most characters of a foreign text that are shown.
  package static let limit = 2_000

  /// The text on one line, bounded.
  package static func line(_ text: String, limit: Int = limit) -> String {
    VisibleText.line(VisibleText.bounded(text, to: limit))
  }

  /// The text cut to a width, with an ellipsis where something is left out.
  package static func fitted(_ text: String, to width: Int) -> String {
    let text = VisibleText.line(text)
    guard text.count > width else { return text }
    return width > 0 ? String(text.prefix(width - 1)) + "…" : ""
  }

  /// The text with spaces up to a width.
  package static func padded(_ text: String, to width: Int, toTheLeft: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.count))
    return toTheLeft ? spaces + text : text + spaces
  }

  /// The text as lines that are no wider than asked for, parted at spaces where that can be.
  ///
  /// Without a width, and below twenty, it stays one line.
  static func wrapped(_ text: String, to width: Int?) -> [String] {
    guard let width, width >= 20, text.count > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let count = word.count
      if length > 0, length + 1 + count <= width {
        line += " " + word
        length += 1 + count
        continue
      }
      if length > 0 { lines.append(line) }
      var rest = word
      while rest.count > width {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
      line = String(rest)
      length = line.count
    }
    return length > 0 ? lines + [line] : lines
  }
}
