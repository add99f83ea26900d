import Accord
@testable import AccordMocking

/// A body in CSV, to be changed.
struct CSVTable {
  /// The names of the columns.
  var names: [String]
  /// The fields of the rows below.
  var rows: [[String]]
  /// What ends a line.
  var lineEnd = "\r\n"
  /// Whether fields stand in quotes that do not need them.
  var quotesAll = false
  /// What follows the last row.
  var end = ""

  init(names: [String], rows: [[String]]) {
    self.names = names
    self.rows = rows
  }

  /// Reads a body; `nil` if it is no CSV.
  init?(_ bytes: [UInt8]) {
    guard let document = try? CSVDocument(parsing: bytes) else { return nil }
    names = document.header
    rows = (1..<max(document.rowCount, 1)).map { document[$0].map(\.value) }
  }

  /// The text.
  var text: String {
    let lines = ([names] + rows).map { $0.map(written).joined(separator: ",") }
    return lines.joined(separator: lineEnd) + lineEnd + end
  }

  private func written(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }
    return quotesAll || needsQuotes ? CSVWriter.quoted(field) : field
  }

  /// The place of a column.
  func column(_ name: String) -> Int? { names.firstIndex(of: name) }

  /// Changes the fields of a column.
  mutating func editColumn(_ name: String, _ edit: (String) -> String) {
    guard let column = column(name) else { return }
    for row in rows.indices { rows[row][column] = edit(rows[row][column]) }
  }

  /// Takes a column away.
  mutating func removeColumn(_ name: String) {
    guard let column = column(name) else { return }
    names.remove(at: column)
    for row in rows.indices { rows[row].remove(at: column) }
  }

  /// Gives a column another name.
  mutating func rename(_ name: String, _ other: String) {
    names = names.map { $0 == name ? other : $0 }
  }

  /// The other way to write a list: each item of the list in a column becomes a row.
  func rows(ofListIn column: String) -> CSVTable? {
    guard let place = self.column(column), rows.count == 1,
      let list = try? JSVDocument(parsing: Array(rows[0][place].utf8)).root
    else { return nil }
    var names: [String] = []
    for name in list.elements.flatMap({ $0.members.map(\.key) }) where !names.contains(name) {
      names.append(name)
    }
    return CSVTable(
      names: names,
      rows: list.elements.map { item in
        names.map { name in
          let node = item[name]
          return node?.text ?? node.map { JSVWriter.text($0.value) } ?? ""
        }
      }
    )
  }
}
