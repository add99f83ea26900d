/// Writes CSV for hosts that know JSV: a header row, one row for an object or for each of a list of
/// objects, lines that end in CR LF.
package enum CSVWriter {
  /// The CSV text of a value, whose schema says which of its strings are dates and the like; objects
  /// and lists inside a row are JSV in one field.
  package static func text(_ value: JSON, as schema: Schema = .any) -> String {
    let schema = schema.resolved(for: value).withMergedMembers
    if let items = value.elements, !items.isEmpty, items.allSatisfy({ $0.members != nil }) {
      return rows(items.enumerated().map { ($0.element, schema.schema(ofItem: $0.offset)) })
    }
    guard value.members == nil else { return rows([(value, schema)]) }
    return row(["Value"]) + row([field(value, schema)])
  }

  /// The header and a row for each object; where one has no member of a name, its field is empty.
  private static func rows(_ objects: [(value: JSON, schema: Schema)]) -> String {
    var names: [String] = []
    var known: Set<[UInt8]> = []
    for member in objects.flatMap({ $0.value.members ?? [] })
    where known.insert(Array(member.key.utf8)).inserted {
      names.append(member.key)
    }
    let rows = objects.map { object in
      let schema = object.schema.resolved(for: object.value).withMergedMembers
      return row(
        names.map { name in
          object.value[name].map { field($0, schema.schema(ofMember: name)) } ?? ""
        }
      )
    }
    return row(names) + rows.joined()
  }

  private static func row(_ fields: [String]) -> String {
    fields.map(escaped).joined(separator: ",") + "\r\n"
  }

  private static func field(_ value: JSON, _ schema: Schema) -> String {
    // A string stands for itself here; JSV would put quotes of its own around it.
    guard case .string(let text) = value else { return JSVWriter.text(value, as: schema) }
    return JSVWriter.raw(text, schema.resolved(for: value).withMergedMembers) ?? text
  }

  /// The field, in quotes if a comma, a quote or a line end is in it or it begins as a list or a map
  /// does (`CsvWriter.HasAnyEscapeChars`).
  private static func escaped(_ field: String) -> String {
    let needsQuotes =
      field.utf8.contains { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }
      || field.utf8.first == UInt8(ascii: "[") || field.utf8.first == UInt8(ascii: "{")
    return needsQuotes ? quoted(field) : field
  }

  /// A text in quotes, its own quotes doubled (RFC 4180 section 2).
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
