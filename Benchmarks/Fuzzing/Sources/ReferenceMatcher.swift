/// A matcher that follows ECMA-262, section 22.2.2, word for word, with no care for time.
///
/// It gives up after a bounded number of steps.
struct ReferenceMatcher {
  private let root: PatternNode
  private let groups: Int
  private let text: [UInt32]
  private var steps = 20_000
  private var depth = 0

  /// A place and what the groups captured (section 22.2.2.1, MatchState).
  private struct State {
    var place: Int
    var captures: [Range<Int>?]
  }

  private typealias Continuation = (inout ReferenceMatcher, State) -> State?

  init(_ tree: PatternNode.Tree, _ text: String) {
    root = tree.root
    groups = tree.groups
    self.text = text.unicodeScalars.map(\.value)
  }

  /// Whether the pattern is found; nil if that takes too long.
  mutating func search() -> Bool? {
    guard groups < 64, text.count < 200 else { return nil }
    for start in 0...text.count {
      let state = State(place: start, captures: Array(repeating: nil, count: groups))
      if match(root, state, true, { $1 }) != nil { return steps > 0 ? true : nil }
      guard steps > 0 else { return nil }
    }
    return false
  }

  private mutating func match(
    _ node: PatternNode,
    _ state: State,
    _ forward: Bool,
    _ next: @escaping Continuation
  ) -> State? {
    steps -= 1
    depth += 1
    defer { depth -= 1 }
    if depth > 1500 { steps = 0 }
    guard steps > 0 else { return nil }
    switch node {
    case .empty: return next(&self, state)
    case .scalar(let value): return one(state, forward, next) { $0 == value }
    case .set(let set): return one(state, forward, next) { set.contains($0) }
    case .sequence(let nodes):
      return match(forward ? nodes[...] : nodes.reversed()[...], state, forward, next)
    case .alternatives(let nodes):
      for node in nodes {
        if let end = match(node, state, forward, next) { return end }
      }
      return nil
    case .capture(let group, let node):
      let start = state.place
      return match(node, state, forward) { matcher, state in
        var state = state
        state.captures[group] = min(start, state.place)..<max(start, state.place)
        return next(&matcher, state)
      }
    case .repetition(let node, let repetition):
      let maximum = repetition.maximum ?? .max
      return rounds(node, repetition, repetition.minimum, maximum, state, forward, next)
    case .lookaround(let node, let isAhead, let isNegated):
      let found = match(node, state, isAhead) { $1 }
      guard steps > 0 else { return nil }
      guard !isNegated else { return found == nil ? next(&self, state) : nil }
      guard var end = found else { return nil }
      end.place = state.place
      return next(&self, end)
    case .backreference(let groups): return backreference(groups, state, forward, next)
    case .start: return state.place == 0 ? next(&self, state) : nil
    case .end: return state.place == text.count ? next(&self, state) : nil
    case .wordBoundary(let isNegated):
      let isBoundary = isWord(state.place - 1) != isWord(state.place)
      return isBoundary != isNegated ? next(&self, state) : nil
    }
  }

  private mutating func match(
    _ nodes: ArraySlice<PatternNode>,
    _ state: State,
    _ forward: Bool,
    _ next: @escaping Continuation
  ) -> State? {
    guard let first = nodes.first else { return next(&self, state) }
    return match(first, state, forward) { matcher, state in
      matcher.match(nodes.dropFirst(), state, forward, next)
    }
  }

  private mutating func one(
    _ state: State,
    _ forward: Bool,
    _ next: @escaping Continuation,
    _ admits: (UInt32) -> Bool
  ) -> State? {
    let index = forward ? state.place : state.place - 1
    guard text.indices.contains(index), admits(text[index]) else { return nil }
    var state = state
    state.place += forward ? 1 : -1
    return next(&self, state)
  }

  /// RepeatMatcher (section 22.2.2.3.1).
  private mutating func rounds(
    _ node: PatternNode,
    _ repetition: PatternNode.Repetition,
    _ minimum: Int,
    _ maximum: Int,
    _ state: State,
    _ forward: Bool,
    _ next: @escaping Continuation
  ) -> State? {
    guard maximum > 0 else { return next(&self, state) }
    let again: Continuation = { matcher, end in
      if minimum == 0, end.place == state.place { return nil }
      return matcher.rounds(
        node,
        repetition,
        max(minimum - 1, 0),
        maximum == .max ? .max : maximum - 1,
        end,
        forward,
        next
      )
    }
    var fresh = state
    for group in repetition.groups { fresh.captures[group] = nil }
    if minimum > 0 { return match(node, fresh, forward, again) }
    if repetition.isLazy {
      return next(&self, state) ?? match(node, fresh, forward, again)
    }
    return match(node, fresh, forward, again) ?? next(&self, state)
  }

  private mutating func backreference(
    _ groups: [Int],
    _ state: State,
    _ forward: Bool,
    _ next: @escaping Continuation
  ) -> State? {
    guard let captured = groups.lazy.compactMap({ state.captures[$0] }).first else {
      return next(&self, state)
    }
    let start = forward ? state.place : state.place - captured.count
    guard start >= 0, start + captured.count <= text.count,
      text[captured].elementsEqual(text[start..<start + captured.count])
    else { return nil }
    var state = state
    state.place = forward ? start + captured.count : start
    return next(&self, state)
  }

  private func isWord(_ index: Int) -> Bool {
    guard text.indices.contains(index), let scalar = Unicode.Scalar(text[index]) else {
      return false
    }
    return scalar == "_"
      || scalar.isASCII
        && (scalar.properties.isAlphabetic
          || ("0"..."9").contains(scalar))
  }
}
