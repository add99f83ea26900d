/// A document in the Markdown that Accord writes, as the content of an HTML page.
///
/// The living documents are written once, as Markdown; the site shows the same text.
struct MarkdownPage {
  /// A heading of the document.
  struct Heading: Hashable {
    /// Its level, 1 to 6.
    let level: Int
    /// Its words.
    let title: String
    /// The name of the place.
    let anchor: String
  }

  /// The headings, in order.
  private(set) var headings: [Heading] = []

  /// The content.
  private(set) var html: HTML = ""

  private var lines: ArraySlice<Substring>
  private var anchors: [String: Int] = [:]
  /// The part of the document that the lines are in, outermost first.
  private var section = ""
  private var subsection = ""
  private var part = ""
  private var rows: Set<String> = []

  /// The page of a document.
  init(_ markdown: String) {
    lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.first {
      if line.isEmpty {
        lines.removeFirst()
      } else if line.hasPrefix("#") {
        heading(line)
      } else if line.hasPrefix("```") {
        block(line)
      } else if line.hasPrefix("|") {
        table()
      } else if line.hasPrefix("- ") {
        list()
      } else if line.hasPrefix("<details>") || line == "</details>" {
        fold(line)
      } else {
        paragraph()
      }
    }
  }

  private mutating func heading(_ line: Substring) {
    lines.removeFirst()
    let level = min(line.prefix { $0 == "#" }.count, 6)
    let text = line.dropFirst(level + 1)
    // Parts of the same name stand below many headings: they are told apart by these, so that no place
    // moves when another endpoint is added.
    let own = Wording.anchor(MarkdownInline.plain(text))
    let name = level == 3 && !section.isEmpty ? "\(section)-\(own)" : own
    let count = anchors[name] ?? 0
    anchors[name] = count + 1
    // As GitHub numbers headings that are alike.
    let anchor = count == 0 ? name : "\(name)-\(count)"
    if level <= 2 { section = anchor }
    (subsection, part) = (anchor, "")
    headings.append(Heading(level: level, title: MarkdownInline.plain(text), anchor: anchor))
    let tag = HTML(markup: "h\(level)")
    html += """
      <\(tag) id="\(anchor)">\(MarkdownInline.html(text)) \
      <a class="anchor" href="#\(anchor)" aria-label="Link to this section">#</a></\(tag)>

      """
  }

  private mutating func block(_ line: Substring) {
    lines.removeFirst()
    let fence = line.prefix { $0 == "`" }
    let language = String(line.dropFirst(fence.count))
    var content: [Substring] = []
    while let next = lines.popFirst(), next != fence { content.append(next) }
    let text = content.joined(separator: "\n") + "\n"
    guard language != "mermaid" else {
      html += MermaidList(content).html
      return
    }
    html += "<pre class=\"code\" tabindex=\"0\"><code>\(block: text)</code></pre>\n"
  }

  private mutating func table() {
    var rows: [[Substring]] = []
    while let line = lines.first, line.hasPrefix("|") {
      rows.append(Self.cells(of: line))
      lines.removeFirst()
    }
    guard rows.count >= 2 else { return }
    let numbers = rows[1].map { $0.hasSuffix(":") }
    func cell(_ text: Substring, _ column: Int, _ tag: HTML, _ scope: HTML) -> HTML {
      let isNumber = column < numbers.count && numbers[column]
      let kind: HTML = isNumber ? " class=\"number\"" : ""
      return "<\(tag)\(scope)\(kind)>\(Self.content(of: text))</\(tag)>"
    }
    html += "<div class=\"scroll\" tabindex=\"0\" role=\"group\"><table>\n<thead><tr>"
    for (column, text) in rows[0].enumerated() {
      html += cell(text, column, "th", " scope=\"col\"")
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in rows.dropFirst(2) {
      html += "<tr\(place(of: row))>"
      for (column, text) in row.enumerated() {
        html += column == 0 ? cell(text, 0, "th", " scope=\"row\"") : cell(text, column, "td", "")
      }
      html += "</tr>\n"
    }
    html += "</tbody></table></div>\n"
  }

  /// The name of a row as a place: what it is about, below the heading and the object above it.
  private mutating func place(of row: [Substring]) -> HTML {
    guard let cell = row.first(where: { $0.hasPrefix("`") || $0.hasPrefix("[`") }) else {
      return ""
    }
    let name = MarkdownInline.plain(cell.prefix { $0 != "*" })
    let words = [subsection, part, Wording.anchor(name)].filter { !$0.isEmpty }
    let place = words.joined(separator: "-")
    guard anchors[place] == nil, rows.insert(place).inserted else { return "" }
    return " id=\"\(place)\""
  }

  /// A cell; one that is a state and nothing else is a badge.
  private static func content(of cell: Substring) -> HTML {
    let state = PromiseState.allCases.first { cell == CoverageTables.words($0) }
    return state.map { $0.pageState.badge($0.words) } ?? MarkdownInline.html(cell)
  }

  /// The cells of a row: bars in the text are character references.
  private static func cells(of line: Substring) -> [Substring] {
    line.dropFirst().split(separator: "|", omittingEmptySubsequences: false).dropLast().map {
      cell in
      cell.drop { $0 == " " }.trimmingEnd()
    }
  }

  private mutating func list() {
    html += "<ul>\n"
    while let line = lines.first, line.hasPrefix("- ") {
      lines.removeFirst()
      html += "<li>\(MarkdownInline.html(line.dropFirst(2)))"
      var nested: [HTML] = []
      while let next = lines.first, next.hasPrefix("  - ") {
        nested.append("<li>\(MarkdownInline.html(next.dropFirst(4)))</li>\n")
        lines.removeFirst()
      }
      if !nested.isEmpty { html += "<ul>\n\(nested)</ul>" }
      html += "</li>\n"
    }
    html += "</ul>\n"
  }

  private mutating func fold(_ line: Substring) {
    lines.removeFirst()
    guard line != "</details>" else {
      html += "</details>\n"
      return
    }
    let summary = line.dropFirst("<details><summary>".count).dropLast("</summary>".count)
    html += "<details class=\"fold\"><summary>\(MarkdownInline.html(summary))</summary>\n"
  }

  private mutating func paragraph() {
    var text: [Substring] = []
    while let line = lines.first, !line.isEmpty, !line.hasPrefix("|"), !line.hasPrefix("```"),
      !line.hasPrefix("- "), !line.hasPrefix("</details>")
    {
      text.append(line)
      lines.removeFirst()
    }
    guard !text.isEmpty else {
      lines.removeFirst()
      return
    }
    if let first = text.first, first.hasPrefix("**"), text.count == 1,
      let end = first.dropFirst(2).firstRange(of: "**")
    {
      part = Wording.anchor(MarkdownInline.plain(first.dropFirst(2)[..<end.lowerBound]))
    }
    html += "<p>\(MarkdownInline.html(text.joined(separator: " ")))</p>\n"
  }
}

extension Substring {
  /// The text without the spaces at its end.
  fileprivate func trimmingEnd() -> Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
