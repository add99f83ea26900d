/// Writes JSON with dates of .NET: a date is `"\\/Date(ms)\\/"`, slashes escaped.
package enum DotNetJSONWriter {
  /// The JSON text of a value, whose schema says which of its strings are dates of .NET.
  package static func bytes(_ value: JSON, as schema: Schema) -> [UInt8] {
    var bytes: [UInt8] = []
    write(value, schema, to: &bytes)
    return bytes
  }

  private static func write(_ value: JSON, _ schema: Schema, to bytes: inout [UInt8]) {
    let schema = schema.resolved(for: value).withMergedMembers
    switch value {
    case .null, .boolean, .number:
      bytes += value.bytes()
    case .string(let text):
      let isDate = schema.content.format == "dotnet-date-time"
      if isDate, let date = DotNetDate.milliseconds(text) {
        bytes += "\"\\/\(date.dropFirst().dropLast())\\/\"".utf8
      } else {
        bytes += value.bytes()
      }
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(element, schema.schema(ofItem: index), to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += JSON.quoted(member.key).utf8
        bytes.append(UInt8(ascii: ":"))
        write(member.value, schema.schema(ofMember: member.key), to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
