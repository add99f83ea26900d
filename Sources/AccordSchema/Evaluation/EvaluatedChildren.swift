/// Which children of a value have been evaluated, for `unevaluatedProperties` and
/// `unevaluatedItems` (core, sections 11.2 and 11.3).
///
/// It is a stack of regions with one mark for each child. A region belongs to one schema as applied
/// to one value. An alternative marks a region of its own, which joins the outer one if it holds.
struct EvaluatedChildren {
  private var marks: [Bool] = []
  private var current = Region.none

  /// The marks of the children of one value; none where nothing looks for them.
  struct Region {
    fileprivate var start: Int
    fileprivate var count: Int

    fileprivate static let none = Region(start: -1, count: 0)

    var isActive: Bool { start >= 0 }
  }

  /// Whether something looks for the marks of the value under evaluation.
  var isActive: Bool { current.isActive }

  /// Stops marking, because what follows speaks of other values or gives no annotations.
  mutating func suspend() -> Region {
    defer { current = .none }
    return current
  }

  mutating func resume(_ region: Region) {
    current = region
  }

  mutating func mark(_ child: Int, of region: Region) {
    if region.isActive, child < region.count { marks[region.start + child] = true }
  }

  func isMarked(_ child: Int, of region: Region) -> Bool {
    child < region.count && marks[region.start + child]
  }

  /// Begins a region; the result is the one that was active.
  mutating func begin(count: Int) -> Region {
    let outer = current
    current = Region(start: marks.count, count: count)
    marks.append(contentsOf: repeatElement(false, count: count))
    return outer
  }

  /// Ends the last region that was begun, and joins its marks to the outer one if it held.
  mutating func end(outer: Region, holds: Bool) {
    if holds, outer.isActive {
      for child in 0..<min(current.count, outer.count) where marks[current.start + child] {
        marks[outer.start + child] = true
      }
    }
    marks.removeLast(current.count)
    current = outer
  }
}
