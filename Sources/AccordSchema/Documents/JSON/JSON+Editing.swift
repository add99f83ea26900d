extension JSON {
  /// The value with another value at the place to which a pointer leads.
  ///
  /// As with the `add` of JSON Patch (RFC 6902, section 4.1), a member that is absent is added, and
  /// the index after the last element, or `-`, appends to an array. Unlike `add`, an element that
  /// is there is replaced. The result is nil if the place above does not exist.
  public func replacing(_ value: JSON, at pointer: JSONPointer) -> JSON? {
    edited(pointer.tokens[...], value)
  }

  /// The value without the element or the members to which a pointer leads.
  ///
  /// The result is nil if nothing is there, or if the pointer leads to the whole value.
  public func removing(at pointer: JSONPointer) -> JSON? {
    guard !pointer.tokens.isEmpty else { return nil }
    return edited(pointer.tokens[...], nil)
  }

  private func edited(_ tokens: ArraySlice<String>, _ value: JSON?) -> JSON? {
    guard let token = tokens.first else { return value }
    let rest = tokens.dropFirst()
    switch self {
    case .object(let members):
      return JSON.edited(members, token, rest, value).map(JSON.object)
    case .array(let elements):
      return JSON.edited(elements, token, rest, value).map(JSON.array)
    default:
      return nil
    }
  }

  private static func edited(
    _ members: [JSONMember],
    _ token: String,
    _ rest: ArraySlice<String>,
    _ value: JSON?
  ) -> [JSONMember]? {
    var members = members
    guard let index = members.firstIndex(where: { $0.key.isIdentical(to: token) }) else {
      guard rest.isEmpty, let value else { return nil }
      return members + [JSONMember(token, value)]
    }
    guard !rest.isEmpty || value != nil else {
      members.removeAll { $0.key.isIdentical(to: token) }
      return members
    }
    guard let edited = members[index].value.edited(rest, value) else { return nil }
    members[index].value = edited
    return members
  }

  private static func edited(
    _ elements: [JSON],
    _ token: String,
    _ rest: ArraySlice<String>,
    _ value: JSON?
  ) -> [JSON]? {
    var elements = elements
    let index = token == "-" ? elements.count : JSONPointer.arrayIndex(token)
    guard let index, index <= elements.count else { return nil }
    if index == elements.count {
      guard rest.isEmpty, let value else { return nil }
      return elements + [value]
    }
    guard !rest.isEmpty || value != nil else {
      elements.remove(at: index)
      return elements
    }
    guard let edited = elements[index].edited(rest, value) else { return nil }
    elements[index] = edited
    return elements
  }
}
