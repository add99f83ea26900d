/// Makes texts in which a pattern is found, within bounds of their length.
///
/// A text is a way through an automaton that ends where it accepts. `^(?=A)(?!B)C` is taken as three patterns,
/// of which the second must not be found, and their automata are walked side by side. What has no automaton is
/// written from its tree instead (``PatternWriter``), and is likely to be right; either way the text is held to
/// the pattern before it is given away.
struct PatternSampler {
  private let pattern: Pattern
  private let tree: PatternNode.Tree
  private let ways: PatternWays?

  /// How long a text should be where nothing says so.
  private static let usualLength = 3

  /// How many lengths beyond the shortest are tried.
  private static let lengthSpan = 64

  /// How long a text may have to be.
  private static let lengthLimit = 100_000

  /// Reads a pattern; nil if it is none.
  init?(_ source: String, syntax: Pattern.Syntax) {
    guard let pattern = try? Pattern(source, syntax: syntax) else { return nil }
    var parser = PatternParser(source, isLenient: pattern.lenience != nil)
    guard let tree = try? parser.parse() else { return nil }
    self.pattern = pattern
    self.tree = tree
    ways = PatternWays(tree.parts)
  }

  /// A text of so many scalars in which the pattern is found; nil if none was found.
  ///
  /// `pick` chooses among so many; where it always takes the first, the text is the plainest.
  func text(length: ClosedRange<Int>, pick: (Int) -> Int) -> String? {
    guard length.lowerBound <= Self.lengthLimit else { return nil }
    if let text = shortText(length, pick), isRight(text, length) { return text }
    let attempts = ways == nil ? 24 : 4
    for attempt in 0..<attempts {
      var writer = PatternWriter(attempt: attempt, length: length)
      guard let text = writer.text(of: tree.root, pick) else { continue }
      if isRight(text, length) { return text }
    }
    return nil
  }

  private func shortText(_ length: ClosedRange<Int>, _ pick: (Int) -> Int) -> String? {
    guard let ways else { return nil }
    let wanted = max(length.lowerBound, min(Self.usualLength, length.upperBound))
    let last = min(length.upperBound, wanted.addingClamped(Self.lengthSpan))
    let lengths = ways.lengths(upTo: last)
    var choices = lengths.filter { $0 >= wanted }
    if choices.isEmpty { choices = lengths.filter { $0 >= length.lowerBound }.suffix(1) }
    guard !choices.isEmpty else { return nil }
    return ways.text(length: choices[pick(min(choices.count, 8))], pick: pick)
  }

  private func isRight(_ text: String, _ length: ClosedRange<Int>) -> Bool {
    length.contains(text.unicodeScalars.count) && pattern.matches(in: text) == .matches
  }
}

extension PatternNode.Tree {
  /// The pattern as patterns that hold together, each to be found or not: its first lookaheads are patterns of
  /// their own.
  fileprivate var parts: [(tree: Self, isWanted: Bool)] {
    guard case .sequence(let nodes) = root, case .start? = nodes.first, !hasBackreferences else {
      return [(self, true)]
    }
    var parts: [(tree: Self, isWanted: Bool)] = []
    var rest = nodes.dropFirst()
    while case .lookaround(let node, isAhead: true, let isNegated)? = rest.first {
      parts.append((with(.sequence([.start, node])), !isNegated))
      rest = rest.dropFirst()
    }
    return [(with(.sequence([.start] + rest)), true)] + parts
  }

  private func with(_ root: PatternNode) -> Self {
    PatternNode.Tree(root: root, groups: groups, hasBackreferences: hasBackreferences)
  }
}

extension Int {
  fileprivate func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
