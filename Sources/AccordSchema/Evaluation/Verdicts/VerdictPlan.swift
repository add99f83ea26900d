/// A program laid out in memory for the verdict alone: the text is walked once, and no tape is made.
///
/// It says yes or no and nothing else; what is wrong with a document is said by ``JSONEvaluation``.
final class VerdictPlan: @unchecked Sendable {
  // The memory is written by the initialiser alone, and lives as long as the arena that is kept here.

  let program: Program
  let root: UnsafeMutablePointer<VerdictNode>
  /// The nodes of all schemas, in the order of the program.
  private let nodes: UnsafeMutablePointer<VerdictNode>
  /// The node that admits every value.
  let anything: UnsafeMutablePointer<VerdictNode>
  private let arena: VerdictArena

  /// Lays out a program; nil if its references depend on the way that evaluation came.
  init?(_ program: Program) {
    guard !program.isDynamic else { return nil }
    var planner = VerdictPlanner(program)
    root = planner.plan()
    nodes = planner.nodes
    anything = planner.anything
    arena = planner.arena
    self.program = program
  }

  /// The same nodes, for a program of the same schemas that begins with another of them.
  init(_ other: VerdictPlan, beginningAs program: Program) {
    assert(program.schemas.count == other.program.schemas.count, "a program of other schemas")
    nodes = other.nodes
    anything = other.anything
    arena = other.arena
    root = other.node(at: program.root)
    self.program = program
  }

  /// Whether a node lies in the memory of the plan; for assertions.
  func owns(_ node: UnsafeMutablePointer<VerdictNode>) -> Bool { node >= nodes && node <= anything }

  /// The schema of a node; nil for the node that admits everything.
  func schema(of node: UnsafeMutablePointer<VerdictNode>) -> CompiledSchema? {
    node.pointee.schema < 0 ? nil : program.schemas[Int(node.pointee.schema)]
  }

  /// Whether a text in UTF-8 is JSON that conforms; nil where the walk was given up.
  func admits(
    _ text: UnsafeBufferPointer<UInt8>,
    limits: JSONLimits = .default
  ) -> Bool? {
    guard let base = text.baseAddress else { return false }
    let steps = TextWalker.steps(for: text.count)
    let work = WorkBudget(program.limits, bytes: text.count)
    let depth = limits.effectiveDepth
    var walker = TextWalker(self, base, text.count, depthLimit: depth, steps, work)
    let isAdmitted = walker.admitsAll()
    return walker.isUndecided ? nil : isAdmitted
  }

  /// Whether a value of a document conforms to a schema of the program; nil where the walk was given
  /// up.
  func admits(
    _ entry: JSONTapeEntry,
    of tape: JSONTape,
    _ index: Program.Index,
    steps: inout Int,
    _ work: inout WorkBudget
  ) -> Bool? {
    tape.bytes.withUnsafeBufferPointer { bytes -> Bool? in
      guard let base = bytes.baseAddress else { return nil }
      let range = entry.range
      assert(range.upperBound <= bytes.count, "an entry of another text")
      var walker = TextWalker(
        self,
        base + range.lowerBound,
        range.count,
        depthLimit: .max,
        steps,
        work
      )
      let isAdmitted = walker.value(base + range.lowerBound, node(at: index)) != nil
      steps = walker.steps
      work = walker.work
      return walker.isUndecided ? nil : isAdmitted
    }
  }

  private func node(at index: Program.Index) -> UnsafeMutablePointer<VerdictNode> {
    let place = program.schemas[index].forward ?? index
    assert(program.schemas.indices.contains(place))
    return nodes + place
  }
}

/// The memory of a plan.
final class VerdictArena: @unchecked Sendable {
  // The memory is written while its plan is made, by one task. Values without references need no
  // deinitialisation, so that giving the blocks back is enough.

  private var blocks: [UnsafeMutableRawPointer] = []
  private var automata: [PatternAutomaton] = []

  /// Room for values without references; there is always room for one.
  func room<Element: BitwiseCopyable>(
    for count: Int,
    of type: Element.Type = Element.self
  ) -> UnsafeMutablePointer<Element> {
    assert(count >= 0)
    let block = UnsafeMutablePointer<Element>.allocate(capacity: max(count, 1))
    blocks.append(UnsafeMutableRawPointer(block))
    return block
  }

  func copy<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let block = room(for: elements.count, of: Element.self)
    block.initialize(from: elements, count: elements.count)
    return block
  }

  func keep(_ automaton: PatternAutomaton) -> Unmanaged<PatternAutomaton> {
    automata.append(automaton)
    return Unmanaged.passUnretained(automaton)
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}
