extension JSON {
  /// Whether two values have the same members in the same order.
  ///
  /// Strings are equal when their Unicode scalars are, numbers when their values are.
  public static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.boolean(let left), .boolean(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.isIdentical(to: right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  /// Whether two values are written with the same characters: `1.0` is not identical to `1`.
  package func isIdentical(to other: JSON) -> Bool {
    switch (self, other) {
    case (.number(let left), .number(let right)): left.isIdentical(to: right)
    case (.array(let left), .array(let right)):
      left.count == right.count
        && (left.sharesElements(with: right)
          || zip(left, right).allSatisfy { $0.isIdentical(to: $1) })
    case (.object(let left), .object(let right)):
      left.count == right.count
        && (left.sharesElements(with: right)
          || zip(left, right).allSatisfy {
            $0.key.isIdentical(to: $1.key) && $0.value.isIdentical(to: $1.value)
          })
    default: self == other
    }
  }

  /// Whether two values are equal when the order of members is ignored.
  ///
  /// JSON Schema compares in this way (2020-12 core, section 4.2.2). Of members with the same name,
  /// the first one counts.
  public func isEquivalent(to other: JSON) -> Bool {
    switch (self, other) {
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isEquivalent(to: $1) }
    case (.object(let left), .object(let right)):
      JSON.areEquivalent(left, right)
    default:
      self == other
    }
  }

  private static func areEquivalent(_ left: [JSONMember], _ right: [JSONMember]) -> Bool {
    let left = firstMembers(left)
    let right = firstMembers(right)
    return left.count == right.count
      && left.allSatisfy { key, value in right[key]?.isEquivalent(to: value) ?? false }
  }

  private static func firstMembers(_ members: [JSONMember]) -> [[UInt8]: JSON] {
    Dictionary(members.map { (Array($0.key.utf8), $0.value) }) { first, _ in first }
  }
}

extension Array {
  /// Whether two arrays of one length are copies of one another, so that nothing need be compared.
  fileprivate func sharesElements(with other: [Element]) -> Bool {
    withUnsafeBufferPointer { own in
      other.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
    }
  }
}

extension JSONMember {
  /// Whether two members have the same name, scalar by scalar, and equal values.
  public static func == (left: JSONMember, right: JSONMember) -> Bool {
    left.key.isIdentical(to: right.key) && left.value == right.value
  }
}
