/// Lays expressions out as `swift format` does: flat where they fit, else one argument in each line.
enum SwiftLayout {
  /// The most characters of a line.
  static let width = 100

  /// The text of an expression that begins in a column of a line with an indentation, and is followed by
  /// so many characters.
  static func text(
    _ expression: SwiftExpression,
    indent: Int,
    column: Int,
    after: Int = 0
  ) -> String {
    let flat = flat(expression)
    if column + flat.count + after <= width { return flat }
    switch expression {
    case .token(let text): return text
    case .text(let text): return literal(text, indent: column > indent ? indent + 2 : indent)
    case .list(let items): return broken(items, indent)
    case .pairs(let pairs):
      guard !pairs.isEmpty else { return flat }
      return lines("[", pairs.map { (quoted($0.key) + ": ", $0.value) }, "]", indent, isList: true)
    case .call(let name, let arguments): return call(name, arguments, indent, column)
    case .method: return chain(expression, indent, column, after)
    case .closure(let name, let arguments, let parameter, let body):
      let begin = flatCall(name, arguments) + " { \(parameter) in"
      let inner = text(body, indent: indent + 2, column: indent + 2)
      return "\(begin)\n\(spaces(indent + 2))\(inner)\n\(spaces(indent))}"
    }
  }

  // MARK: - In one line

  /// The text of an expression in one line.
  static func flat(_ expression: SwiftExpression) -> String {
    switch expression {
    case .token(let text): text
    case .text(let text): quoted(text)
    case .call(let name, let arguments): flatCall(name, arguments)
    case .list(let items): "[\(items.map(flat).joined(separator: ", "))]"
    case .pairs(let pairs):
      pairs.isEmpty
        ? "[:]"
        : "[\(pairs.map { "\(quoted($0.key)): \(flat($0.value))" }.joined(separator: ", "))]"
    case .method(let base, let name, let arguments):
      arguments.isEmpty
        ? "\(flat(base)).\(name)" : "\(flat(base)).\(flatCall(name, arguments))"
    case .closure(let name, let arguments, let parameter, let body):
      "\(flatCall(name, arguments)) { \(parameter) in \(flat(body)) }"
    }
  }

  private static func flatCall(
    _ name: String,
    _ arguments: [SwiftExpression.Argument]
  ) -> String {
    let list = arguments.map { argument in
      (argument.label.map { "\($0): " } ?? "") + flat(argument.value)
    }
    return "\(name)(\(list.joined(separator: ", ")))"
  }

  private static func quoted(_ text: String) -> String { "\"\(SwiftText.escaped(text))\"" }

  // MARK: - In many lines

  private static func literal(_ text: String, indent: Int) -> String {
    let begin = "\n" + spaces(indent)
    let lines = SwiftText.lines(of: text, width: width - indent)
    return "\"\"\"" + lines.map { begin + $0 }.joined() + begin + "\"\"\""
  }

  private static func broken(_ items: [SwiftExpression], _ indent: Int) -> String {
    items.isEmpty ? "[]" : lines("[", items.map { ("", $0) }, "]", indent, isList: true)
  }

  private static func call(
    _ name: String,
    _ arguments: [SwiftExpression.Argument],
    _ indent: Int,
    _ column: Int
  ) -> String {
    guard !arguments.isEmpty else { return name + "()" }
    // A list that is all that a call gets begins in its line.
    if arguments.count == 1, arguments[0].label == nil, arguments[0].value.isLiteralOfMany {
      let inner = text(arguments[0].value, indent: indent, column: width)
      return "\(name)(\(inner))"
    }
    let entries = arguments.map { argument in
      (argument.label.map { "\($0): " } ?? "", argument.value)
    }
    return lines(name + "(", entries, ")", indent, isList: false)
  }

  /// A chain of calls: behind a base of many lines in one line, else each in its own.
  private static func chain(
    _ expression: SwiftExpression,
    _ indent: Int,
    _ column: Int,
    _ after: Int
  ) -> String {
    var base = expression
    var calls: [SwiftExpression] = []
    while case .method(let inner, let name, let arguments) = base {
      let isCall = !arguments.isEmpty
      calls.insert(isCall ? .call("." + name, arguments) : .token("." + name), at: 0)
      base = inner
    }
    let first = text(base, indent: indent, column: column)
    let isLong = first.contains("\n")
    let rest = calls.map(flat).joined()
    let last = first.split(separator: "\n").last?.count ?? 0
    if isLong, last + rest.count + after <= width { return first + rest }
    // A word with one call is one word.
    if case .token = base, calls.count == 1 {
      return first + text(calls[0], indent: indent, column: column + first.count, after: after)
    }
    let inner = isLong ? indent : indent + 2
    return calls.reduce(into: first) { chain, call in
      chain += "\n" + spaces(inner) + text(call, indent: inner, column: inner, after: after)
    }
  }

  private static func lines(
    _ begin: String,
    _ entries: [(label: String, value: SwiftExpression)],
    _ end: String,
    _ indent: Int,
    isList: Bool
  ) -> String {
    var lines = begin
    for (index, entry) in entries.enumerated() {
      let isLast = index == entries.count - 1
      let hasComma = !isLast || isList && entries.count > 1
      let column = indent + 2 + entry.label.count
      // A text of many lines stands below its key, and deeper than its label.
      let isKept = isList && entry.value.isText && !entry.label.isEmpty
      let value = text(
        entry.value,
        indent: isKept ? indent : indent + 2,
        column: column,
        after: hasComma ? 1 : 0
      )
      lines += "\n\(spaces(indent + 2))\(entry.label)\(value)\(hasComma ? "," : "")"
    }
    return lines + "\n" + spaces(indent) + end
  }

  /// So many spaces.
  static func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension SwiftExpression {
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }

  fileprivate var isLiteralOfMany: Bool {
    switch self {
    case .list(let items): !items.isEmpty
    case .pairs(let pairs): !pairs.isEmpty
    default: false
    }
  }
}
