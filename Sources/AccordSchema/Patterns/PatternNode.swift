/// A pattern as a tree.
indirect enum PatternNode: Sendable {
  case empty
  case scalar(UInt32)
  case set(ScalarSet)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  case capture(Int, PatternNode)
  case repetition(PatternNode, Repetition)
  case lookaround(PatternNode, isAhead: Bool, isNegated: Bool)
  /// Any of the groups, of which at most one takes part in a match.
  case backreference([Int])
  case start
  case end
  case wordBoundary(isNegated: Bool)

  struct Repetition: Sendable {
    var minimum: Int
    /// Nil for any number.
    var maximum: Int?
    var isLazy = false
    /// The groups inside, which each round begins anew.
    var groups: Range<Int> = 0..<0
  }

  /// A pattern as a tree, with what holds for all of it.
  struct Tree: Sendable {
    var root: PatternNode
    var groups: Int
    var hasBackreferences: Bool
  }

  /// Whether the node is one character of a set.
  var isSingle: Bool {
    switch self {
    case .scalar, .set: true
    default: false
    }
  }

  /// Whether the node can match without moving.
  var isNullable: Bool {
    switch self {
    case .empty, .lookaround, .start, .end, .wordBoundary, .backreference: true
    case .scalar, .set: false
    case .sequence(let nodes): nodes.allSatisfy(\.isNullable)
    case .alternatives(let nodes): nodes.contains(where: \.isNullable)
    case .capture(_, let node): node.isNullable
    case .repetition(let node, let repetition): repetition.minimum == 0 || node.isNullable
    }
  }

  /// Whether every match begins at the start of the text.
  var isAnchored: Bool {
    switch self {
    case .start: true
    case .sequence(let nodes): nodes.first?.isAnchored ?? false
    case .alternatives(let nodes): nodes.allSatisfy(\.isAnchored)
    case .capture(_, let node): node.isAnchored
    case .repetition(let node, let repetition): repetition.minimum > 0 && node.isAnchored
    default: false
    }
  }
}
