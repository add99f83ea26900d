/// Looks for a pattern by trying one way after another, within a bound of steps.
///
/// It is quick where few ways must be tried, and the only one that knows groups and counters.
struct BacktrackingMatcher {
  private let program: PatternProgram
  private let text: PatternText
  /// How many more steps may be taken.
  private(set) var steps: Int

  // Groups, then counters, then marks; what was there before is kept to be put back.
  private var registers: [Int]
  private let firstCounter: Int
  private let firstMark: Int
  private var replaced: [(register: Int, value: Int)] = []
  private var ways: [Way] = []

  /// A way that was not tried yet.
  private struct Way {
    enum Kind {
      case place
      /// A run that can be given back scalar by scalar, down to the limit.
      case shorterRun(limit: Int, forward: Bool)
      /// A run that can take further scalars of a set.
      case longerRun(set: Int, rest: Int, forward: Bool)
      /// Another round of a counted loop, whose instruction this is.
      case round
    }

    var kind: Kind
    var instruction: Int
    var place: Int
    var replaced: Int
  }

  init(_ program: PatternProgram, _ text: PatternText, steps: Int) {
    self.program = program
    self.text = text
    firstCounter = program.isStateless ? 0 : 2 * program.groups
    firstMark = firstCounter + program.counters
    registers = Array(repeating: -1, count: firstMark + program.marks)
    self.steps = steps
  }

  mutating func search() -> PatternVerdict {
    var start = 0
    while true {
      if run(0, start) {
        return .matches
      }
      guard steps > 0 else { return .gaveUp }
      guard !program.isAnchored, let next = text.next(start) else { return .doesNotMatch }
      start = next.place
      for index in registers.indices {
        registers[index] = -1
      }
      replaced.removeAll(keepingCapacity: true)
    }
  }

  /// Whether what begins at an instruction matches at a place.
  ///
  /// It calls itself for lookarounds only, whose nesting the parser bounds.
  private mutating func run(_ first: Int, _ start: Int) -> Bool {
    let bottom = ways.count
    var instruction = first
    var place = start
    while true {
      steps -= 1
      guard steps > 0 else {
        ways.removeSubrange(bottom...)
        return false
      }
      if case .accept = program.instructions[instruction] {
        ways.removeSubrange(bottom...)
        return true
      }
      if step(&instruction, &place) {
        continue
      }
      var isFound = false
      while !isFound, ways.count > bottom {
        isFound = takeWay(&instruction, &place)
      }
      guard isFound else { return false }
    }
  }

  /// Carries out one instruction; false if it fails.
  @inline(__always)
  private mutating func step(_ instruction: inout Int, _ place: inout Int) -> Bool {
    switch program.instructions[instruction] {
    case .scalar(let value, let forward):
      guard let next = text.move(place, forward: forward), next.value == value else {
        return false
      }
      place = next.place
    case .set(let set, let forward):
      guard let next = text.move(place, forward: forward),
        program.sets[set].contains(next.value)
      else { return false }
      place = next.place
    case .run(let set, let minimum, let maximum, let isLazy, let forward):
      guard run(set, minimum, maximum, isLazy, forward, instruction, &place) else {
        return false
      }
    case .split(let first, let second):
      keep(.place, second, place)
      instruction = first
      return true
    case .jump(let target):
      instruction = target
      return true
    case .start:
      guard place == 0 else { return false }
    case .end:
      guard place == text.count else { return false }
    case .wordBoundary(let isNegated):
      guard text.isWordBoundary(place) != isNegated else { return false }
    case .lookaround(let isNegated, let next):
      guard look(from: instruction + 1, at: place) != isNegated, steps > 0 else { return false }
      instruction = next
      return true
    case .accept:
      return true
    default:
      return stepWithRegisters(&instruction, &place)
    }
    instruction += 1
    return true
  }

  private mutating func stepWithRegisters(_ instruction: inout Int, _ place: inout Int) -> Bool {
    switch program.instructions[instruction] {
    case .save(let register):
      set(register, place)
    case .resetGroups(let first, let end):
      for register in 2 * first..<2 * end {
        set(register, -1)
      }
    case .backreference(let reference, let forward):
      guard moveOverGroup(program.references[reference], forward, &place) else { return false }
    case .setCounter(let counter):
      set(firstCounter + counter, 0)
    case .countRound(let counter, let minimum, let maximum, let isLazy, let exit):
      let rounds = registers[firstCounter + counter]
      if rounds >= maximum {
        instruction = exit
        return true
      }
      if rounds >= minimum {
        if isLazy {
          keep(.round, instruction, place)
          instruction = exit
          return true
        }
        keep(.place, exit, place)
      }
      set(firstCounter + counter, rounds + 1)
    case .markRound(let mark):
      set(firstMark + mark, place)
    case .checkRound(let mark, let counter, let minimum):
      guard registers[firstMark + mark] == place else { break }
      // Further rounds that must be would not move either.
      guard let counter, registers[firstCounter + counter] <= minimum else { return false }
      set(firstCounter + counter, minimum)
    default:
      break
    }
    instruction += 1
    return true
  }

  // MARK: Ways

  private mutating func keep(_ kind: Way.Kind, _ instruction: Int, _ place: Int) {
    let way = Way(
      kind: kind,
      instruction: instruction,
      place: place,
      replaced: replaced.count
    )
    ways.append(way)
  }

  /// Goes back to the last way that was not tried; false if nothing is left of it.
  private mutating func takeWay(_ instruction: inout Int, _ place: inout Int) -> Bool {
    guard let way = ways.popLast() else { return false }
    putBack(to: way.replaced)
    instruction = way.instruction
    place = way.place
    switch way.kind {
    case .place:
      break
    case .shorterRun(let limit, let forward):
      guard place != limit, let shorter = text.move(place, forward: !forward) else { break }
      place = shorter.place
      if place != limit {
        keep(way.kind, instruction, place)
      }
    case .longerRun(let set, let rest, let forward):
      guard rest > 0, let next = text.move(place, forward: forward),
        program.sets[set].contains(next.value)
      else {
        return false
      }
      place = next.place
      keep(.longerRun(set: set, rest: rest - 1, forward: forward), instruction, place)
    case .round:
      guard case .countRound(let counter, _, _, _, _) = program.instructions[instruction] else {
        break
      }
      set(firstCounter + counter, registers[firstCounter + counter] + 1)
      instruction += 1
    }
    return true
  }

  private mutating func run(
    _ set: Int,
    _ minimum: Int,
    _ maximum: Int,
    _ isLazy: Bool,
    _ forward: Bool,
    _ instruction: Int,
    _ place: inout Int
  ) -> Bool {
    let most = isLazy ? minimum : maximum
    var count = 0
    var limit = place
    while count < most, let next = text.move(place, forward: forward),
      program.sets[set].contains(next.value)
    {
      place = next.place
      count += 1
      if count == minimum {
        limit = place
      }
    }
    steps -= count / 8
    guard count >= minimum else { return false }
    if isLazy {
      let rest = maximum == .max ? Int.max : maximum - minimum
      keep(.longerRun(set: set, rest: rest, forward: forward), instruction + 1, place)
    } else if place != limit {
      keep(.shorterRun(limit: limit, forward: forward), instruction + 1, place)
    }
    return true
  }

  private mutating func look(from instruction: Int, at place: Int) -> Bool {
    let before = replaced.count
    let isFound = run(instruction, place)
    if !isFound {
      putBack(to: before)
    }
    return isFound
  }

  // MARK: Registers

  private mutating func set(_ register: Int, _ value: Int) {
    replaced.append((register, registers[register]))
    registers[register] = value
  }

  private mutating func putBack(to count: Int) {
    while replaced.count > count, let last = replaced.popLast() {
      registers[last.register] = last.value
    }
  }

  /// Moves over the text of the group that took part in the match; without one, stays.
  private mutating func moveOverGroup(
    _ groups: [Int],
    _ forward: Bool,
    _ place: inout Int
  ) -> Bool {
    let group = groups.first { registers[2 * $0] >= 0 && registers[2 * $0 + 1] >= 0 }
    guard let group else { return true }
    let first = registers[2 * group]
    let length = registers[2 * group + 1] - first
    let start = forward ? place : place - length
    guard start >= 0, start + length <= text.count else { return false }
    steps -= length / 8
    for offset in 0..<length where text.bytes[first + offset] != text.bytes[start + offset] {
      return false
    }
    place = forward ? place + length : start
    return true
  }
}
