extension JSON {
  /// The kind of the value.
  public var kind: JSONKind {
    switch self {
    case .null: .null
    case .boolean: .boolean
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }

  /// Whether the value is `null`.
  public var isNull: Bool {
    kind == .null
  }

  /// The value of a boolean; nil for every other kind.
  public var boolean: Bool? {
    guard case .boolean(let value) = self else { return nil }
    return value
  }

  /// The value of a number; nil for every other kind.
  public var number: JSONNumber? {
    guard case .number(let value) = self else { return nil }
    return value
  }

  /// The value of a string; nil for every other kind.
  public var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The elements of an array; nil for every other kind.
  public var elements: [JSON]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object in order; nil for every other kind.
  public var members: [JSONMember]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The value of the first member of that name; nil if there is none.
  public subscript(key: String) -> JSON? {
    members?.first { $0.key.isIdentical(to: key) }?.value
  }

  /// The element at that index; nil if there is none.
  public subscript(index: Int) -> JSON? {
    guard let elements, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The value to which a JSON Pointer leads; nil if it leads nowhere.
  public subscript(pointer: JSONPointer) -> JSON? {
    var value = self
    for token in pointer.tokens {
      guard let next = value.child(token) else { return nil }
      value = next
    }
    return value
  }

  private func child(_ token: String) -> JSON? {
    guard case .array(let elements) = self else { return self[token] }
    guard let index = JSONPointer.arrayIndex(token), index < elements.count else { return nil }
    return elements[index]
  }
}
