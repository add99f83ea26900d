/// Walks a JSON text and a plan together: the text is read and judged in one pass.
///
/// A step begins at the first byte of a value and ends behind its last one, or has no end where the
/// text is not JSON or the value does not conform. A value that is stepped over is known to be
/// JSON, so that `not` and conditions first step over the value as such. Nothing is allocated unless
/// a keyword is left to the compiled schema.
///
/// Its pointers are not checked in a release build. A cursor lies between `base` and `end`, and is
/// read only below `end`; whatever moves one goes through ``skipSpace(_:)`` or ``value(_:_:)`` next,
/// where debug builds check that. Both hold while the caller of ``VerdictPlan`` lends the text. A node
/// belongs to the plan, which the walker keeps.
struct TextWalker {
  typealias Cursor = UnsafePointer<UInt8>
  typealias Node = UnsafeMutablePointer<VerdictNode>

  /// How many values may be inside one another; deeper ones are left to ``JSONEvaluation``.
  private static let depthLimit = 256

  let plan: VerdictPlan
  let base: Cursor
  let end: Cursor
  private let depthLimit: Int
  private var depth = 0
  /// How many more values are looked at: schemas that double would go on for ever.
  var steps: Int
  /// The steps that keywords may still take.
  var work: WorkBudget

  /// Where the outermost object or array stopped, so that one can go on from there.
  struct Stop {
    /// The name of the member, or the item, that does not conform.
    var place: Cursor
    var present: UInt64 = 0
    var count: Int
    /// The member that was expected.
    var next = 0
  }

  private(set) var stop: Stop?

  /// Whether the walk was given up, so that its verdict says nothing.
  private(set) var isUndecided = false

  init(
    _ plan: VerdictPlan,
    _ base: Cursor,
    _ count: Int,
    depthLimit: Int,
    _ steps: Int,
    _ work: WorkBudget
  ) {
    self.plan = plan
    self.base = base
    end = base + count
    self.depthLimit = min(Self.depthLimit, depthLimit)
    self.steps = steps
    self.work = work
  }

  /// How many values are looked at in a text of some length; what takes more is left to
  /// ``JSONEvaluation``.
  static func steps(for count: Int) -> Int {
    20_000 + 16 * count
  }

  /// Where the value begins, behind a byte order mark and white space.
  var start: Cursor {
    var start = base
    if end - start >= 3, start[0] == 0xEF, start[1] == 0xBB, start[2] == 0xBF { start += 3 }
    return skipSpace(start)
  }

  /// Says whether the whole text is one value that conforms to the root.
  mutating func admitsAll() -> Bool {
    let start = start
    guard start < end, let last = value(start, plan.root) else { return false }
    return skipSpace(last) == end
  }

  /// Steps over a value that a schema admits.
  @inline(__always)
  mutating func value(_ start: Cursor, _ node: Node) -> Cursor? {
    assert(start >= base && start <= end, "a value that lies outside the text")
    assert(plan.owns(node), "a node of another plan")
    steps &-= 1
    if node.pointee.flags.contains(.isPlain) { return own(start, node) }
    return all(start, node)
  }

  /// Steps over a value that the keywords of a schema admit, its branches aside.
  @inline(__always)
  mutating func own(_ start: Cursor, _ node: Node) -> Cursor? {
    guard start < end else { return nil }
    switch start.pointee {
    case UInt8(ascii: "\""): return string(start, node)
    case UInt8(ascii: "{"): return container(start, node, isObject: true)
    case UInt8(ascii: "["): return container(start, node, isObject: false)
    case UInt8(ascii: "t"):
      return literal(start, "rue", node, .boolean, choice: .boolean)
    case UInt8(ascii: "f"):
      return literal(start, "alse", node, .boolean, choice: .integer)
    case UInt8(ascii: "n"):
      return literal(start, "ull", node, .null, choice: .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number(start, node)
    default: return nil
    }
  }

  @inline(__always)
  private func literal(
    _ start: Cursor,
    _ rest: StaticString,
    _ node: Node,
    _ type: Schema.Types,
    choice: Schema.Types
  ) -> Cursor? {
    let length = rest.utf8CodeUnitCount
    guard node.pointee.types & type.rawValue != 0, end - start > length else { return nil }
    for index in 0..<length where start[index + 1] != rest.utf8Start[index] { return nil }
    for place in 0..<node.pointee.choiceCount {
      guard node.pointee.choices[place].literals & choice.rawValue != 0 else { return nil }
    }
    return start + length + 1
  }

  @inline(never)
  private mutating func container(_ start: Cursor, _ node: Node, isObject: Bool) -> Cursor? {
    let type = isObject ? Schema.Types.object : Schema.Types.array
    guard node.pointee.types & type.rawValue != 0, !isSpent else { return nil }
    depth += 1
    defer { depth -= 1 }
    let last =
      isObject ? object(start, node.pointee.object) : array(start, node.pointee.array)
    guard let last, node.pointee.choiceCount > 0 else { return last }
    return isChosen(start, last, node) ? last : nil
  }

  /// Steps over a value whose schema has branches or cannot be walked.
  @inline(never)
  private mutating func all(_ start: Cursor, _ node: Node) -> Cursor? {
    guard !isSpent else { return nil }
    depth += 1
    defer { depth -= 1 }
    if node.pointee.flags.contains(.isApart) {
      guard let last = own(start, plan.anything) else { return nil }
      return isAdmittedApart(start, last, node) ? last : nil
    }
    return branches(start, node)
  }

  /// Notes where the outermost object or array stops.
  @inline(never)
  mutating func note(_ stop: Stop) {
    if depth == 1 { self.stop = stop }
  }

  /// Leaves the verdict to ``JSONEvaluation``.
  mutating func giveUp() {
    isUndecided = true
  }

  /// Whether nothing more is looked at; the walk is given up then.
  private var isSpent: Bool {
    mutating get {
      if steps <= 0 || depth >= depthLimit { isUndecided = true }
      return isUndecided
    }
  }

  @inline(__always)
  func skipSpace(_ start: Cursor) -> Cursor {
    assert(start >= base && start <= end, "a cursor that left the text")
    var place = start
    while place < end {
      let byte = place.pointee
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        break
      }
      place += 1
    }
    return place
  }
}
