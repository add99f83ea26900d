/// Writes JSON with dates of .NET: a date is `"\\/Date(ms)\\/"`, slashes escaped.
package enum DotNetJSONWriter {
  /// The JSON text of a value, whose schema says which of its strings are dates of .NET.
  package static func bytes(_ value: JSON, as schema: Schema) -> [UInt8] {
    var writer = JSONWriter(indented: false)
    write(value, schema, to: &writer)
    return writer.bytes
  }

  private static func write(_ value: JSON, _ schema: Schema, to writer: inout JSONWriter) {
    switch value {
    case .null, .boolean, .number:
      writer.write(value, level: 0)
    case .string(let text):
      let schema = schema.resolved(for: value).withMergedMembers
      if schema.content.format == "dotnet-date-time",
        let date = DotNetDate.milliseconds(text)
      {
        writer.bytes += "\"\\/\(date.dropFirst().dropLast())\\/\"".utf8
      } else {
        writer.write(text)
      }
    case .array(let elements):
      let schema = schema.resolved(for: value).withMergedMembers
      writer.bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { writer.bytes.append(UInt8(ascii: ",")) }
        write(element, schema.schema(ofItem: index), to: &writer)
      }
      writer.bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      let schema = schema.resolved(for: value).withMergedMembers
      writer.bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { writer.bytes.append(UInt8(ascii: ",")) }
        writer.write(member.key)
        writer.bytes.append(UInt8(ascii: ":"))
        write(member.value, schema.schema(ofMember: member.key, near: index), to: &writer)
      }
      writer.bytes.append(UInt8(ascii: "}"))
    }
  }
}
