/// A schema of a document whose keywords are read one by one, each held to the type that it must
/// have.
struct SchemaObject {
  let value: JSON
  /// Where the schema stands, for messages.
  let location: String
  let dialect: Dialect

  func string(_ keyword: String) throws(SchemaError) -> String? {
    guard let value = value[keyword] else { return nil }
    guard let string = value.string else { throw mistake(keyword, "a string", value) }
    return string
  }

  func boolean(_ keyword: String) throws(SchemaError) -> Bool? {
    guard let value = value[keyword] else { return nil }
    guard let boolean = value.boolean else { throw mistake(keyword, "a boolean", value) }
    return boolean
  }

  func number(_ keyword: String) throws(SchemaError) -> JSONNumber? {
    guard let value = value[keyword] else { return nil }
    guard let number = value.number else { throw mistake(keyword, "a number", value) }
    return number
  }

  /// A whole number that counts; one beyond all counts is the largest of them.
  func count(_ keyword: String) throws(SchemaError) -> Int? {
    guard let value = value[keyword] else { return nil }
    guard let number = value.number, number.isInteger else {
      throw mistake(keyword, "a whole number", value)
    }
    return number.int ?? (number < 0 ? .min : .max)
  }

  func elements(_ keyword: String) throws(SchemaError) -> [JSON]? {
    guard let value = value[keyword] else { return nil }
    guard let elements = value.elements else { throw mistake(keyword, "an array", value) }
    return elements
  }

  /// The members of an object; of those with the same name the first counts.
  func members(_ keyword: String) throws(SchemaError) -> [JSONMember]? {
    guard let value = value[keyword] else { return nil }
    guard let members = value.members else { throw mistake(keyword, "an object", value) }
    var names: Set<[UInt8]> = []
    return members.filter { names.insert(Array($0.key.utf8)).inserted }
  }

  /// The names in an array of strings.
  func names(_ value: JSON, _ keyword: String) throws(SchemaError) -> [String] {
    guard let elements = value.elements else {
      throw mistake(keyword, "an array of strings", value)
    }
    var names: [String] = []
    for element in elements {
      guard let name = element.string else { throw mistake(keyword, "a string", element) }
      names.append(name)
    }
    return names
  }

  func mistake(_ keyword: String, _ expected: String, _ value: JSON) -> SchemaError {
    SchemaError(.kind(expected: expected, Found(value)), at: location + "/" + keyword)
  }
}

// MARK: - Keywords without schemas

extension SchemaObject {
  /// The keywords that hold no schema, under the names of 2020-12.
  func leafKeywords(_ formats: Schema.FormatUse) throws(SchemaError) -> Schema.Content {
    var content = Schema.Content()
    if dialect.speaks(.validation) {
      content.types = try types()
      if dialect.knowsNullable, try boolean("nullable") == true {
        content.types?.insert(.null)
      }
      if dialect.draft >= .draft6 { content.constant = value["const"] }
      content.enumeration = try elements("enum")
      content.minLength = try count("minLength")
      content.maxLength = try count("maxLength")
      content.pattern = try string("pattern")
      try readLimits(into: &content)
    }
    let asserts = formats == .assertion || dialect.speaks(.formatAssertion)
    if asserts, let name = try string("format"), StringFormat.named(name) != nil {
      content.format = name
    }
    return content
  }

  private func types() throws(SchemaError) -> Schema.Types? {
    guard let value = value["type"] else { return nil }
    let listed = value.elements ?? [value]
    var types: Schema.Types = []
    for element in listed {
      guard let name = element.string, let type = Schema.Types(name: name) else {
        throw mistake("type", "the name of a type", element)
      }
      types.insert(type)
    }
    return types
  }

  /// In draft 4 the exclusive limits are booleans beside the others (validation, section 5.1.2).
  private func readLimits(into content: inout Schema.Content) throws(SchemaError) {
    content.multipleOf = try number("multipleOf")
    content.minimum = try number("minimum")
    content.maximum = try number("maximum")
    guard dialect.draft == .draft4 else {
      content.exclusiveMinimum = try number("exclusiveMinimum")
      content.exclusiveMaximum = try number("exclusiveMaximum")
      return
    }
    if try boolean("exclusiveMinimum") == true {
      content.exclusiveMinimum = content.minimum
      content.minimum = nil
    }
    if try boolean("exclusiveMaximum") == true {
      content.exclusiveMaximum = content.maximum
      content.maximum = nil
    }
  }
}
