import AccordSchema

extension Schema {
  /// A single value that conforms, for a parameter or a header that gives no example.
  var sampleValue: JSON {
    let content = self.content
    if let example = content.examples.first { return example }
    if let constant = content.constant { return constant }
    if let value = content.enumeration?.first { return value }
    if let format = content.format.flatMap(StringFormat.named) { return format.sample }
    if let branch = (content.anyOf + content.oneOf + content.allOf).first {
      return branch.sampleValue
    }
    guard let types = content.types else { return "value" }
    if types.contains(.string) {
      let least = content.minLength ?? 0
      return .string("value" + String(repeating: "e", count: max(0, least - 5)))
    }
    if types.contains(.integer) || types.contains(.number) {
      return .number(content.minimum ?? content.maximum ?? 1)
    }
    if types.contains(.boolean) { return true }
    return "value"
  }
}

extension JSON {
  /// The value as it stands in a path, a query, a form or a header.
  var wireText: String {
    switch self {
    case .null: ""
    case .boolean(let value): value ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): text
    case .array, .object: text()
    }
  }

  /// The value as text of bounded length, for sentences.
  var shownText: String {
    let text = if case .string(let string) = self { JSON.quoted(string) } else { text() }
    let scalars = text.unicodeScalars
    guard scalars.count > 48 else { return text }
    return String(scalars.prefix(48)) + "… (\(scalars.count) characters)"
  }
}
