import AccordSchema

/// Where two values differ.
struct ValueDifference: Equatable {
  /// The first place.
  var path: InstancePath
  /// What the first value has there.
  var left: JSON?
  /// What the second value has there.
  var right: JSON?
  /// How many more places differ.
  var more = 0

  /// Compares two values; members are compared without regard to their order.
  static func first(_ left: JSON, _ right: JSON) -> ValueDifference? {
    var first: ValueDifference?
    var open: [(InstancePath, JSON?, JSON?)] = [(.root, left, right)]
    while let (path, left, right) = open.popLast() {
      var inside: [(InstancePath, JSON?, JSON?)] = []
      switch (left, right) {
      case (let left?, let right?) where left == right: continue
      case (.array(let left)?, .array(let right)?):
        for index in 0..<max(left.count, right.count) {
          // Typed, because `nil` alone would be the value null.
          let leftItem: JSON? = left.indices.contains(index) ? .some(left[index]) : .none
          let rightItem: JSON? = right.indices.contains(index) ? .some(right[index]) : .none
          inside.append((path.appending(.item(index)), leftItem, rightItem))
        }
      case (.object(let left)?, .object(let right)?):
        inside = members(left, right).map { (path.appending(.member($0.name)), $0.left, $0.right) }
      case (.string(let left)?, .string(let right)?)
      where Timestamp.mayAgree(left, right): continue
      default:
        if first == nil {
          first = ValueDifference(path: path, left: left, right: right)
        } else {
          first?.more += 1
        }
      }
      open += inside.reversed()
    }
    return first
  }

  private static func members(
    _ left: [JSONMember],
    _ right: [JSONMember]
  ) -> [(name: String, left: JSON?, right: JSON?)] {
    let leftValues = Dictionary(left.map { ($0.key, $0.value) }) { first, _ in first }
    let rightValues = Dictionary(right.map { ($0.key, $0.value) }) { first, _ in first }
    let onlyRight = right.filter { leftValues[$0.key] == nil }
    return (left + onlyRight).map { ($0.key, leftValues[$0.key], rightValues[$0.key]) }
  }

  /// One side in words.
  static func words(_ value: JSON?) -> String { value.map { Excerpt.text($0.text()) } ?? "nothing" }

  /// The other places in words.
  var moreWords: String? {
    switch more {
    case 0: nil
    case 1: "One more place differs."
    default: "\(more) more places differ."
    }
  }
}

extension JSON {
  /// Whether there is a value in it that is not a container and not null.
  var holdsValue: Bool {
    var open = [self]
    while let value = open.popLast() {
      switch value {
      case .null: continue
      case .array(let elements): open += elements
      case .object(let members): open += members.map(\.value)
      case .boolean, .number, .string: return true
      }
    }
    return false
  }

  /// The value without members that say nothing: `null`, the empty text, which CSV writes for
  /// `null`, and the GUID of zeros, which JSV may leave out.
  var withoutDefaults: JSON {
    switch self {
    case .array(let elements): .array(elements.map(\.withoutDefaults))
    case .object(let members):
      .object(
        members.filter { $0.value != .null && $0.value != "" && $0.value != Self.zeroGUID }
          .map { JSONMember($0.key, $0.value.withoutDefaults) }
      )
    default: self
    }
  }

  private static let zeroGUID: JSON = "00000000-0000-0000-0000-000000000000"

  /// The value without members that the schema does not declare: a format may leave those out, or
  /// write them without their types.
  func declared(by schema: Schema) -> JSON {
    switch self {
    case .array(let elements):
      guard let items = schema.items(at: .root) else { return self }
      return .array(elements.map { $0.declared(by: items) })
    case .object(let members):
      let declared = schema.declaredMembers
      guard !declared.isEmpty else { return self }
      return .object(
        members.compactMap { member in
          guard let rule = declared.first(where: { $0.name == member.key }) else { return nil }
          return JSONMember(member.key, member.value.declared(by: rule.schema))
        }
      )
    default: return self
    }
  }
}
