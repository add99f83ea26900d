/// Writes ServiceStack's JSV: `{Name:value,List:[a,b]}`, without white space and without nulls.
package enum JSVWriter {
  /// The JSV text of a value.
  package static func text(_ value: JSON) -> String {
    var text = ""
    write(value, to: &text)
    return text
  }

  private static func write(_ value: JSON, to text: inout String) {
    switch value {
    case .null: break
    case .boolean(let value): text += value ? "True" : "False"
    case .number(let number): text += number.text
    case .string(let string): text += quoted(string)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        write(element, to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.filter({ !$0.value.isNull }).enumerated() {
        if index > 0 { text += "," }
        text += quoted(member.key) + ":"
        write(member.value, to: &text)
      }
      text += "}"
    }
  }

  /// A string, in quotes if it holds one of the characters that have a meaning, or nothing.
  private static func quoted(_ string: String) -> String {
    let needsQuotes =
      string.isEmpty
      || string.utf8.contains { byte in
        switch byte {
        case 0x22, 0x3A, 0x2C, 0x7B, 0x7D, 0x5B, 0x5D, 0x0D, 0x0A: true
        default: false
        }
      }
    return needsQuotes ? CSVWriter.quoted(string) : string
  }
}
