import AccordSchema

/// How a format that writes rows writes a value: as one row, or as one row for each item of its
/// list.
enum Rows {
  /// Whether the rows are the whole value: a single one that has the list itself.
  static func isWhole(_ rows: [JSONDocument], listAt pointer: JSONPointer) -> Bool {
    guard rows.count == 1, let row = rows.first else { return false }
    return row.root[pointer] != nil
  }
}
