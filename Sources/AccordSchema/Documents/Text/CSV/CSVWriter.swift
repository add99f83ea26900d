/// Writes CSV as ServiceStack does: a header row, one row for the value, lines that end in CR LF.
package enum CSVWriter {
  /// The CSV text of an object; objects and lists inside it are JSV in one field.
  package static func text(_ value: JSON) -> String {
    let members = value.members ?? [JSONMember("Value", value)]
    return row(members.map(\.key)) + row(members.map { field($0.value) })
  }

  private static func row(_ fields: [String]) -> String {
    fields.map(escaped).joined(separator: ",") + "\r\n"
  }

  private static func field(_ value: JSON) -> String {
    // A string stands for itself here; JSV would put quotes of its own around it.
    guard case .string(let text) = value else { return JSVWriter.text(value) }
    return text
  }

  private static func escaped(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }
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
