/// Brings a value into the one form that all its spellings share.
///
/// The same answer in two formats has then the same value: a member that is `null` where it may be
/// is absent, a GUID is dashed and in lower case, a date is its instant in UTC (without the `Z` where
/// its spelling says no zone), and members stand in the order of the schema. Members that XML never carries can be left out.
package func canonical(
  _ value: JSON,
  as schema: Schema,
  droppingAbsentFromXML: Bool = false
) -> JSON {
  var canonical = Canonical(dropsAbsentFromXML: droppingAbsentFromXML)
  return canonical.form(of: value, schema)
}

struct Canonical {
  let dropsAbsentFromXML: Bool

  /// The schemas with the members of their `allOf` among their own: the items of a list have one.
  private var merged: [ObjectIdentifier: (schema: Schema, merged: Schema)] = [:]

  init(dropsAbsentFromXML: Bool) { self.dropsAbsentFromXML = dropsAbsentFromXML }

  /// The schema that speaks of a value, with the members of its parts.
  private mutating func resolved(_ schema: Schema, for value: JSON) -> Schema {
    let schema = schema.resolved(for: value)
    guard !schema.content.allOf.isEmpty else { return schema }
    if let known = merged[schema.value] { return known.merged }
    let whole = schema.withMergedMembers
    merged[schema.value] = (schema, whole)
    return whole
  }

  mutating func form(of value: JSON, _ schema: Schema) -> JSON {
    switch value {
    case .null, .boolean, .number: return value
    case .string, .array, .object: break
    }
    let schema = resolved(schema, for: value)
    switch value {
    case .null, .boolean, .number:
      return value
    case .string(let text):
      return .string(Self.form(of: text, format: schema.content.format))
    case .array(let items):
      let (prefix, others) = (schema.content.prefixItems, schema.content.items ?? .any)
      var forms: [JSON] = []
      forms.reserveCapacity(items.count)
      for (number, item) in items.enumerated() {
        forms.append(form(of: item, number < prefix.count ? prefix[number] : others))
      }
      return .array(forms)
    case .object(let members):
      return .object(form(of: members, schema))
    }
  }

  private mutating func form(of members: [JSONMember], _ schema: Schema) -> [JSONMember] {
    var result: [JSONMember] = []
    let declared = schema.content.members
    for member in declared {
      if dropsAbsentFromXML, member.xml.absent { continue }
      // Of a name that stands twice the first one counts.
      guard let found = members.first(where: { $0.key.isIdentical(to: member.name) }) else {
        continue
      }
      if found.value.isNull, member.schema.isNullable { continue }
      result.append(JSONMember(member.name, form(of: found.value, member.schema)))
    }
    let others = members.filter { member in
      !declared.contains { $0.name.isIdentical(to: member.key) }
    }
    let sorted = others.sorted { left, right in
      left.key.unicodeScalars.lexicographicallyPrecedes(right.key.unicodeScalars)
    }
    let additional = schema.content.additionalProperties ?? .any
    for member in sorted {
      result.append(JSONMember(member.key, form(of: member.value, additional)))
    }
    return result
  }

  private static func form(of text: String, format: String?) -> String {
    switch format {
    case "guid", "uuid": guid(text) ?? text
    case "date-time", "dotnet-date-time":
      TimestampReader.any(text).map { String($0.hasZone ? $0.rfc3339[...] : $0.rfc3339.dropLast()) }
        ?? text
    default: text
    }
  }

  /// The dashed spelling of a GUID in lower case; `nil` if the text is none.
  static func guid(_ text: String) -> String? {
    let text = LexicalForm.collapsed(text)
    guard StringFormat.guid.admits(text) else { return nil }
    let digits = Array(text.lowercased().utf8.filter(ASCII.isHexDigit))
    var result: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { result.append(UInt8(ascii: "-")) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
