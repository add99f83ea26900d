/// The pieces that every dialect of JUnit XML is made of.
enum JUnitXML {
  /// What goes before the root element.
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// Attributes in their order, each after a space.
  static func attributes(_ pairs: KeyValuePairs<String, String>) -> String {
    pairs.map { " \($0.key)=\"\(XMLText.attribute($0.value))\"" }.joined()
  }

  /// The text as an `xs:token` that is not empty: no white space but single spaces inside.
  static func token(_ text: String) -> String {
    let words = VisibleText.line(text).split(separator: " ")
    return words.isEmpty ? "-" : words.joined(separator: " ")
  }

  /// The text as the content of an element.
  ///
  /// GitLab and Jenkins take `[[ATTACHMENT|…]]` for a file to show, so what a server wrote must
  /// not look like it.
  static func text(_ text: String) -> String { XMLText.content(harmless(VisibleText.block(text))) }

  /// The text on one line, which names no attachment either.
  static func line(_ text: String) -> String { harmless(TerminalText.line(text)) }

  private static func harmless(_ text: String) -> String {
    text.replacing("[[ATTACHMENT", with: "[ [ATTACHMENT")
  }

  /// Microseconds as seconds with three decimals.
  static func seconds(_ microseconds: Int) -> String {
    let milliseconds = max(0, microseconds) / 1_000
    let rest = String(milliseconds % 1_000)
    return "\(milliseconds / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }
}
