import AccordModel
import AccordSchema

/// Values that a schema says in so many words that it admits: those at its bounds, and each that it lists.
struct RightValues: Sendable {
  /// A right value.
  struct Value: Sendable {
    /// The end of identifiers.
    var name: String
    var value: JSON
    /// What it is, as the end of the sentence "… may be".
    var words: String
    /// Whether it is a text that nobody told, only how long it may be.
    var isMadeUp = false
  }

  let schema: Schema

  /// The most listed values that are tried.
  private static let mostListed = 16

  /// The longest text that is sent to be as long as it may be.
  private static let longestText = 2_000

  /// The values, in a stable order; whether the rest of the schema admits them is still to be seen.
  var values: [Value] {
    let content = schema.content
    if let listed = content.enumeration {
      return listed.filter { $0 != .null }.prefix(Self.mostListed).enumerated().map {
        number,
        value in
        Value(name: "listed-\(number + 1)", value: value, words: value.shownText)
      }
    }
    guard let types = content.types else { return [] }
    var list: [Value] = []
    if types.contains(.boolean) {
      list += [true, false].map { value in
        Value(name: "\(value)", value: .boolean(value), words: "\(value)")
      }
    }
    if types.contains(.integer) || types.contains(.number) {
      if let least = content.minimum {
        list.append(
          Value(name: "minimum", value: .number(least), words: "\(least.text), the least")
        )
      }
      if let most = content.maximum {
        list.append(Value(name: "maximum", value: .number(most), words: "\(most.text), the most"))
      }
    }
    guard types.contains(.string), content.pattern == nil, content.stringFormat == nil else {
      return list
    }
    for (name, length) in [("shortest", content.minLength), ("longest", content.maxLength)] {
      guard let length, length > 0, length <= Self.longestText else { continue }
      let text = String(repeating: "x", count: length)
      list.append(
        Value(name: name, value: .string(text), words: "\(length) characters long", isMadeUp: true)
      )
    }
    return list
  }
}
