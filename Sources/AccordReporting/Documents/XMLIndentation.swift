/// XML of our own writing, one element a line.
///
/// The writer puts no white space between elements, and `<` stands in a text only as a reference, so
/// that `><` is always a boundary between two tags.
enum XMLIndentation {
  /// The document with line feeds and indentation.
  static func indented(_ document: String) -> String {
    var lines: [String] = []
    var depth = 0
    for piece in document.replacing("><", with: ">\n<").split(separator: "\n") {
      let isEnd = piece.hasPrefix("</")
      let isWhole =
        piece.hasPrefix("<?") || piece.hasSuffix("/>") || (!isEnd && piece.contains("</"))
      if isEnd { depth -= 1 }
      lines.append(String(repeating: "  ", count: max(0, depth)) + piece)
      if !isEnd, !isWhole { depth += 1 }
    }
    return lines.joined(separator: "\n")
  }
}
