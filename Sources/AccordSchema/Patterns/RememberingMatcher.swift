/// Looks for a pattern by remembering from which instruction and place no match follows.
///
/// No pair of them is tried twice, so that the time is bounded by their number. That holds for
/// patterns without backreferences and counters, where nothing else decides what follows.
struct RememberingMatcher {
  private let program: PatternProgram
  private let text: PatternText
  private let width: Int
  /// How many more steps may be taken.
  private(set) var steps: Int

  /// The pairs that were tried.
  private var tried: [UInt64] = []
  /// The pairs inside lookarounds from which a match follows.
  private var matching: [UInt64] = []
  private var ways: [Way] = []
  private var log: [Entry] = []

  private static let largestMemory = 1 << 29

  private struct Way {
    var instruction: Int
    var place: Int
    /// The entry of the log from which the way comes.
    var origin: Int
  }

  private struct Entry {
    var state: Int
    var origin: Int
  }

  init(_ program: PatternProgram, _ text: PatternText, steps: Int) {
    self.program = program
    self.text = text
    self.steps = steps
    width = text.count + 1
  }

  mutating func search() -> PatternVerdict {
    let (states, overflow) = program.instructions.count.multipliedReportingOverflow(by: width)
    guard !overflow, states <= RememberingMatcher.largestMemory else { return .gaveUp }
    tried = Array(repeating: 0, count: states / 64 + 1)
    if program.hasLookarounds {
      matching = Array(repeating: 0, count: states / 64 + 1)
    }
    var start = 0
    while true {
      if run(0, start, isInside: false) {
        return .matches
      }
      guard steps > 0 else { return .gaveUp }
      guard !program.isAnchored, let next = text.next(start) else { return .doesNotMatch }
      start = next.place
    }
  }

  /// Whether what begins at an instruction matches at a place.
  ///
  /// It calls itself for lookarounds only, whose nesting the parser bounds.
  private mutating func run(_ first: Int, _ start: Int, isInside: Bool) -> Bool {
    let bottom = ways.count
    let bottomOfLog = log.count
    defer {
      ways.removeSubrange(bottom...)
      log.removeSubrange(bottomOfLog...)
    }
    ways.append(Way(instruction: first, place: start, origin: -1))
    while ways.count > bottom, let way = ways.popLast() {
      steps -= 1
      guard steps > 0 else { return false }
      let state = way.instruction * width + way.place
      if isInside, RememberingMatcher.isSet(matching, state) {
        rememberMatch(way.origin, bottomOfLog)
        return true
      }
      guard !RememberingMatcher.isSet(tried, state) else { continue }
      RememberingMatcher.set(&tried, state)
      var origin = -1
      if isInside {
        log.append(Entry(state: state, origin: way.origin))
        origin = log.count - 1
      }
      if case .accept = program.instructions[way.instruction] {
        rememberMatch(origin, bottomOfLog)
        return true
      }
      step(way.instruction, way.place, origin)
    }
    return false
  }

  /// Adds the ways that an instruction opens; the last one added is tried first.
  private mutating func step(_ instruction: Int, _ place: Int, _ origin: Int) {
    func way(_ instruction: Int, _ place: Int) -> Way {
      Way(instruction: instruction, place: place, origin: origin)
    }
    switch program.instructions[instruction] {
    case .scalar(let value, let forward):
      guard let next = text.move(place, forward: forward), next.value == value else { return }
      ways.append(way(instruction + 1, next.place))
    case .set(let set, let forward):
      guard let next = text.move(place, forward: forward),
        program.sets[set].contains(next.value)
      else { return }
      ways.append(way(instruction + 1, next.place))
    case .run(let set, 0, .max, _, let forward):
      // One scalar and the same instruction again: places are shared by all runs over them.
      ways.append(way(instruction + 1, place))
      guard let next = text.move(place, forward: forward),
        program.sets[set].contains(next.value)
      else { return }
      ways.append(way(instruction, next.place))
    case .run(let set, let minimum, let maximum, _, let forward):
      addRun(set, minimum...maximum, forward, way(instruction + 1, place))
    case .split(let first, let second):
      ways.append(way(second, place))
      ways.append(way(first, place))
    case .jump(let target):
      ways.append(way(target, place))
    case .start:
      if place == 0 { ways.append(way(instruction + 1, place)) }
    case .end:
      if place == text.count { ways.append(way(instruction + 1, place)) }
    case .wordBoundary(let isNegated):
      if text.isWordBoundary(place) != isNegated { ways.append(way(instruction + 1, place)) }
    case .lookaround(let isNegated, let next):
      if run(instruction + 1, place, isInside: true) != isNegated, steps > 0 {
        ways.append(way(next, place))
      }
    case .markRound, .checkRound:
      // A round that does not move leads to a pair that was tried.
      ways.append(way(instruction + 1, place))
    default:
      break
    }
  }

  private mutating func addRun(
    _ set: Int,
    _ counts: ClosedRange<Int>,
    _ forward: Bool,
    _ way: Way
  ) {
    var way = way
    var count = 0
    while true {
      if count >= counts.lowerBound {
        ways.append(way)
      }
      steps -= 1
      guard steps > 0, count < counts.upperBound,
        let next = text.move(way.place, forward: forward),
        program.sets[set].contains(next.value)
      else { return }
      way.place = next.place
      count += 1
    }
  }

  /// Keeps that a match follows from an entry of the log and from all before it.
  private mutating func rememberMatch(_ entry: Int, _ bottom: Int) {
    guard log.count > bottom else { return }
    if program.hasEmptyRounds {
      // A pair may have failed only because the one before it was still being tried.
      for entry in log[bottom...] {
        RememberingMatcher.unset(&tried, entry.state)
      }
    }
    var entry = entry
    while entry >= bottom {
      RememberingMatcher.set(&matching, log[entry].state)
      entry = log[entry].origin
    }
  }

  // MARK: Bits

  @inline(__always)
  private static func isSet(_ bits: [UInt64], _ index: Int) -> Bool {
    bits[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  @inline(__always)
  private static func set(_ bits: inout [UInt64], _ index: Int) {
    bits[index >> 6] |= 1 << UInt64(index & 63)
  }

  private static func unset(_ bits: inout [UInt64], _ index: Int) {
    bits[index >> 6] &= ~(1 << UInt64(index & 63))
  }
}
