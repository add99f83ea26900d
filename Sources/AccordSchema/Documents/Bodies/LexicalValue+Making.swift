// Values as a syntax of a team's own makes them.

extension LexicalValue {
  /// A text without a type, which is of the type that a schema wants there: `12` is an integer where
  /// one is wanted.
  ///
  /// An empty text is an empty string; nothing is a ``value(_:atByte:)`` of `null`.
  public static func text(_ text: String, atByte byte: Int) -> LexicalValue {
    LexicalValue(.text(LexicalText(value: text, writing: .scalar(isQuoted: true))), atByte: byte)
  }

  /// A value that has its type, such as a number of YAML.
  public static func value(_ value: JSON, atByte byte: Int) -> LexicalValue {
    LexicalValue(.value(value), atByte: byte)
  }

  /// Values in order.
  public static func list(_ elements: [LexicalValue], atByte byte: Int) -> LexicalValue {
    LexicalValue(.list(elements), atByte: byte)
  }

  /// Names and values in order.
  public static func map(_ members: [LexicalMember], atByte byte: Int) -> LexicalValue {
    LexicalValue(.map(members), atByte: byte)
  }

  /// Whether lists and maps stand in one another deeper than a limit; the calls go no deeper than it.
  package func isDeeper(than limit: Int) -> Bool {
    guard limit >= 0 else { return true }
    switch content {
    case .text, .value: return false
    case .list(let elements): return elements.contains { $0.isDeeper(than: limit - 1) }
    case .map(let members): return members.contains { $0.value.isDeeper(than: limit - 1) }
    }
  }
}
