import AccordSchema

/// A schema in words, for tables: its type, whether it may be null, and its limits.
struct SchemaText {
  /// The schema without its `null`.
  let schema: Schema
  /// Whether `null` conforms beside it.
  let isNullable: Bool

  /// The schemas that the words are inside of, of those that may lead back to themselves.
  private let open: Set<Schema.Identity>?

  /// The words of a schema.
  init(_ schema: Schema) { self.init(schema, inside: []) }

  private init(_ schema: Schema, inside open: Set<Schema.Identity>?) {
    self.open = open?.entering(schema)
    let content = schema.content
    let others = content.anyOf.filter { !$0.isNull }
    if others.count == 1, others.count < content.anyOf.count, content.types == nil {
      self.schema = others[0]
      isNullable = true
    } else if let types = content.types, types != .null, types.contains(.null) {
      self.schema = schema.with { content in
        content.types?.remove(.null)
        content.enumeration?.removeAll { $0 == .null }
      }
      isNullable = true
    } else {
      self.schema = schema
      isNullable = false
    }
  }

  private var content: Schema.Content { schema.content }

  /// The words of a schema inside; nil for one that would go on without end.
  private func words(of inner: Schema) -> SchemaText? {
    let words = SchemaText(inner, inside: open)
    return words.open == nil ? nil : words
  }

  /// The type of a schema inside.
  private func type(of inner: Schema) -> String { words(of: inner)?.type ?? "the same again" }

  /// The type as Markdown, such as `GUID`, or `list of Book`.
  var type: String {
    if let boolean = content.boolean { return boolean ? "anything" : "nothing" }
    if let constant = content.constant { return "exactly \(code(constant))" }
    if let values = content.enumeration {
      return values.count == 1
        ? "exactly \(code(values[0]))" : "one of " + values.map(code).joined(separator: ", ")
    }
    if let constants { return "one of " + constants.map { code($0.value) }.joined(separator: ", ") }
    if let format = content.format { return formatName(format) }
    if let items = content.items, content.types == .array {
      return "list of \(type(of: items))"
    }
    if let name = content.title ?? content.xml.name {
      return MarkdownText.inline(name)
    }
    if let values = content.additionalProperties, content.members.isEmpty, !values.isNever {
      let isNullable = SchemaText(values).isNullable
      return "map of names to \(type(of: values))\(isNullable ? " or null" : "")"
    }
    if let branches = branches { return branches }
    return typeNames ?? "anything"
  }

  private var typeNames: String? {
    guard let types = content.types, types != .all else { return nil }
    let names = Schema.Types.spoken.filter { types.contains($0.type) }.map(\.name)
    return names.joined(separator: " or ")
  }

  /// The limits as Markdown, such as `1 to 64 characters`; empty if there are none.
  var limits: String {
    var limits: [String] = []
    limits.append(
      Self.range(content.minimum?.text, content.maximum?.text, "")
    )
    if let bound = content.exclusiveMinimum { limits.append("more than \(bound.text)") }
    if let bound = content.exclusiveMaximum { limits.append("less than \(bound.text)") }
    if let step = content.multipleOf { limits.append("a multiple of \(step.text)") }
    limits.append(
      content.minLength == 1 && content.maxLength == nil
        ? "not empty"
        : Self.range(
          content.minLength.map(String.init),
          content.maxLength.map(String.init),
          " characters"
        )
    )
    if let pattern = content.pattern { limits.append("matches \(MarkdownText.code(pattern))") }
    limits.append(
      Self.range(content.minItems.map(String.init), content.maxItems.map(String.init), " items")
    )
    if content.uniqueItems { limits.append("no two items alike") }
    if content.additionalProperties?.isNever == true { limits.append("no other members") }
    if let items = content.items, let text = words(of: items) {
      if text.isNullable { limits.append("items may be null") }
      if !text.limits.isEmpty { limits.append("each item: \(text.limits)") }
    }
    return limits.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// Type and limits as one phrase.
  var phrase: String {
    type + (isNullable ? " or null" : "") + (limits.isEmpty ? "" : ", \(limits)")
  }

  /// What is to be said beside type and limits, a sentence each: what single values mean, what stands
  /// where nothing is given, what a value may look like, and who writes it.
  var remarks: [String] {
    var remarks: [String] = []
    let meanings = (constants ?? []).filter { !$0.meaning.isEmpty }
    if !meanings.isEmpty {
      let words = meanings.map { "\(code($0.value)): \(MarkdownText.inline($0.meaning))" }
      remarks.append(words.joined(separator: "; ") + ".")
    }
    if let usual = content.defaultValue { remarks.append("\(code(usual)) unless given.") }
    if let example = content.examples.first, example.isScalar, example != content.constant {
      remarks.append("For example \(code(example)).")
    }
    if content.isReadOnly { remarks.append("Only in answers.") }
    if content.isWriteOnly { remarks.append("Only in requests.") }
    if content.isDeprecated { remarks.append("Deprecated.") }
    return remarks
  }

  /// The values of alternatives that are one value each, with what the schema says of them.
  private var constants: [(value: JSON, meaning: String)]? {
    let branches = (content.oneOf.isEmpty ? content.anyOf : content.oneOf).filter { !$0.isNull }
    let values = branches.compactMap { branch -> (JSON, String)? in
      let content = branch.content
      let single = content.enumeration.flatMap { $0.count == 1 ? $0.first : nil }
      return (content.constant ?? single).map { ($0, content.description ?? content.title ?? "") }
    }
    return branches.count > 1 && values.count == branches.count ? values : nil
  }

  private var branches: String? {
    let (schemas, word) =
      !content.anyOf.isEmpty
      ? (content.anyOf, " or ")
      : !content.oneOf.isEmpty ? (content.oneOf, " or ") : (content.allOf, " and ")
    guard !schemas.isEmpty else { return nil }
    return schemas.map(type(of:)).joined(separator: word)
  }

  private func code(_ value: JSON) -> String {
    guard case .string(let text) = value, !text.isEmpty else {
      return MarkdownText.code(value.text())
    }
    return MarkdownText.code(text)
  }

  private static func range(_ lower: String?, _ upper: String?, _ unit: String) -> String {
    switch (lower, upper) {
    case (let lower?, let upper?):
      lower == upper ? "\(lower)\(unit)" : "\(lower) to \(upper)\(unit)"
    case (let lower?, nil): "at least \(lower)\(unit)"
    case (nil, let upper?): "at most \(upper)\(unit)"
    case (nil, nil): ""
    }
  }

  private func formatName(_ format: String) -> String {
    switch format {
    case "int32": "integer of 32 bits"
    case "int64": "integer of 64 bits"
    case "float": "number of single precision"
    case "double": "number of double precision"
    case "password": "string, kept secret"
    case "hostname", "idn-hostname": "host name"
    case "ipv4": "IPv4 address"
    case "ipv6": "IPv6 address"
    case "uri-reference": "URI or relative reference"
    case "binary": "bytes"
    case "regex": "regular expression"
    case "guid": "GUID"
    case "uuid": "UUID"
    case "date-time": "date and time (RFC 3339)"
    case "dotnet-date-time": "date and time (/Date(ms)/ or ISO 8601)"
    case "epoch-milliseconds": "integer, milliseconds since 1970 in UTC"
    case "date": "date (RFC 3339)"
    case "time": "time of day (RFC 3339)"
    case "duration": "duration (ISO 8601)"
    case "email": "e-mail address"
    case "uri": "URI"
    case "base64", "byte": "Base64 text"
    default: "\(typeNames ?? "string") of format \(MarkdownText.code(format))"
    }
  }
}

extension JSON {
  /// Whether the value is neither a list nor an object.
  fileprivate var isScalar: Bool { elements == nil && members == nil }
}
