import AccordMocking
import AccordSchema

/// Reads texts as .NET's types.
enum NetValue {
  /// The value of a text; `nil` if it is none of the type.
  static func read(_ text: String, as schema: Schema) -> JSON? {
    let text = text.trimmed
    let schema = schema.withoutNull
    if schema.content.format == "guid" { return GUID.normal(text).map(JSON.string) }
    if let names = schema.content.enumeration { return name(text, of: names) }
    let types = TextValue.types(of: schema)
    if types.contains(.boolean) { return boolean(text).map(JSON.boolean) }
    if types.contains(.integer) { return Int32(text).map { .number(JSONNumber(Int($0))) } }
    if types.contains(.number) { return JSONNumber(text).map(JSON.number) }
    return .string(text)
  }

  /// A truth value in the spellings that ServiceStack reads.
  private static func boolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "1", "on": true
    case "false", "0", "off": false
    default: nil
    }
  }

  /// A name of an enumeration without regard to case, or its number.
  private static func name(_ text: String, of names: [JSON]) -> JSON? {
    if let number = Int(text), names.indices.contains(number) { return names[number] }
    return names.first { $0.string?.lowercased() == text.lowercased() }
  }
}
