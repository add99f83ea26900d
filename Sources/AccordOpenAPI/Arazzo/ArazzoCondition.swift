import AccordSchema

/// A simple condition (Arazzo 1.0, "Criterion Object"): comparisons that are joined.
indirect enum ArazzoCondition: Hashable {
  /// Both.
  case and(Self, Self)
  /// One of both, or both.
  case or(Self, Self)
  /// The opposite.
  case not(Self)
  /// A comparison.
  case compare(Term, Comparison, Term)
  /// That a value is neither false nor null.
  case holds(Term)

  /// What is compared.
  enum Term: Hashable {
    /// A value.
    case literal(JSON)
    /// What is known when the workflow runs.
    case expression(ArazzoExpression)
  }

  /// How two values are compared.
  enum Comparison: String, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"

    /// The comparison of the two values in the other order.
    var turned: Self {
      switch self {
      case .equal, .unequal: self
      case .atMost: .atLeast
      case .atLeast: .atMost
      case .below: .above
      case .above: .below
      }
    }
  }

  /// How deep conditions may stand in parentheses.
  private static let deepest = 50

  /// The condition that a text is; `nil` where it is none.
  init?(_ text: String) {
    var text = text[...]
    // Some documents put a condition into the braces of embedded expressions.
    if text.hasPrefix("{"), text.hasSuffix("}") { text = text.dropFirst().dropLast() }
    var parser = Parser(rest: text)
    guard let condition = parser.disjunction(0) else { return nil }
    parser.skipBlanks()
    guard parser.rest.isEmpty else { return nil }
    self = condition
  }

  /// The conditions that have to hold together.
  var conjuncts: [Self] {
    if case .and(let left, let right) = self { return left.conjuncts + right.conjuncts }
    return [self]
  }

  /// What it compares.
  var terms: [Term] {
    switch self {
    case .and(let left, let right), .or(let left, let right): left.terms + right.terms
    case .not(let inner): inner.terms
    case .compare(let left, _, let right): [left, right]
    case .holds(let term): [term]
    }
  }

  private struct Parser {
    var rest: Substring

    mutating func skipBlanks() { rest = rest.drop { $0.isWhitespace } }

    private mutating func takes(_ word: String) -> Bool {
      skipBlanks()
      guard rest.hasPrefix(word) else { return false }
      rest = rest.dropFirst(word.count)
      return true
    }

    mutating func disjunction(_ depth: Int) -> ArazzoCondition? {
      guard depth < ArazzoCondition.deepest, var condition = conjunction(depth) else { return nil }
      while takes("||") {
        guard let next = conjunction(depth) else { return nil }
        condition = .or(condition, next)
      }
      return condition
    }

    private mutating func conjunction(_ depth: Int) -> ArazzoCondition? {
      guard var condition = unary(depth) else { return nil }
      while takes("&&") {
        guard let next = unary(depth) else { return nil }
        condition = .and(condition, next)
      }
      return condition
    }

    private mutating func unary(_ depth: Int) -> ArazzoCondition? {
      guard depth < ArazzoCondition.deepest else { return nil }
      skipBlanks()
      if rest.hasPrefix("!"), !rest.hasPrefix("!=") {
        rest = rest.dropFirst()
        return unary(depth + 1).map { .not($0) }
      }
      if takes("(") {
        guard let inner = disjunction(depth + 1), takes(")") else { return nil }
        return inner
      }
      guard let left = term() else { return nil }
      skipBlanks()
      guard let comparison = Comparison.allCases.first(where: { rest.hasPrefix($0.rawValue) })
      else { return .holds(left) }
      rest = rest.dropFirst(comparison.rawValue.count)
      guard let right = term() else { return nil }
      return .compare(left, comparison, right)
    }

    private mutating func term() -> Term? {
      skipBlanks()
      if rest.first == "'" { return quoted() }
      let word = rest.prefix { !$0.isWhitespace && !"()=!<>&|".contains($0) }
      guard !word.isEmpty else { return nil }
      rest = rest.dropFirst(word.count)
      switch word {
      case "true": return .literal(true)
      case "false": return .literal(false)
      case "null": return .literal(.null)
      default:
        if word.hasPrefix("$") { return ArazzoExpression(String(word)).map(Term.expression) }
        return JSONNumber(String(word)).map { .literal(.number($0)) }
      }
    }

    /// A text in single quotes, in which two of them stand for one.
    private mutating func quoted() -> Term? {
      rest = rest.dropFirst()
      var text = ""
      while let first = rest.first {
        rest = rest.dropFirst()
        guard first == "'" else {
          text.append(first)
          continue
        }
        guard rest.first == "'" else { return .literal(.string(text)) }
        text.append("'")
        rest = rest.dropFirst()
      }
      return nil
    }
  }
}
