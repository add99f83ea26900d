/// A table of a living document: a column in which nothing stands is left out.
struct DocumentTable {
  private let names: [String]
  private let numbers: Range<Int>
  private var rows: [[String]] = []

  /// A table with these columns; those of numbers are aligned to the right.
  init(_ names: [String], numbers: Range<Int> = 0..<0) {
    self.names = names
    self.numbers = numbers
  }

  /// Adds a row of cells, which are Markdown already.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table as Markdown.
  var markdown: String {
    let kept = names.indices.filter { column in
      column == 0 || rows.contains { column < $0.count && !$0[column].isEmpty }
    }
    let head = MarkdownText.row(kept.map { names[$0] })
    let rule = MarkdownText.row(kept.map { numbers.contains($0) ? "---:" : "---" })
    return head + rule
      + rows.map { row in MarkdownText.row(kept.map { row[$0] }) }.joined()
  }
}
