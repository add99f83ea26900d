/// Reads a pattern in the grammar of ECMA-262, section 22.2.1, with the `u` flag.
///
/// Groups are the only thing that nests, and their depth is bounded. What is right without the flag
/// only (annex B) is read where the parser is lenient.
struct PatternParser {
  let scalars: [Unicode.Scalar]
  let isLenient: Bool
  private(set) lazy var census = GroupCensus(scalars)
  var index = 0
  private var depth = 0
  private var groups = 0
  private var names: [[UInt8]: [GroupName]] = [:]
  private var path: [Branch] = []
  private var disjunctions = 0
  private var numbers: [(number: Int, text: String, offset: Int)] = []
  private var references: [(name: String, offset: Int)] = []

  private static let depthLimit = 200

  /// An alternative that holds a place in the pattern.
  private struct Branch: Equatable {
    var disjunction: Int
    var alternative: Int
  }

  private struct GroupName {
    var group: Int
    var path: [Branch]
  }

  init(_ source: String, isLenient: Bool = false) {
    scalars = Array(source.unicodeScalars)
    self.isLenient = isLenient
  }

  mutating func parse() throws(PatternSyntaxError) -> PatternNode.Tree {
    let root = try parseDisjunction()
    guard index == scalars.count else { throw error(.unopenedGroup) }
    for reference in numbers where reference.number > groups {
      throw error(.unknownGroupNumber(reference.text), at: reference.offset)
    }
    for reference in references where groupNumbers(reference.name).isEmpty {
      throw error(.unknownGroupName(reference.name), at: reference.offset)
    }
    let hasBackreferences = !numbers.isEmpty || !references.isEmpty
    return PatternNode.Tree(
      root: references.isEmpty ? root : resolved(root),
      groups: groups,
      hasBackreferences: hasBackreferences
    )
  }

  // MARK: Structure

  private mutating func parseDisjunction() throws(PatternSyntaxError) -> PatternNode {
    disjunctions += 1
    path.append(Branch(disjunction: disjunctions, alternative: 0))
    defer { path.removeLast() }
    var alternatives = [try parseAlternative()]
    while skip("|") {
      path[path.count - 1].alternative += 1
      alternatives.append(try parseAlternative())
    }
    return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
  }

  private mutating func parseAlternative() throws(PatternSyntaxError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      nodes.append(try parseTerm())
    }
    switch nodes.count {
    case 0: return .empty
    case 1: return nodes[0]
    default: return .sequence(nodes)
    }
  }

  private mutating func parseTerm() throws(PatternSyntaxError) -> PatternNode {
    let firstGroup = groups
    let atom: PatternNode
    if let assertion = try parseAssertion() {
      // Without the flag, what is looked for ahead can be repeated.
      guard isLenient, case .lookaround(_, true, _) = assertion else { return assertion }
      atom = assertion
    } else {
      atom = try parseAtom()
    }
    guard var repetition = try parseQuantifier() else { return atom }
    repetition.groups = firstGroup..<groups
    return .repetition(atom, repetition)
  }

  /// An assertion cannot be repeated: a quantifier after it finds nothing to repeat.
  private mutating func parseAssertion() throws(PatternSyntaxError) -> PatternNode? {
    if skip("^") { return .start }
    if skip("$") { return .end }
    if skip("\\b") { return .wordBoundary(isNegated: false) }
    if skip("\\B") { return .wordBoundary(isNegated: true) }
    let start = index
    if skip("(?=") { return try parseLookaround(start, isAhead: true, isNegated: false) }
    if skip("(?!") { return try parseLookaround(start, isAhead: true, isNegated: true) }
    if skip("(?<=") { return try parseLookaround(start, isAhead: false, isNegated: false) }
    if skip("(?<!") { return try parseLookaround(start, isAhead: false, isNegated: true) }
    return nil
  }

  private mutating func parseLookaround(
    _ start: Int,
    isAhead: Bool,
    isNegated: Bool
  ) throws(PatternSyntaxError) -> PatternNode {
    let body = try parseGroup(start)
    return .lookaround(body, isAhead: isAhead, isNegated: isNegated)
  }

  /// The inside of a group up to its closing bracket.
  private mutating func parseGroup(_ start: Int) throws(PatternSyntaxError) -> PatternNode {
    guard depth < PatternParser.depthLimit else {
      throw error(.tooDeep(limit: PatternParser.depthLimit), at: start)
    }
    depth += 1
    defer { depth -= 1 }
    let body = try parseDisjunction()
    guard skip(")") else { throw error(.unclosedGroup, at: start) }
    return body
  }

  private mutating func parseAtom() throws(PatternSyntaxError) -> PatternNode {
    guard let scalar = next else { throw error(.nothingToRepeat) }
    switch scalar {
    case ".":
      index += 1
      return .set(ScalarSet(ScalarSet.lineTerminators, isNegated: true))
    case "(":
      return try parseCapture()
    case "[":
      return .set(try parseClass())
    case "\\":
      return try parseAtomEscape()
    case "*", "+", "?":
      throw error(.nothingToRepeat)
    case "{":
      let start = index
      let isQuantifier = (try? parseQuantifier()) != nil
      guard isLenient, !isQuantifier else {
        throw error(isQuantifier ? .nothingToRepeat : .invalidQuantifier)
      }
      index = start + 1
      return .scalar(scalar.value)
    case "]", "}":
      guard isLenient else { throw error(.unescaped(scalar)) }
      index += 1
      return .scalar(scalar.value)
    default:
      index += 1
      return .scalar(scalar.value)
    }
  }

  private mutating func parseCapture() throws(PatternSyntaxError) -> PatternNode {
    let start = index
    if skip("(?:") {
      return try parseGroup(start)
    }
    var name: String?
    if skip("(?<") {
      name = try parseGroupName()
    } else if skip("(?") {
      throw error(isModifier ? .unsupportedModifiers : .invalidGroup, at: start)
    } else {
      index += 1
    }
    let group = groups
    groups += 1
    if let name {
      let key = Array(name.utf8)
      let isTaken = names[key]?.contains { !isAlternative($0.path) } ?? false
      guard !isTaken else { throw error(.duplicateGroupName(name), at: start) }
      names[key, default: []].append(GroupName(group: group, path: path))
    }
    return .capture(group, try parseGroup(start))
  }

  /// Whether flags and a colon follow, as in `(?i-m:…)`.
  private var isModifier: Bool {
    let flags = scalars[index...].prefix { "ims-".unicodeScalars.contains($0) }
    return !flags.isEmpty && flags.endIndex < scalars.count && scalars[flags.endIndex] == ":"
  }

  /// Whether a place and the current one are in different alternatives of one disjunction.
  private func isAlternative(_ other: [Branch]) -> Bool {
    guard let differing = zip(path, other).first(where: { $0 != $1 }) else { return false }
    return differing.0.disjunction == differing.1.disjunction
  }

  // MARK: Quantifiers

  private mutating func parseQuantifier() throws(PatternSyntaxError) -> PatternNode.Repetition? {
    var repetition: PatternNode.Repetition
    if skip("*") {
      repetition = PatternNode.Repetition(minimum: 0)
    } else if skip("+") {
      repetition = PatternNode.Repetition(minimum: 1)
    } else if skip("?") {
      repetition = PatternNode.Repetition(minimum: 0, maximum: 1)
    } else if next == "{" {
      let start = index
      do throws(PatternSyntaxError) {
        repetition = try parseBraces()
      } catch {
        guard isLenient, case .invalidQuantifier = error.reason else { throw error }
        // Braces that are no quantifier stand for themselves.
        index = start
        return nil
      }
    } else {
      return nil
    }
    repetition.isLazy = skip("?")
    return repetition
  }

  private mutating func parseBraces() throws(PatternSyntaxError) -> PatternNode.Repetition {
    let start = index
    index += 1
    guard let minimum = parseNumber() else { throw error(.invalidQuantifier, at: start) }
    var maximum: Int? = minimum
    if skip(",") {
      maximum = parseNumber()
    }
    guard skip("}") else { throw error(.invalidQuantifier, at: start) }
    if let maximum, maximum < minimum {
      throw error(.quantifierOutOfOrder, at: start)
    }
    return PatternNode.Repetition(minimum: minimum, maximum: maximum)
  }

  /// A decimal number; what is beyond any text's length is cut.
  private mutating func parseNumber() -> Int? {
    var value: Int?
    while let scalar = next, ("0"..."9").contains(scalar) {
      value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), Int(UInt32.max))
      index += 1
    }
    return value
  }

  // MARK: References to groups

  mutating func parseGroupNumber() throws(PatternSyntaxError) -> PatternNode {
    let start = index
    let number = parseNumber() ?? 0
    let text = String(String.UnicodeScalarView(scalars[start..<index]))
    numbers.append((number, text, start - 1))
    return .backreference([number - 1])
  }

  /// A name is resolved at the end, because its group may follow; until then it stands as a
  /// negative number.
  mutating func parseGroupReference() throws(PatternSyntaxError) -> PatternNode {
    let start = index - 2
    guard skip("<") else { throw error(.invalidGroupName, at: start) }
    references.append((try parseGroupName(), start))
    return .backreference([-references.count])
  }

  private func groupNumbers(_ name: String) -> [Int] {
    names[Array(name.utf8)]?.map(\.group) ?? []
  }

  private func resolved(_ node: PatternNode) -> PatternNode {
    switch node {
    case .backreference(let groups):
      guard let first = groups.first, first < 0 else { return node }
      return .backreference(groupNumbers(references[-first - 1].name))
    case .sequence(let nodes): return .sequence(nodes.map(resolved))
    case .alternatives(let nodes): return .alternatives(nodes.map(resolved))
    case .capture(let group, let node): return .capture(group, resolved(node))
    case .repetition(let node, let repetition): return .repetition(resolved(node), repetition)
    case .lookaround(let node, let isAhead, let isNegated):
      return .lookaround(resolved(node), isAhead: isAhead, isNegated: isNegated)
    case .empty, .scalar, .set, .start, .end, .wordBoundary: return node
    }
  }

  // MARK: Small steps

  var next: Unicode.Scalar? {
    index < scalars.count ? scalars[index] : nil
  }

  /// Moves behind a text if it stands here.
  mutating func skip(_ text: String) -> Bool {
    guard scalars[index...].starts(with: text.unicodeScalars) else { return false }
    index += text.unicodeScalars.count
    return true
  }

  func error(_ reason: PatternSyntaxError.Reason, at offset: Int? = nil) -> PatternSyntaxError {
    PatternSyntaxError(reason, at: offset ?? index)
  }
}
