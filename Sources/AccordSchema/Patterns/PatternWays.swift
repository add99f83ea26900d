/// The ways through the automata of several patterns, side by side.
struct PatternWays {
  /// Bytes that no automaton tells apart.
  private struct Choice {
    /// The bytes, those first that read best.
    var bytes: [UInt8]
    /// The state that follows from each state; nil where the search for states gave up.
    var next: [Int] = []

    /// How well its first byte reads: letters and digits best, then what can be seen, then the rest.
    var rank: Int { Self.rank(of: bytes[0]) }

    /// How many of its bytes read as well as the first.
    var readable: Int { bytes.prefix { Self.rank(of: $0) == rank }.count }

    private static func rank(of byte: UInt8) -> Int {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: 0
      case 0x21...0x7E: 1
      case 0x20: 2
      default: 3
      }
    }
  }

  private var choices: [Choice] = []
  /// Whether a text may end in each state; the first is where it begins.
  private var ends: [Bool] = []

  private static let stateLimit = 4000
  private static let cellLimit = 4_000_000

  /// Nil if one of the patterns has no automaton, or there are too many states.
  init?(_ parts: [(tree: PatternNode.Tree, isWanted: Bool)]) {
    var automata: [(automaton: PatternAutomaton, isWanted: Bool)] = []
    for part in parts {
      guard let automaton = PatternAutomaton(PatternProgram(part.tree)) else { return nil }
      automata.append((automaton, part.isWanted))
    }
    var known: [[UInt8]: Int] = [:]
    for byte in Self.bytes {
      let signature = automata.map { $0.automaton.classes[Int(byte)] }
      if let number = known[signature] {
        choices[number].bytes.append(byte)
      } else {
        known[signature] = choices.count
        choices.append(Choice(bytes: [byte]))
      }
    }
    var states = [automata.map { $0.automaton.start }]
    var numbers = [states[0]: 0]
    var current = 0
    while current < states.count {
      guard states.count < Self.stateLimit else { return nil }
      let state = states[current]
      ends.append(zip(automata, state).allSatisfy { $0.automaton.accepts($1) == $0.isWanted })
      for number in choices.indices {
        let byte = choices[number].bytes[0]
        let next = zip(automata, state).map { $0.automaton.state(after: $1, byte) }
        let place = numbers[next] ?? states.count
        if place == states.count {
          numbers[next] = place
          states.append(next)
        }
        choices[number].next.append(place)
      }
      current += 1
    }
  }

  /// The bytes that texts are made of, those first that read best.
  private static let bytes: [UInt8] =
    Array("abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./:".utf8)
    + (0x21..<0x7F).filter { byte in
      !"-_./:".utf8.contains(byte) && !(0x30...0x39).contains(byte)
        && !(0x41...0x5A).contains(byte) && !(0x61...0x7A).contains(byte)
    } + [0x20] + Array(0..<0x20) + [0x7F]

  /// The lengths up to a limit for which there is a text.
  func lengths(upTo limit: Int) -> [Int] {
    let last = min(limit, Self.cellLimit / max(ends.count, 1))
    guard last >= 0 else { return [] }
    var lengths: [Int] = []
    var open = ends
    for length in 0...last {
      if length > 0 { open = before(open) }
      if open[0] { lengths.append(length) }
    }
    return lengths
  }

  /// A text of a length for which there is one.
  func text(length: Int, pick: (Int) -> Int) -> String? {
    var layers = [ends]
    for _ in 0..<length { layers.append(before(layers[layers.count - 1])) }
    guard layers[length][0] else { return nil }
    var text: [UInt8] = []
    var state = 0
    for rest in stride(from: length - 1, through: 0, by: -1) {
      let open = choices.filter { layers[rest][$0.next[state]] }
      guard let best = open.map(\.rank).min() else { return nil }
      let readable = open.filter { $0.rank == best }
      let choice = readable[pick(readable.count)]
      text.append(choice.bytes[pick(choice.readable)])
      state = choice.next[state]
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The states from which one character leads to one of these.
  private func before(_ states: [Bool]) -> [Bool] {
    states.indices.map { state in choices.contains { states[$0.next[state]] } }
  }
}
