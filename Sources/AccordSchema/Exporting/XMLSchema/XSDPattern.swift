/// A pattern of ECMA-262 as one of XML Schema (part 2, appendix F).
///
/// XML Schema's patterns match whole texts, and know neither anchors inside, nor references back,
/// nor conditions on what stands around.
enum XSDPattern: Sendable, Hashable {
  case text(String)
  /// The part of the pattern that has no counterpart.
  case unsupported(String)

  /// How many ranges a class may have before the pattern is not translated.
  private static let rangeLimit = 2000

  init(_ source: String) {
    var parser = PatternParser(source)
    guard let tree = try? parser.parse() else {
      self = .unsupported("an error")
      return
    }
    do throws(Unsupported) {
      self = .text(try Self.whole(tree.root))
    } catch {
      self = .unsupported(error.part)
    }
  }

  private struct Unsupported: Error {
    var part: String
  }

  /// Any text, lines included.
  private static let any = #"[\s\S]*"#

  /// The pattern for a whole text; what is not anchored is found anywhere in it.
  private static func whole(_ node: PatternNode) throws(Unsupported) -> String {
    if case .capture(_, let inner) = node { return try whole(inner) }
    if case .alternatives(let nodes) = node {
      var texts: [String] = []
      for node in nodes { texts.append(try whole(node)) }
      return texts.joined(separator: "|")
    }
    var nodes = [node]
    if case .sequence(let inner) = node { nodes = inner }
    var start = any
    var end = any
    while case .start? = nodes.first {
      start = ""
      nodes.removeFirst()
    }
    while case .end? = nodes.last {
      end = ""
      nodes.removeLast()
    }
    // A lone group may be anchored inside.
    if nodes.count == 1, !start.isEmpty, !end.isEmpty, case .capture = nodes[0] {
      return try whole(nodes[0])
    }
    if nodes.isEmpty { return start + end }
    return start + (try text(.sequence(nodes))) + end
  }

  private static func text(_ node: PatternNode) throws(Unsupported) -> String {
    switch node {
    case .empty: return ""
    case .scalar(let value):
      guard XMLCharacters.isCharacter(value) else { return try set { $0 == value } }
      return escaped(value)
    case .set(let scalars): return try set(scalars.contains)
    case .sequence(let nodes):
      var result = ""
      for node in nodes { result += try atom(node, in: node.isAlternatives) }
      return result
    case .alternatives(let nodes):
      var texts: [String] = []
      for node in nodes { texts.append(try text(node)) }
      return texts.joined(separator: "|")
    case .capture(_, let inner): return "(" + (try text(inner)) + ")"
    case .repetition(let inner, let repetition):
      let atom = try atom(inner, in: !inner.isSingle && !inner.isCapture)
      return atom.isEmpty ? "" : atom + count(repetition)
    case .lookaround: throw Unsupported(part: "a condition on the text around")
    case .backreference: throw Unsupported(part: "a reference to a group")
    case .start, .end: throw Unsupported(part: "an anchor inside")
    case .wordBoundary: throw Unsupported(part: "a word boundary")
    }
  }

  private static func atom(_ node: PatternNode, in group: Bool) throws(Unsupported) -> String {
    let text = try text(node)
    return group && !text.isEmpty ? "(" + text + ")" : text
  }

  private static func count(_ repetition: PatternNode.Repetition) -> String {
    switch (repetition.minimum, repetition.maximum) {
    case (0, nil): "*"
    case (1, nil): "+"
    case (0, 1?): "?"
    case (let least, nil): "{\(least),}"
    case (let least, let most?): least == most ? "{\(least)}" : "{\(least),\(most)}"
    }
  }

  /// The characters of XML for which a condition holds, as a class.
  private static func set(_ holds: (UInt32) -> Bool) throws(Unsupported) -> String {
    let inside = ranges(holds)
    let outside = ranges { !holds($0) }
    guard !inside.isEmpty else { throw Unsupported(part: "a class without characters of XML") }
    if outside.isEmpty { return #"[\s\S]"# }
    let isNegated = outside.count < inside.count
    let stated = isNegated ? outside : inside
    guard stated.count <= rangeLimit else { throw Unsupported(part: "a class of many ranges") }
    return (isNegated ? "[^" : "[") + stated.map(written).joined() + "]"
  }

  private static func ranges(_ holds: (UInt32) -> Bool) -> [ClosedRange<UInt32>] {
    var ranges: [ClosedRange<UInt32>] = []
    var start: UInt32?
    for value in UInt32(0)...0x110000 {
      // What XML cannot express lies inside of either kind of range, and makes none longer.
      let isIn = value < 0x110000 && XMLCharacters.isCharacter(value) && holds(value)
      if isIn, start == nil { start = value }
      if !isIn, let first = start {
        ranges.append(first...value - 1)
        start = nil
      }
    }
    return ranges
  }

  /// A range in a class; readers disagree about escapes at its ends, so that these stand alone.
  private static func written(_ range: ClosedRange<UInt32>) -> String {
    var (first, last) = (range.lowerBound, range.upperBound)
    var (before, after) = ("", "")
    while first <= last, escaped(first).utf8.first == UInt8(ascii: "\\") {
      before += escaped(first)
      first += 1
    }
    while last > first, escaped(last).utf8.first == UInt8(ascii: "\\") {
      after = escaped(last) + after
      last -= 1
    }
    if first > last { return before }
    let middle = first == last ? escaped(first) : escaped(first) + "-" + escaped(last)
    return before + middle + after
  }

  /// A text as the pattern that only it matches.
  static func literal(_ text: String) -> String {
    text.unicodeScalars.map { escaped($0.value) }.joined()
  }

  private static func escaped(_ value: UInt32) -> String {
    guard let scalar = Unicode.Scalar(value) else { return "" }
    switch scalar {
    case "\n": return #"\n"#
    case "\r": return #"\r"#
    case "\t": return #"\t"#
    case "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^":
      return "\\" + String(scalar)
    default: return String(scalar)
    }
  }
}

extension PatternNode {
  fileprivate var isAlternatives: Bool {
    if case .alternatives = self { return true }
    return false
  }

  fileprivate var isCapture: Bool {
    if case .capture = self { return true }
    return false
  }
}
