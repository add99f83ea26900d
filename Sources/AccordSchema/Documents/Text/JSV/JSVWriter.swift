/// Writes JSV: `{Name:value,List:[a,b]}`, without white space and without nulls.
///
/// What is no string in .NET stands without quotes, whatever is in it; a string stands in quotes if it
/// holds one of the characters of `JsWriter.EscapeChars`.
package enum JSVWriter {
  /// The JSV text of a value, whose schema says which of its strings are dates and the like.
  package static func text(_ value: JSON, as schema: Schema = .any) -> String {
    var text = ""
    write(value, schema, to: &text)
    return text
  }

  private static func write(_ value: JSON, _ schema: Schema, to text: inout String) {
    let schema = schema.resolved(for: value).withMergedMembers
    switch value {
    case .null: break
    case .boolean(let value): text += value ? "True" : "False"
    case .number(let number): text += number.text
    case .string(let string): text += raw(string, schema) ?? quoted(string)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        write(element, schema.schema(ofItem: index), to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      var isFirst = true
      for (place, member) in members.enumerated() where !member.value.isNull {
        if !isFirst { text += "," }
        isFirst = false
        text += quoted(member.key)
        text += ":"
        write(member.value, schema.schema(ofMember: member.key, near: place), to: &text)
      }
      text += "}"
    }
  }

  /// The text of a string that stands for a value of another type of .NET; nil if it is a string.
  static func raw(_ string: String, _ schema: Schema) -> String? {
    switch schema.content.format {
    case "date-time", "dotnet-date-time": DotNetDate.shortest(string)
    case "date", "time", "duration", "guid", "uuid", "base64":
      string.utf8.contains(where: endsValue) ? nil : string
    default: nil
    }
  }

  /// A string, in quotes if it holds one of the characters that have a meaning, or nothing.
  private static func quoted(_ string: String) -> String {
    let needsQuotes =
      string.isEmpty
      || string.utf8.contains { endsValue($0) || $0 == 0x3A || $0 == 0x0D || $0 == 0x0A }
    return needsQuotes ? CSVWriter.quoted(string) : string
  }

  private static func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: true
    default: false
    }
  }
}

extension Schema {
  /// What the schema says of the item at a place of a list.
  func schema(ofItem index: Int) -> Schema {
    index < content.prefixItems.count ? content.prefixItems[index] : content.items ?? .any
  }

  /// What the schema says of the member of a name; it is looked for at a place first, where most values
  /// have it.
  package func schema(ofMember name: String, near place: Int = 0) -> Schema {
    declaredPlace(ofMember: name, near: place).map { content.members[$0].schema }
      ?? content.additionalProperties ?? .any
  }

  /// The place of the member of a name among those that are declared, each of which has a name of its
  /// own.
  func declaredPlace(ofMember name: String, near place: Int) -> Int? {
    let members = content.members
    if place < members.count, members[place].name.isIdentical(to: name) { return place }
    return members.indices.first { members[$0].name.isIdentical(to: name) }
  }
}
