import AccordSchema

/// Schemas of the values of which comparisons hold.
enum ComparedSchema {
  /// The schema of values that compare so with a value; `nil` where no schema says it: texts have no order
  /// here.
  static func schema(
    _ comparison: ArazzoCondition.Comparison,
    _ value: JSON,
    ignoringCase: Bool
  ) -> Schema? {
    switch (comparison, value) {
    case (.equal, _): return same(value, ignoringCase)
    case (.unequal, _): return .not(same(value, ignoringCase))
    case (.atMost, .number(let number)): return numbers { $0.maximum = number }
    case (.atLeast, .number(let number)): return numbers { $0.minimum = number }
    case (.below, .number(let number)): return numbers { $0.exclusiveMaximum = number }
    case (.above, .number(let number)): return numbers { $0.exclusiveMinimum = number }
    default: return nil
    }
  }

  /// The schema of values that are neither false nor null.
  static var truth: Schema { .not(.enumeration([false, .null])) }

  private static func numbers(_ change: (inout Schema.Content) -> Void) -> Schema {
    var schema = Schema.number
    change(&schema.content)
    return schema
  }

  private static func same(_ value: JSON, _ ignoresCase: Bool) -> Schema {
    guard ignoresCase, case .string(let text) = value, text.lowercased() != text.uppercased() else {
      return .constant(value)
    }
    return .string(pattern: "^" + text.map(letter).joined() + "$")
  }

  /// A pattern of a character in both cases.
  private static func letter(_ character: Character) -> String {
    let (small, large) = (character.lowercased(), character.uppercased())
    let plain = escaped(String(character))
    guard small != large else { return plain }
    return "(?:\(escaped(small))|\(escaped(large)))"
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      "\\^$.*+?()[]{}|/".unicodeScalars.contains(scalar) ? "\\\(scalar)" : "\(scalar)"
    }.joined()
  }

  // MARK: - Values in values

  /// An object with a member.
  static func object(with name: String, _ value: Schema) -> Schema {
    .object([.required(name, value)])
  }

  /// A list with an item at a place.
  static func list(with value: Schema, at index: Int) -> Schema {
    var schema = Schema.array(startingWith: Array(repeating: .any, count: index) + [value])
    schema.content.minItems = index + 1
    return schema
  }

  /// A list or an object that has a value of a schema.
  static func holding(_ value: Schema) -> Schema {
    var list = Schema.array(startingWith: [])
    list.content.contains = value
    var others = Schema.any
    others.content.additionalProperties = .not(value)
    var object = Schema.object([])
    object.content.not = others
    return .anyOf([list, object])
  }

  /// A text, a list or an object of a length.
  static func length(_ comparison: ArazzoCondition.Comparison, _ number: Int) -> Schema? {
    let bounds: (lower: Int?, upper: Int?)
    switch comparison {
    case .equal: bounds = (number, number)
    case .unequal:
      return length(.equal, number).map { .allOf([sized(0, nil), .not($0)]) }
    case .atMost: bounds = (nil, number)
    case .atLeast: bounds = (number, nil)
    case .below: bounds = (nil, number - 1)
    case .above: bounds = (number + 1, nil)
    }
    if let upper = bounds.upper, upper < 0 { return .never }
    return sized(bounds.lower, bounds.upper)
  }

  private static func sized(_ lower: Int?, _ upper: Int?) -> Schema {
    let lower = lower.map { max(0, $0) }
    var (text, list, object) = (Schema.string, Schema.array(startingWith: []), Schema.object([]))
    (text.content.minLength, text.content.maxLength) = (lower, upper)
    (list.content.minItems, list.content.maxItems) = (lower, upper)
    (object.content.minProperties, object.content.maxProperties) = (lower, upper)
    return .anyOf([text, list, object])
  }
}
