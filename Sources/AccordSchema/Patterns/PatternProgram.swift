/// A pattern as instructions.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    /// One scalar, before or behind the place; the place moves over it.
    case scalar(UInt32, forward: Bool)
    /// One scalar of a set.
    case set(Int, forward: Bool)
    /// As many scalars of a set as there are, or as few as suffice.
    case run(Int, minimum: Int, maximum: Int, isLazy: Bool, forward: Bool)
    /// Goes on at the first, and if that fails at the second.
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case wordBoundary(isNegated: Bool)
    /// The instructions up to `next` are matched from here, without moving.
    case lookaround(isNegated: Bool, next: Int)
    case accept

    // Only where backreferences are, or rounds must be counted.

    /// Keeps the place as one end of a group.
    case save(Int)
    case resetGroups(Int, Int)
    case backreference(Int, forward: Bool)
    /// Sets a counter to zero.
    case setCounter(Int)
    /// Goes on with another round or leaves.
    case countRound(Int, minimum: Int, maximum: Int, isLazy: Bool, exit: Int)
    /// Keeps the place at which a round begins.
    case markRound(Int)
    /// Ends a round that did not move: it fails, unless the counter has not reached the minimum.
    case checkRound(Int, counter: Int?, minimum: Int)
  }

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ScalarSet] = []
  private(set) var references: [[Int]] = []
  private(set) var groups: Int
  private(set) var counters = 0
  private(set) var marks = 0

  /// Whether every match begins at the start of the text.
  let isAnchored: Bool

  /// Whether what follows from an instruction and a place depends on nothing else.
  private(set) var isStateless: Bool

  /// Whether a round of a loop may not move, so that only remembered places end it.
  private(set) var hasEmptyRounds = false
  private(set) var hasLookarounds = false

  private let hasBackreferences: Bool

  /// How many instructions a repetition may take before rounds are counted instead of written out.
  private static let unrolledLimit = 2000

  /// How many instructions a pattern may have before rounds are counted.
  private static let programLimit = 20_000

  init(_ tree: PatternNode.Tree) {
    groups = tree.groups
    hasBackreferences = tree.hasBackreferences
    isStateless = !tree.hasBackreferences
    isAnchored = tree.root.isAnchored
    emit(tree.root, forward: true)
    instructions.append(.accept)
  }

  /// Looks for the pattern: quickly first, and if that takes long, by remembering what failed.
  func verdict(on text: PatternText, _ work: inout WorkBudget) -> PatternVerdict {
    let most = work.allowance(usually: isStateless ? 1000 + 16 * text.count : 5_000_000)
    var backtracking = BacktrackingMatcher(self, text, steps: most)
    let verdict = backtracking.search()
    work.spend(most - backtracking.steps)
    // Where remembering can take over, it soon does.
    guard verdict == .gaveUp, isStateless else { return verdict }
    let rest = work.allowance(usually: 40_000_000)
    var remembering = RememberingMatcher(self, text, steps: rest)
    defer { work.spend(rest - remembering.steps) }
    return remembering.search()
  }

  // MARK: Translation

  // The depth of the calls is bounded by the depth of groups that the parser allows.
  private mutating func emit(_ node: PatternNode, forward: Bool) {
    switch node {
    case .empty:
      break
    case .scalar(let value):
      instructions.append(.scalar(value, forward: forward))
    case .set(let set):
      sets.append(set)
      instructions.append(.set(sets.count - 1, forward: forward))
    case .sequence(let nodes):
      for node in forward ? nodes : nodes.reversed() {
        emit(node, forward: forward)
      }
    case .alternatives(let nodes):
      emit(nodes[...], forward: forward)
    case .capture(let group, let node):
      emit(group, node, forward: forward)
    case .repetition(let node, let repetition):
      emit(node, repetition, forward: forward)
    case .lookaround(let node, let isAhead, let isNegated):
      hasLookarounds = true
      let place = reserve()
      emit(node, forward: isAhead)
      instructions.append(.accept)
      instructions[place] = .lookaround(isNegated: isNegated, next: instructions.count)
    case .backreference(let groups):
      references.append(groups)
      instructions.append(.backreference(references.count - 1, forward: forward))
    case .start:
      instructions.append(.start)
    case .end:
      instructions.append(.end)
    case .wordBoundary(let isNegated):
      instructions.append(.wordBoundary(isNegated: isNegated))
    }
  }

  private mutating func reserve() -> Int {
    instructions.append(.accept)
    return instructions.count - 1
  }

  private mutating func emit(_ alternatives: ArraySlice<PatternNode>, forward: Bool) {
    var jumps: [Int] = []
    for (index, node) in alternatives.enumerated() {
      guard index < alternatives.count - 1 else {
        emit(node, forward: forward)
        break
      }
      let split = reserve()
      emit(node, forward: forward)
      jumps.append(reserve())
      instructions[split] = .split(split + 1, instructions.count)
    }
    for jump in jumps {
      instructions[jump] = .jump(instructions.count)
    }
  }

  private mutating func emit(_ group: Int, _ node: PatternNode, forward: Bool) {
    guard hasBackreferences else {
      return emit(node, forward: forward)
    }
    instructions.append(.save(2 * group + (forward ? 0 : 1)))
    emit(node, forward: forward)
    instructions.append(.save(2 * group + (forward ? 1 : 0)))
  }

  // MARK: Repetitions

  private mutating func emit(
    _ node: PatternNode,
    _ repetition: PatternNode.Repetition,
    forward: Bool
  ) {
    if repetition.maximum == 0 {
      return
    }
    if node.isSingle {
      return emitRun(node, repetition, forward: forward)
    }
    if !hasBackreferences, let length = unrolledLength(length(of: node), repetition),
      instructions.count + length <= PatternProgram.programLimit
    {
      return emitRounds(node, repetition, forward: forward)
    }
    emitCounted(node, repetition, forward: forward)
  }

  /// How many instructions the rounds take when they are written out; nil if too many.
  private func unrolledLength(_ round: Int, _ repetition: PatternNode.Repetition) -> Int? {
    let rounds = repetition.maximum ?? repetition.minimum + 1
    let (length, overflow) = (round + 4).multipliedReportingOverflow(by: rounds)
    return overflow || length > PatternProgram.unrolledLimit ? nil : length
  }

  /// About how many instructions a node takes.
  private func length(of node: PatternNode) -> Int {
    switch node {
    case .sequence(let nodes): nodes.reduce(0) { $0 + length(of: $1) }
    case .alternatives(let nodes): nodes.reduce(0) { $0 + length(of: $1) + 2 }
    case .capture(_, let node): length(of: node) + 2
    case .lookaround(let node, _, _): length(of: node) + 2
    case .repetition(let node, let repetition): length(of: node, repetition)
    case .empty, .scalar, .set, .backreference, .start, .end, .wordBoundary: 1
    }
  }

  private func length(of node: PatternNode, _ repetition: PatternNode.Repetition) -> Int {
    guard !node.isSingle else { return 2 }
    let round = length(of: node)
    return unrolledLength(round, repetition) ?? round + 6
  }

  private mutating func emitRun(
    _ node: PatternNode,
    _ repetition: PatternNode.Repetition,
    forward: Bool
  ) {
    switch node {
    case .set(let set): sets.append(set)
    case .scalar(let value): sets.append(ScalarSet([value...value]))
    default: return
    }
    let set = sets.count - 1
    if repetition.maximum == nil {
      // The part without a bound stands alone, because it can be matched step by step.
      if repetition.minimum == 1 {
        instructions.append(.set(set, forward: forward))
      } else if repetition.minimum > 1 {
        let count = repetition.minimum
        instructions.append(
          .run(set, minimum: count, maximum: count, isLazy: false, forward: forward)
        )
      }
    }
    instructions.append(
      .run(
        set,
        minimum: repetition.maximum == nil ? 0 : repetition.minimum,
        maximum: repetition.maximum ?? .max,
        isLazy: repetition.isLazy,
        forward: forward
      )
    )
  }

  /// Writes out the rounds one after another.
  private mutating func emitRounds(
    _ node: PatternNode,
    _ repetition: PatternNode.Repetition,
    forward: Bool
  ) {
    for _ in 0..<repetition.minimum {
      emit(node, forward: forward)
    }
    guard let maximum = repetition.maximum else {
      return emitLoop(node, repetition.isLazy, forward: forward)
    }
    var splits: [Int] = []
    for _ in repetition.minimum..<maximum {
      splits.append(reserve())
      emit(node, forward: forward)
    }
    for split in splits {
      leave(split, repetition.isLazy)
    }
  }

  private mutating func emitLoop(_ node: PatternNode, _ isLazy: Bool, forward: Bool) {
    let split = reserve()
    if node.isNullable {
      hasEmptyRounds = true
      let mark = marks
      marks += 1
      instructions.append(.markRound(mark))
      emit(node, forward: forward)
      instructions.append(.checkRound(mark, counter: nil, minimum: 0))
    } else {
      emit(node, forward: forward)
    }
    instructions.append(.jump(split))
    leave(split, isLazy)
  }

  /// Makes a reserved place the choice between what follows it and what comes next.
  private mutating func leave(_ split: Int, _ isLazy: Bool) {
    let exit = instructions.count
    instructions[split] = isLazy ? .split(exit, split + 1) : .split(split + 1, exit)
  }

  private mutating func emitCounted(
    _ node: PatternNode,
    _ repetition: PatternNode.Repetition,
    forward: Bool
  ) {
    isStateless = false
    let counter = counters
    let mark = marks
    counters += 1
    marks += 1
    instructions.append(.setCounter(counter))
    let head = reserve()
    instructions.append(.markRound(mark))
    if hasBackreferences, !repetition.groups.isEmpty {
      let groups = repetition.groups
      instructions.append(.resetGroups(groups.lowerBound, groups.upperBound))
    }
    emit(node, forward: forward)
    if node.isNullable {
      instructions.append(
        .checkRound(mark, counter: counter, minimum: repetition.minimum)
      )
    }
    instructions.append(.jump(head))
    instructions[head] = .countRound(
      counter,
      minimum: repetition.minimum,
      maximum: repetition.maximum ?? .max,
      isLazy: repetition.isLazy,
      exit: instructions.count
    )
  }
}
