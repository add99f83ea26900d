import AccordModel
import AccordSchema

/// A value of a stored document, with the way to it.
struct RecordedValue {
  let json: JSON
  let pointer: JSONPointer

  /// The member of that name.
  func member(_ name: String) throws(RunRecordError) -> RecordedValue {
    guard let value = json[name] else {
      throw RunRecordError(pointer: pointer, expected: "a member \"\(name)\"", found: "none")
    }
    return RecordedValue(json: value, pointer: pointer.appending(name))
  }

  /// The string of a member.
  func string(_ name: String) throws(RunRecordError) -> String {
    let value = try member(name)
    guard let text = value.json.string else { throw value.unexpected("a string") }
    return text
  }

  /// The string of a member that may be `null`.
  func text(_ name: String) throws(RunRecordError) -> String? {
    try member(name).json.isNull ? nil : string(name)
  }

  /// The strings of a member.
  func texts(_ name: String) throws(RunRecordError) -> [String] {
    try list(name) { value throws(RunRecordError) in
      guard let text = value.json.string else { throw value.unexpected("a string") }
      return text
    }
  }

  /// The whole number of a member.
  func count(_ name: String) throws(RunRecordError) -> Int {
    let value = try member(name)
    guard let number = value.json.number, let count = Int(number.text) else {
      throw value.unexpected("a whole number")
    }
    return count
  }

  /// The moment of a member that may be `null`.
  func moment(_ name: String) throws(RunRecordError) -> Moment? {
    guard let text = try text(name) else { return nil }
    guard let moment = Moment(parsing: text) else {
      throw try member(name).unexpected("a time such as 2026-01-31T23:59:59Z")
    }
    return moment
  }

  /// The boolean of a member.
  func boolean(_ name: String) throws(RunRecordError) -> Bool {
    let value = try member(name)
    guard let boolean = value.json.boolean else { throw value.unexpected("true or false") }
    return boolean
  }

  /// The elements of a member.
  func list<Element>(
    _ name: String,
    _ read: (RecordedValue) throws(RunRecordError) -> Element
  ) throws(RunRecordError) -> [Element] {
    try member(name).elements(read)
  }

  /// The elements of the value itself.
  func elements<Element>(
    _ read: (RecordedValue) throws(RunRecordError) -> Element
  ) throws(RunRecordError) -> [Element] {
    guard let elements = json.elements else { throw unexpected("an array") }
    var list: [Element] = []
    list.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      list.append(
        try read(RecordedValue(json: element, pointer: pointer.appending(String(index))))
      )
    }
    return list
  }

  /// The member of that name; nothing if it is `null`.
  func optional<Value>(
    _ name: String,
    _ read: (RecordedValue) throws(RunRecordError) -> Value
  ) throws(RunRecordError) -> Value? {
    let value = try member(name)
    return value.json.isNull ? nil : try read(value)
  }

  /// Refuses a document whose `schemaVersion` is another than the one that this tool reads.
  func requireVersion(
    _ version: Int,
    of document: String,
    renewal: String
  ) throws(RunRecordError) {
    guard try count("schemaVersion") != version else { return }
    var error = try member("schemaVersion").unexpected(
      "\(version), the version of the \(document) that this tool reads,"
    )
    error.advice = renewal
    throw error
  }

  /// That the value is not what a record has in its place.
  func unexpected(_ expected: String) -> RunRecordError {
    RunRecordError(pointer: pointer, expected: expected, found: json.excerpt)
  }
}

extension JSON {
  /// The value as an error shows it.
  fileprivate var excerpt: String {
    switch self {
    case .array: "an array"
    case .object: "an object"
    case .null, .boolean, .number, .string: VisibleText.bounded(text(), to: 80)
    }
  }
}
