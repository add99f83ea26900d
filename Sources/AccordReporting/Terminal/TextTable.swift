/// A table in a fixed-width font: the first column to the left, numbers to the right.
struct TextTable {
  private var rows: [[String]]

  /// A table with the names of its columns.
  init(_ names: [String]) { rows = [names] }

  /// Adds a row.
  mutating func append(_ row: [String]) { rows.append(row) }

  /// The lines; columns after the fourth whose cells all are `0` are left out.
  var lines: [String] {
    let columns = rows[0].indices.filter { column in
      column < 4 || rows.dropFirst().contains { $0[column] != "0" }
    }
    let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(columns, widths).map { column, width in
        TerminalText.padded(row[column], to: width, toTheLeft: column > 0)
      }.joined(separator: "  ")
    }
  }

  /// The rows as sentences, if the table is wider than there is room for: the name of a row, and
  /// below it what its cells count.
  func sentences(ifWiderThan width: Int) -> [String]? {
    guard lines.contains(where: { $0.count > width }) else { return nil }
    return rows.dropFirst().flatMap { row in
      let counts = zip(rows[0], row).dropFirst().filter { $0.1 != "0" }.map { name, count in
        // `cases` and `warnings` are the names of things, the others say what became of them.
        "\(count) \(count == "1" && name.hasSuffix("s") ? String(name.dropLast()) : name)"
      }
      return [row[0]]
        + TerminalText.wrapped(counts.joined(separator: ", "), to: width - 4).map { "    " + $0 }
    }
  }
}
