/// A pattern as a table of states, for text in ASCII.
///
/// Each byte moves from one state to the next, so that nothing is tried twice. Patterns that need
/// more than that (lookarounds, word boundaries, backreferences, many states) have no automaton, and
/// a text that is not ASCII is left to the matchers.
final class PatternAutomaton: @unchecked Sendable {
  // The memory is written by the initialiser alone, which asserts what makes each look-up stay inside:
  // there is a class for every byte, and a row of as many states as there are classes for each state.

  /// The class of each byte; those from 0x80 share one.
  let classes: UnsafeMutablePointer<UInt8>
  /// The state that follows from a state and a class; a state is the offset of its row.
  let rows: UnsafeMutablePointer<UInt16>
  let start: UInt16
  /// The class that stands for the end of the text.
  let endClass: UInt16
  /// The states up to this one say how the search ends.
  let lastVerdict: UInt16
  let accepting: UInt16
  private let undecided: UInt16

  init?(_ program: PatternProgram) {
    var builder = PatternAutomatonBuilder(program)
    guard let table = builder.build() else { return nil }
    assert(table.classes.count == 256 && table.classes.allSatisfy { $0 < table.width - 1 })
    assert(table.rows.count.isMultiple(of: table.width))
    assert(
      table.rows.allSatisfy { $0 < table.rows.count && $0.isMultiple(of: UInt16(table.width)) }
    )
    assert(table.start < table.rows.count && table.start.isMultiple(of: UInt16(table.width)))
    classes = .allocate(capacity: table.classes.count)
    classes.initialize(from: table.classes, count: table.classes.count)
    rows = .allocate(capacity: table.rows.count)
    rows.initialize(from: table.rows, count: table.rows.count)
    start = table.start
    endClass = UInt16(table.width - 1)
    accepting = UInt16(table.width)
    undecided = UInt16(2 * table.width)
    lastVerdict = undecided
  }

  deinit {
    classes.deallocate()
    rows.deallocate()
  }

  /// Whether the pattern is found in a text; nil where the text is not ASCII.
  @inline(__always)
  func finds(in text: UnsafePointer<UInt8>, count: Int) -> Bool? {
    var state = start
    var byte = text
    let end = text + count
    while byte < end {
      state = rows[Int(state) &+ Int(classes[Int(byte.pointee)])]
      if state <= lastVerdict { return state == undecided ? nil : state == accepting }
      byte += 1
    }
    return rows[Int(state) &+ Int(endClass)] == accepting
  }
}

extension PatternAutomaton {
  /// The state that follows from a state and a byte.
  func state(after state: UInt16, _ byte: UInt8) -> UInt16 {
    rows[Int(state) + Int(classes[Int(byte)])]
  }

  /// Whether the pattern is found in a text that ends in this state.
  func accepts(_ state: UInt16) -> Bool { rows[Int(state) + Int(endClass)] == accepting }
}

/// Builds the table of an automaton from the sets of instructions that a text can lead to.
struct PatternAutomatonBuilder {
  struct Table {
    var classes: [UInt8]
    var rows: [UInt16]
    var width: Int
    var start: UInt16
  }

  /// An instruction that waits for the next byte, and how many rounds of its run were made.
  private struct Thread: Hashable, Comparable {
    var instruction: Int32
    var rounds: Int32

    static func < (left: Self, right: Self) -> Bool {
      (left.instruction, left.rounds) < (right.instruction, right.rounds)
    }
  }

  private struct State: Hashable {
    var threads: [Thread]
    var isFirst: Bool
  }

  private static let stateLimit = 1000
  private static let stepLimit = 60_000
  /// An offset into the rows has sixteen bits.
  private static let sizeLimit = 60_000

  private let program: PatternProgram
  private var classes: [UInt8] = []
  /// One byte of each class.
  private var samples: [UInt32] = []
  private var states: [State] = []
  private var numbers: [State: Int] = [:]
  private var steps = 0

  init(_ program: PatternProgram) {
    self.program = program
  }

  /// The table; nil if the pattern needs more than one.
  mutating func build() -> Table? {
    guard program.isRegular else { return nil }
    classify()
    let width = samples.count + 2
    var rows: [UInt16] = []
    // Rejected, found, and not ASCII.
    for verdict in 0..<3 {
      rows += Array(repeating: UInt16(verdict * width), count: width)
    }
    let first = number(of: [Thread(instruction: 0, rounds: 0)], isFirst: true)
    var next = 0
    while next < states.count {
      guard states.count < Self.stateLimit, rows.count + width < Self.sizeLimit,
        steps < Self.stepLimit
      else { return nil }
      rows += row(of: states[next]).map { UInt16($0 * width) }
      next += 1
    }
    return Table(
      classes: classes,
      rows: rows,
      width: width,
      start: UInt16(first * width)
    )
  }

  /// Gives one class to all bytes that no instruction tells apart.
  private mutating func classify() {
    var known: [[Bool]: UInt8] = [:]
    var scalars: [UInt32] = []
    for case .scalar(let value, _) in program.instructions where !scalars.contains(value) {
      scalars.append(value)
    }
    for byte in UInt32(0)..<0x80 {
      let signature = scalars.map { $0 == byte } + program.sets.map { $0.contains(byte) }
      if let same = known[signature] {
        classes.append(same)
      } else {
        known[signature] = UInt8(samples.count)
        classes.append(UInt8(samples.count))
        samples.append(byte)
      }
    }
    classes += Array(repeating: UInt8(samples.count), count: 0x80)
  }

  private mutating func number(of threads: [Thread], isFirst: Bool) -> Int {
    let state = State(threads: threads, isFirst: isFirst)
    if let number = numbers[state] { return number }
    states.append(state)
    numbers[state] = states.count + 2
    return states.count + 2
  }

  /// The states that follow by class, then by a byte beyond ASCII, then by the end of the text.
  private mutating func row(of state: State) -> [Int] {
    let waiting = closure(of: state, isAtEnd: false)
    guard let waiting else { return Array(repeating: 1, count: samples.count + 2) }
    var row: [Int] = []
    for byte in samples {
      var next = Set<Thread>()
      for thread in waiting {
        steps += 1
        if let follower = step(thread, over: byte) { next.insert(follower) }
      }
      if !program.isAnchored { next.insert(Thread(instruction: 0, rounds: 0)) }
      row.append(next.isEmpty ? 0 : number(of: next.sorted(), isFirst: false))
    }
    row.append(2)
    row.append(closure(of: state, isAtEnd: true) == nil ? 1 : 0)
    return row
  }

  /// The threads that wait for a byte; nil if the pattern is found already.
  private mutating func closure(of state: State, isAtEnd: Bool) -> [Thread]? {
    var pending = state.threads
    var seen = Set(pending)
    var waiting: [Thread] = []
    func add(_ instruction: Int, _ rounds: Int32 = 0) {
      let thread = Thread(instruction: Int32(instruction), rounds: rounds)
      if seen.insert(thread).inserted { pending.append(thread) }
    }
    while let thread = pending.popLast() {
      steps += 1
      let place = Int(thread.instruction)
      switch program.instructions[place] {
      case .accept: return nil
      case .scalar, .set: waiting.append(thread)
      case .run(_, let minimum, let maximum, _, _):
        if thread.rounds < maximum { waiting.append(thread) }
        if thread.rounds >= minimum { add(place + 1) }
      case .split(let left, let right):
        add(left)
        add(right)
      case .jump(let target): add(target)
      case .start: if state.isFirst { add(place + 1) }
      case .end: if isAtEnd { add(place + 1) }
      default: break
      }
    }
    return waiting
  }

  private func step(_ thread: Thread, over byte: UInt32) -> Thread? {
    switch program.instructions[Int(thread.instruction)] {
    case .scalar(let value, _):
      return value == byte ? Thread(instruction: thread.instruction + 1, rounds: 0) : nil
    case .set(let set, _):
      guard program.sets[set].contains(byte) else { return nil }
      return Thread(instruction: thread.instruction + 1, rounds: 0)
    case .run(let set, let minimum, let maximum, _, _):
      guard program.sets[set].contains(byte) else { return nil }
      let isOpen = maximum == .max && thread.rounds >= minimum
      return Thread(
        instruction: thread.instruction,
        rounds: isOpen ? thread.rounds : thread.rounds + 1
      )
    default:
      return nil
    }
  }
}

extension PatternProgram {
  /// Whether what follows depends on the instruction and the place alone, byte by byte.
  fileprivate var isRegular: Bool {
    isStateless && !hasEmptyRounds && !hasLookarounds
      && instructions.allSatisfy { instruction in
        switch instruction {
        case .scalar(_, let forward), .set(_, let forward): forward
        case .run(_, let minimum, let maximum, _, let forward):
          // Rounds are counted one by one.
          forward && minimum < 4096 && (maximum == .max || maximum < 4096)
        case .split, .jump, .start, .end, .accept: true
        default: false
        }
      }
  }
}
