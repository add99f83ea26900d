/// A schema of a document whose keywords are read one by one, each held to the type that it must
/// have.
struct SchemaObject {
  let value: JSON
  /// Where the schema stands, for messages.
  let location: String
  let dialect: Dialect

  /// The value of a keyword that the dialect knows.
  func known(_ keyword: Keyword) -> JSON? {
    guard let value = value[keyword.rawValue], dialect.knows(keyword) else { return nil }
    return value
  }

  func string(_ keyword: Keyword) throws(SchemaError) -> String? {
    known(keyword) == nil ? nil : try anyString(keyword)
  }

  /// The value of a keyword, be it known or not.
  func anyString(_ keyword: Keyword) throws(SchemaError) -> String? {
    guard let value = value[keyword.rawValue] else { return nil }
    guard let string = value.string else { throw mistake(keyword, "a string", value) }
    return string
  }

  func boolean(_ keyword: Keyword) throws(SchemaError) -> Bool? {
    guard let value = known(keyword) else { return nil }
    guard let boolean = value.boolean else { throw mistake(keyword, "a boolean", value) }
    return boolean
  }

  func number(_ keyword: Keyword) throws(SchemaError) -> JSONNumber? {
    guard let value = known(keyword) else { return nil }
    guard let number = value.number else { throw mistake(keyword, "a number", value) }
    return number
  }

  /// A whole number that counts; one beyond all counts is the largest of them.
  func count(_ keyword: Keyword) throws(SchemaError) -> Int? {
    guard let value = known(keyword) else { return nil }
    guard let number = value.number, number.isInteger else {
      throw mistake(keyword, "a whole number", value)
    }
    return number.int ?? (number < 0 ? .min : .max)
  }

  func elements(_ keyword: Keyword) throws(SchemaError) -> [JSON]? {
    guard let value = known(keyword) else { return nil }
    guard let elements = value.elements else { throw mistake(keyword, "an array", value) }
    return elements
  }

  /// The members of an object; of those with the same name the first counts.
  func members(_ keyword: Keyword) throws(SchemaError) -> [JSONMember]? {
    guard let value = known(keyword) else { return nil }
    guard let members = value.members else { throw mistake(keyword, "an object", value) }
    var names: Set<[UInt8]> = []
    return members.filter { names.insert(Array($0.key.utf8)).inserted }
  }

  /// The names in an array of strings.
  func names(_ value: JSON, _ keyword: Keyword) throws(SchemaError) -> [String] {
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

  func mistake(_ keyword: Keyword, _ expected: String, _ value: JSON) -> SchemaError {
    SchemaError(
      .kind(expected: expected, Found(value)),
      at: location + "/" + keyword.rawValue
    )
  }
}
