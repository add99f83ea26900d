import AccordSchema

/// Reads queries of JSONPath (RFC 9535) as far as schemas say what they find.
struct JSONPathParser {
  private var rest: Substring

  /// How deep filters and parentheses may stand in one another.
  private static let deepest = 20

  /// The largest index that is read.
  private static let largestIndex = 1000

  /// The query that a text is; `nil` where it is none, or is not read.
  static func query(_ text: String) -> JSONPathQuery? {
    var parser = JSONPathParser(rest: text[...])
    parser.skipBlanks()
    guard parser.takes("$"), let segments = parser.segments(0) else { return nil }
    var query = JSONPathQuery(segments: segments)
    parser.skipBlanks()
    guard !parser.rest.isEmpty else { return query }
    guard let comparison = parser.comparison(), let value = parser.literal() else { return nil }
    parser.skipBlanks()
    guard parser.rest.isEmpty else { return nil }
    query.comparison = (comparison, value)
    return query
  }

  private init(rest: Substring) { self.rest = rest }

  private mutating func skipBlanks() { rest = rest.drop { $0.isWhitespace } }

  private mutating func takes(_ word: String) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }

  private mutating func takesWord(_ word: String) -> Bool {
    skipBlanks()
    return takes(word)
  }

  // MARK: - Paths

  private mutating func segments(_ depth: Int) -> [JSONPathQuery.Segment]? {
    var segments: [JSONPathQuery.Segment] = []
    while true {
      if rest.hasPrefix("..") { return nil }
      if takes(".") {
        if takes("*") {
          segments.append(.wildcard)
          continue
        }
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        guard !name.isEmpty else { return nil }
        rest = rest.dropFirst(name.count)
        segments.append(.name(String(name)))
      } else if takes("[") {
        guard let segment = bracket(depth) else { return nil }
        segments.append(segment)
      } else {
        return segments
      }
    }
  }

  private mutating func bracket(_ depth: Int) -> JSONPathQuery.Segment? {
    skipBlanks()
    let segment: JSONPathQuery.Segment
    if takes("*") {
      segment = .wildcard
    } else if takes("?") {
      guard let filter = disjunction(depth + 1) else { return nil }
      segment = .filter(filter)
    } else if rest.first == "'" || rest.first == "\"" {
      guard let text = quoted() else { return nil }
      segment = .name(text)
    } else {
      let digits = rest.prefix { $0.isNumber }
      guard let index = Int(digits), index <= Self.largestIndex else { return nil }
      rest = rest.dropFirst(digits.count)
      segment = .index(index)
    }
    return takesWord("]") ? segment : nil
  }

  // MARK: - Filters

  private mutating func disjunction(_ depth: Int) -> Schema? {
    guard depth < Self.deepest, let first = conjunction(depth) else { return nil }
    var all = [first]
    while takesWord("||") {
      guard let next = conjunction(depth) else { return nil }
      all.append(next)
    }
    return all.count == 1 ? first : .anyOf(all)
  }

  private mutating func conjunction(_ depth: Int) -> Schema? {
    guard let first = unary(depth) else { return nil }
    var all = [first]
    while takesWord("&&") {
      guard let next = unary(depth) else { return nil }
      all.append(next)
    }
    return all.count == 1 ? first : .allOf(all)
  }

  private mutating func unary(_ depth: Int) -> Schema? {
    guard depth < Self.deepest else { return nil }
    skipBlanks()
    if rest.hasPrefix("!"), !rest.hasPrefix("!=") {
      rest = rest.dropFirst()
      return unary(depth + 1).map { .not($0) }
    }
    if takes("(") {
      guard let inner = disjunction(depth + 1), takesWord(")") else { return nil }
      return inner
    }
    if takes("@") {
      guard let path = segments(depth) else { return nil }
      return tested(path)
    }
    for name in ["count", "length", "match", "search"] where takes(name) {
      return takesWord("(") ? call(name, depth) : nil
    }
    // The value may stand first.
    guard let value = literal(), let comparison = comparison(), takesWord("@"),
      let path = segments(depth)
    else { return nil }
    return compared(path, comparison.turned, value)
  }

  private mutating func tested(_ path: [JSONPathQuery.Segment]) -> Schema? {
    guard let comparison = comparison() else { return JSONPathQuery.schema(of: path[...], .any) }
    return literal().flatMap { compared(path, comparison, $0) }
  }

  private func compared(
    _ path: [JSONPathQuery.Segment],
    _ comparison: ArazzoCondition.Comparison,
    _ value: JSON
  ) -> Schema? {
    guard JSONPathQuery(segments: path).place != nil else { return nil }
    if comparison == .unequal {
      // What is not there is no value, and other than each (RFC 9535 section 2.3.5.2.2).
      return compared(path, .equal, value).map { .not($0) }
    }
    return ComparedSchema.schema(comparison, value, ignoringCase: false)
      .map { JSONPathQuery.schema(of: path[...], $0) }
  }

  private mutating func call(_ name: String, _ depth: Int) -> Schema? {
    guard takesWord("@"), var path = segments(depth) else { return nil }
    if name == "match" || name == "search" {
      guard takesWord(","), let pattern = literal()?.string, takesWord(")") else { return nil }
      let whole = name == "match" ? "^(?:\(pattern))$" : pattern
      guard (try? Pattern(whole)) != nil else { return nil }
      return JSONPathQuery.schema(of: path[...], .string(pattern: whole))
    }
    guard takesWord(")"), let comparison = comparison(), let number = literal()?.number?.int else {
      return nil
    }
    if name == "length" {
      return ComparedSchema.length(comparison, number)
        .map { JSONPathQuery.schema(of: path[...], $0) }
    }
    return counted(&path, comparison, number)
  }

  /// What `count` says: of one place, whether something is there; of all items of a list, how many.
  private func counted(
    _ path: inout [JSONPathQuery.Segment],
    _ comparison: ArazzoCondition.Comparison,
    _ number: Int
  ) -> Schema? {
    if JSONPathQuery(segments: path).place != nil {
      let isThere = JSONPathQuery.schema(of: path[...], .any)
      let (none, one) = (Self.holds(0, comparison, number), Self.holds(1, comparison, number))
      switch (none, one) {
      case (true, true): return .any
      case (false, true): return isThere
      case (true, false): return .not(isThere)
      case (false, false): return .never
      }
    }
    guard path.popLast() == .wildcard, JSONPathQuery(segments: path).place != nil,
      let length = ComparedSchema.length(comparison, number)
    else { return nil }
    // A text has no items.
    let list = JSONPathQuery.schema(of: path[...], .allOf([length, .not(.string)]))
    guard Self.holds(0, comparison, number) else { return list }
    return .anyOf([list, .not(JSONPathQuery.schema(of: path[...], .any))])
  }

  private static func holds(
    _ left: Int,
    _ comparison: ArazzoCondition.Comparison,
    _ right: Int
  ) -> Bool {
    switch comparison {
    case .equal: left == right
    case .unequal: left != right
    case .atMost: left <= right
    case .atLeast: left >= right
    case .below: left < right
    case .above: left > right
    }
  }

  // MARK: - Words

  private mutating func comparison() -> ArazzoCondition.Comparison? {
    skipBlanks()
    let found = ArazzoCondition.Comparison.allCases.first { rest.hasPrefix($0.rawValue) }
    if let found { rest = rest.dropFirst(found.rawValue.count) }
    return found
  }

  private mutating func literal() -> JSON? {
    skipBlanks()
    if rest.first == "'" || rest.first == "\"" { return quoted().map(JSON.string) }
    let word = rest.prefix { $0.isLetter || $0.isNumber || "+-.".contains($0) }
    rest = rest.dropFirst(word.count)
    switch word {
    case "true": return true
    case "false": return false
    case "null": return .null
    default: return JSONNumber(String(word)).map(JSON.number)
    }
  }

  private mutating func quoted() -> String? {
    guard let quote = rest.first else { return nil }
    rest = rest.dropFirst()
    var text = ""
    while let first = rest.first {
      rest = rest.dropFirst()
      if first == quote { return text }
      guard first == "\\" else {
        text.append(first)
        continue
      }
      guard let escaped = rest.first else { return nil }
      rest = rest.dropFirst()
      switch escaped {
      case "'", "\"", "\\", "/": text.append(escaped)
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "r": text.append("\r")
      default: return nil
      }
    }
    return nil
  }
}
