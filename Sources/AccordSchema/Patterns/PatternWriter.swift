/// Writes a text from the tree of a pattern: it is likely to be found in it.
///
/// Lookarounds and word boundaries are passed over, so that the text has to be held to the pattern.
struct PatternWriter {
  /// How often it was tried before: each time other alternatives are taken, and more rounds made.
  let attempt: Int

  /// How long the text is to be.
  let length: ClosedRange<Int>

  private var groups: [Int: String] = [:]
  private var written = 0

  /// How long a text may get before it is given up.
  private static let limit = 100_000

  init(attempt: Int, length: ClosedRange<Int>) {
    self.attempt = attempt
    self.length = length
  }

  /// The text; nil if a part of the pattern has none.
  mutating func text(of node: PatternNode, _ pick: (Int) -> Int) -> String? {
    guard written < Self.limit else { return nil }
    switch node {
    case .empty, .start, .end, .wordBoundary, .lookaround: return ""
    case .scalar(let value): return character(Unicode.Scalar(value))
    case .set(let set): return character(Self.scalar(in: set, pick))
    case .sequence(let nodes):
      var text = ""
      for node in nodes {
        guard let part = self.text(of: node, pick) else { return nil }
        text += part
      }
      return text
    case .alternatives(let nodes):
      guard !nodes.isEmpty else { return nil }
      return text(of: nodes[(pick(nodes.count) + attempt) % nodes.count], pick)
    case .capture(let number, let node):
      let text = text(of: node, pick)
      groups[number] = text
      return text
    case .repetition(let node, let repetition):
      var text = ""
      for _ in 0..<rounds(of: repetition) {
        guard let part = self.text(of: node, pick) else { return nil }
        // A round that writes nothing is like all that follow.
        if part.isEmpty { break }
        text += part
      }
      return text
    case .backreference(let numbers):
      return numbers.compactMap { groups[$0] }.first ?? ""
    }
  }

  /// As few rounds as there must be at first, one more at each third attempt, and as many as the length asks for.
  private func rounds(of repetition: PatternNode.Repetition) -> Int {
    let missing = attempt % 2 == 1 ? max(0, length.lowerBound - written) : 0
    let wanted = max(repetition.minimum + attempt / 3, missing)
    return min(max(wanted, attempt == 0 ? 0 : 1), repetition.maximum ?? Self.limit)
  }

  private mutating func character(_ scalar: Unicode.Scalar?) -> String? {
    guard let scalar else { return nil }
    written += 1
    return String(scalar)
  }

  /// ASCII, the commoner scripts, and one of every 128 beyond.
  private static let usualValues: [UInt32] =
    Array(0x21..<0x7F) + Array(0xA0..<0x2000) + Array(stride(from: 0x2000, to: 0x11_0000, by: 0x80))
    + Array(0..<0x21)

  private static func scalar(in set: ScalarSet, _ pick: (Int) -> Int) -> Unicode.Scalar? {
    let plain = Array("a0A-_. ".unicodeScalars).filter { set.contains($0.value) }
    if !plain.isEmpty { return plain[pick(plain.count)] }
    return (set.bounds + Self.usualValues).lazy.filter(set.contains).compactMap(Unicode.Scalar.init)
      .first
  }
}
