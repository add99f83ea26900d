import AccordSchema

/// An expression of Swift, to be laid out in lines.
indirect enum SwiftExpression: Hashable {
  /// An argument of a call.
  struct Argument: Hashable {
    /// The label; `nil` where it has none.
    var label: String?
    var value: SwiftExpression
  }

  /// A member of a dictionary literal.
  struct Pair: Hashable {
    var key: String
    var value: SwiftExpression
  }

  /// A name, a number or another word that stands as it is.
  case token(String)
  /// A string literal.
  case text(String)
  /// A call with arguments in parentheses.
  case call(String, [Argument])
  /// An array literal.
  case list([SwiftExpression])
  /// A dictionary literal whose keys are strings.
  case pairs([Pair])
  /// A call of a method on the value of an expression.
  case method(SwiftExpression, String, [Argument])
  /// A call with a trailing closure of one parameter.
  case closure(String, [Argument], parameter: String, SwiftExpression)

  /// A call whose arguments have no labels.
  static func call(_ name: String, _ values: SwiftExpression...) -> Self {
    .call(name, values.map { Argument(label: nil, value: $0) })
  }

  /// The value of a method with arguments without labels.
  func applying(_ name: String, _ values: SwiftExpression...) -> Self {
    .method(self, name, values.map { Argument(label: nil, value: $0) })
  }

  /// The value of a method with arguments.
  func applying(_ name: String, _ arguments: [Argument]) -> Self {
    .method(self, name, arguments)
  }

  /// A list of texts.
  static func texts(_ texts: [String]) -> Self { .list(texts.map(Self.text)) }

  /// A list of whole numbers.
  static func numbers(_ numbers: [Int]) -> Self { .list(numbers.map { .token("\($0)") }) }
}

extension [SwiftExpression.Argument] {
  /// Adds an argument, with its label.
  mutating func add(_ label: String?, _ value: SwiftExpression) {
    append(SwiftExpression.Argument(label: label, value: value))
  }

  /// Adds an argument unless its value is that which is meant without it.
  mutating func add(_ label: String?, _ value: SwiftExpression, unless isUsual: Bool) {
    if !isUsual { add(label, value) }
  }

  /// Adds an argument where there is a value.
  mutating func add(_ label: String?, _ value: SwiftExpression?) {
    if let value { add(label, value) }
  }
}

extension SwiftExpression {
  /// A value of JSON.
  init(_ value: JSON) {
    switch value {
    case .null: self = .token(".null")
    case .boolean(let value): self = .token("\(value)")
    case .number(let number): self = Self(number, isJSON: true)
    case .string(let text): self = .text(text)
    case .array(let items): self = .list(items.map { Self($0) })
    case .object(let members):
      self = .pairs(members.map { Pair(key: $0.key, value: Self($0.value)) })
    }
  }

  /// A number, exact at any size.
  init(_ number: JSONNumber, isJSON: Bool = false) {
    if let whole = number.int {
      self = .token("\(whole)")
    } else if let double = Double(number.text), let short = JSONNumber(double), short == number {
      self = .token("\(double)")
    } else {
      let written = "JSONNumber(\"\(number.text)\") ?? 0"
      self = .token(isJSON ? ".number(\(written))" : written)
    }
  }
}
