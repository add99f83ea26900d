/// A set of the types of JSON values, whole numbers apart from those with a fraction.
struct TypeSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let null = TypeSet(rawValue: 1)
  static let boolean = TypeSet(rawValue: 2)
  static let object = TypeSet(rawValue: 4)
  static let array = TypeSet(rawValue: 8)
  static let integer = TypeSet(rawValue: 16)
  static let fraction = TypeSet(rawValue: 32)
  static let string = TypeSet(rawValue: 64)
  /// Numbers of both kinds.
  static let number: TypeSet = [.integer, .fraction]
  static let all = TypeSet(rawValue: 127)
  /// The types that a text can stand for.
  static let scalars: TypeSet = [.boolean, .integer, .fraction, .string]

  /// The single types, in a stable order.
  static let singles: [TypeSet] = [
    .string, .integer, .fraction, .boolean, .object, .array, .null,
  ]

  /// The type of a name; nil for one that JSON Schema does not know.
  init?(named name: String) {
    switch name {
    case "null": self = .null
    case "boolean": self = .boolean
    case "object": self = .object
    case "array": self = .array
    case "integer": self = .integer
    case "number": self = .number
    case "string", "file": self = .string
    default: return nil
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The names, such as `string or null`.
  var words: String {
    if self == .all { return "any" }
    var names: [String] = []
    if contains(.string) { names.append("string") }
    if contains(.fraction) {
      names.append("number")
    } else if contains(.integer) {
      names.append("integer")
    }
    if contains(.boolean) { names.append("boolean") }
    if contains(.object) { names.append("object") }
    if contains(.array) { names.append("array") }
    if contains(.null) { names.append("null") }
    return names.isEmpty ? "none" : names.joined(separator: " or ")
  }

  /// How many types are named.
  var count: Int { rawValue.nonzeroBitCount - (isSuperset(of: .number) ? 1 : 0) }
}
