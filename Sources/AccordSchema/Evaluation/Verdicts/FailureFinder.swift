/// Finds where a JSON text does not conform, so that the evaluation looks at nothing else.
///
/// It goes down as far as what is wrong with a value is wrong with one of its members or items. Where
/// it cannot tell, the whole text is left to the evaluation.
struct FailureFinder {
  /// A value that does not conform to a schema.
  struct Failure {
    var schema: Program.Index
    var place: Range<Int>
    var path: InstancePath
    /// How many schemas are applied around it.
    var depth: Int
  }

  private typealias Cursor = TextWalker.Cursor
  private typealias Node = TextWalker.Node

  private var walker: TextWalker
  private(set) var failures: [Failure] = []
  private var path: [InstancePath.Step] = []
  /// Where the walk over the whole text stopped: what comes before it conforms.
  private var stop: TextWalker.Stop?
  /// Whether the next value is known not to conform.
  private var isStopped = false

  /// How deep it goes: each level is walked once more.
  private static let depthLimit = 8

  private init(_ walker: TextWalker, from stop: TextWalker.Stop?) {
    self.walker = walker
    self.stop = stop
  }

  /// What came of a text.
  enum Outcome {
    case conforms
    /// These values do not conform, in document order, and all others do.
    case failures([Failure])
    /// It does not conform; where is not easily told.
    case fails
    case undecided
  }

  /// Looks at a whole text.
  static func look(
    at text: UnsafeBufferPointer<UInt8>,
    _ plan: VerdictPlan,
    limits: JSONLimits
  ) -> Outcome {
    guard let base = text.baseAddress else { return .fails }
    guard text.count <= limits.bytes else { return .undecided }
    func walker() -> TextWalker {
      TextWalker(
        plan,
        base,
        text.count,
        depthLimit: limits.effectiveDepth,
        TextWalker.steps(for: text.count),
        WorkBudget(plan.program.limits, bytes: text.count)
      )
    }
    // What conforms is a verdict like any other: nothing is made ready to look for more.
    var first = walker()
    let start = first.start
    guard start < first.end else { return .fails }
    if let last = first.value(start, plan.root) {
      return first.skipSpace(last) == first.end ? .conforms : .fails
    }
    guard !first.isUndecided else { return .undecided }
    var finder = Self(walker(), from: first.stop)
    return finder.look(from: start)
  }

  private mutating func look(from start: Cursor) -> Outcome {
    guard let last = find(start, walker.plan.root), walker.skipSpace(last) == walker.end,
      !walker.isUndecided
    else { return .fails }
    return .failures(failures)
  }

  /// Steps over a value that is known not to conform.
  private mutating func find(_ start: Cursor, _ node: Node) -> Cursor? {
    let before = failures.count
    // What is deeper is looked at as a whole.
    if path.count < Self.depthLimit, node.pointee.flags.contains(.isPlain),
      node.pointee.choiceCount == 0
    {
      let types = Schema.Types(rawValue: node.pointee.types)
      var last: Cursor?
      switch start.pointee {
      case UInt8(ascii: "{") where types.contains(.object):
        last = findInObject(start, node.pointee.object)
      case UInt8(ascii: "[") where types.contains(.array):
        last = findInArray(start, node.pointee.array)
      default: break
      }
      if let last, failures.count > before { return last }
      guard !walker.isUndecided else { return nil }
    }
    // It is wrong itself.
    failures.removeLast(failures.count - before)
    guard node.pointee.schema >= 0, let last = walker.value(start, walker.plan.anything) else {
      return nil
    }
    let place = start - walker.base..<last - walker.base
    failures.append(
      Failure(
        schema: Int(node.pointee.schema),
        place: place,
        path: InstancePath(path),
        depth: path.count
      )
    )
    return last
  }

  /// Which member, by the place of its name, or item a value is.
  private enum Child {
    case named(Cursor)
    case numbered(Int)
  }

  /// Steps over a value, whether it conforms or not.
  private mutating func stepOver(
    _ start: Cursor,
    _ node: Node,
    _ child: Child
  ) -> Cursor? {
    if isStopped {
      // The walk over the whole text stopped here.
      isStopped = false
    } else if let last = walker.value(start, node) {
      return last
    }
    guard start < walker.end, !walker.isUndecided else { return nil }
    switch child {
    case .named(let key): path.append(.member(walker.name(at: key)))
    case .numbered(let number): path.append(.item(number))
    }
    defer { path.removeLast() }
    return find(start, node)
  }

  /// Where the outermost object or array goes on.
  private mutating func takeStop() -> TextWalker.Stop? {
    guard path.isEmpty, let stop else { return nil }
    self.stop = nil
    isStopped = true
    return stop
  }

  /// Steps over an object of which only values of members are wrong; nil for any other.
  private mutating func findInObject(
    _ start: Cursor,
    _ object: UnsafeMutablePointer<VerdictObject>
  ) -> Cursor? {
    guard !object.pointee.looksAtNames, object.pointee.dependencyCount == 0 else { return nil }
    var present: UInt64 = 0
    var count = 0
    var next = 0
    var place = walker.skipSpace(start + 1)
    guard place < walker.end, place.pointee != UInt8(ascii: "}") else { return nil }
    if let stop = takeStop() {
      (place, present, count, next) = (stop.place, stop.present, stop.count, stop.next)
    }
    while true {
      let key = place
      guard let (behind, found) = walker.behindName(key, expecting: &next, of: object) else {
        return nil
      }
      var node = object.pointee.additional
      if found >= 0 {
        let member = object.pointee.members + found
        present |= member.pointee.bit
        if let declared = member.pointee.node { node = declared }
        // What is wrong with a name that is not declared is told by the object.
        guard member.pointee.node != nil || node == walker.plan.anything else { return nil }
      } else if node != walker.plan.anything {
        return nil
      }
      place = walker.skipSpace(behind)
      guard let last = stepOver(place, node, .named(key)) else { return nil }
      count += 1
      place = walker.skipSpace(last)
      guard place < walker.end else { return nil }
      if place.pointee == UInt8(ascii: ",") {
        place = walker.skipSpace(place + 1)
        continue
      }
      guard place.pointee == UInt8(ascii: "}") else { return nil }
      break
    }
    guard object.pointee.required & ~present == 0, count >= object.pointee.minProperties,
      count <= object.pointee.maxProperties
    else { return nil }
    return place + 1
  }

  /// Steps over an array of which only items are wrong; nil for any other.
  private mutating func findInArray(
    _ start: Cursor,
    _ array: UnsafeMutablePointer<VerdictArray>
  ) -> Cursor? {
    guard array.pointee.contains == nil, !array.pointee.isUnique else { return nil }
    var count = 0
    var place = walker.skipSpace(start + 1)
    guard place < walker.end, place.pointee != UInt8(ascii: "]") else { return nil }
    if let stop = takeStop() { (place, count) = (stop.place, stop.count) }
    while true {
      let node =
        count < array.pointee.prefixCount ? array.pointee.prefix[count] : array.pointee.items
      guard let last = stepOver(place, node, .numbered(count)) else { return nil }
      count += 1
      place = walker.skipSpace(last)
      guard place < walker.end else { return nil }
      if place.pointee == UInt8(ascii: ",") {
        place = walker.skipSpace(place + 1)
        continue
      }
      guard place.pointee == UInt8(ascii: "]") else { return nil }
      break
    }
    guard count >= array.pointee.minItems, count <= array.pointee.maxItems else { return nil }
    return place + 1
  }
}
