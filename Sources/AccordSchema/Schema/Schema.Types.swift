extension Schema {
  /// A set of the types that the keyword `type` names (JSON Schema validation, section 6.1.1).
  package struct Types: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    package static let null = Self(rawValue: 1)
    package static let boolean = Self(rawValue: 2)
    package static let integer = Self(rawValue: 4)
    /// A number, whole or not: it covers `integer` too.
    package static let number = Self(rawValue: 8)
    package static let string = Self(rawValue: 16)
    package static let array = Self(rawValue: 32)
    package static let object = Self(rawValue: 64)

    package static let all: Self = [.null, .boolean, .integer, .number, .string, .array, .object]

    /// The types and their names, in the order in which the specification lists them.
    package static let named: [(type: Self, name: String)] = [
      (.null, "null"), (.boolean, "boolean"), (.object, "object"), (.array, "array"),
      (.number, "number"), (.string, "string"), (.integer, "integer"),
    ]

    /// The order in which an expectation names them: what is wanted first, `null` last.
    package static let spoken: [(type: Self, name: String)] = [
      (.object, "object"), (.array, "array"), (.string, "string"), (.integer, "integer"),
      (.number, "number"), (.boolean, "boolean"), (.null, "null"),
    ]

    package init?(name: String) {
      guard let entry = Self.named.first(where: { $0.name == name }) else { return nil }
      self = entry.type
    }

    /// The names of the types, in the order of the specification.
    package var names: [String] {
      Self.named.filter { contains($0.type) }.map(\.name)
    }
  }
}
