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
  Canonical(dropsAbsentFromXML: droppingAbsentFromXML).form(of: value, schema)
}

struct Canonical {
  let dropsAbsentFromXML: Bool

  func form(of value: JSON, _ schema: Schema) -> JSON {
    switch value {
    case .null, .boolean, .number: return value
    case .string, .array, .object: break
    }
    let schema = schema.resolved(for: value).withMergedMembers
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

  private func form(of members: [JSONMember], _ schema: Schema) -> [JSONMember] {
    var result: [JSONMember] = []
    result.reserveCapacity(members.count)
    let declared = schema.content.members
    var isDeclared = [Bool](repeating: false, count: members.count)
    // Before here stands nothing but what was found: most members stand in the order of the schema.
    var next = 0
    for place in declared.indices {
      // Of a name that stands twice the first one counts.
      guard
        let found = members[next...].firstIndex(where: {
          $0.key.isIdentical(to: declared[place].name)
        })
      else { continue }
      isDeclared[found] = true
      while next < members.count, isDeclared[next] { next += 1 }
      if dropsAbsentFromXML, declared[place].xml.absent { continue }
      let schema = declared[place].schema
      if members[found].value.isNull, schema.isNullable { continue }
      result.append(JSONMember(members[found].key, form(of: members[found].value, schema)))
    }
    let others = members.indices.filter { index in
      !isDeclared[index] && !declared.contains { $0.name.isIdentical(to: members[index].key) }
    }
    if others.isEmpty { return result }
    let sorted = others.map { members[$0] }.sorted { left, right in
      left.key.unicodeScalars.lexicographicallyPrecedes(right.key.unicodeScalars)
    }
    let additional = schema.content.additionalProperties ?? .any
    for member in sorted {
      result.append(JSONMember(member.key, form(of: member.value, additional)))
    }
    return result
  }

  static func form(of text: String, format: String?) -> String {
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
