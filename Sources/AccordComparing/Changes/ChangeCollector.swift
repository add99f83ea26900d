/// Keeps what was found, and which operations share it.
///
/// A schema that many operations use is compared once: what changed in it is one change that names them.
final class ChangeCollector {
  /// Something that is compared once, with what is inside of it.
  struct Unit {
    var changes: [Int] = []
    var inner: [Int] = []
  }

  /// How many operations are named of one change.
  private static let mostNames = 100

  private(set) var changes: [Change] = []
  private var units: [Unit] = [Unit()]
  private var current = 0
  /// The operations of which a unit is part, with the unit at which they begin.
  private var uses: [(operation: String, unit: Int)] = []

  func add(_ change: Change) {
    units[current].changes.append(changes.count)
    changes.append(change)
  }

  /// Begins a unit inside of another one.
  func makeUnit() -> Int {
    units.append(Unit())
    return units.count - 1
  }

  /// What is added from now on is of a unit.
  func enter(_ unit: Int) { current = unit }

  /// Says that a unit is part of another.
  func link(_ unit: Int, in outer: Int) {
    if units[outer].inner.last != unit { units[outer].inner.append(unit) }
  }

  /// Says that an operation uses a unit.
  func use(_ unit: Int, by operation: String) { uses.append((operation, unit)) }

  /// The changes with all operations that share each, the worst first.
  func finished() -> [Change] {
    guard !changes.isEmpty else { return [] }
    let leading = unitsThatLead()
    var others: [[String]] = Array(repeating: [], count: changes.count)
    var counts = Array(repeating: 0, count: changes.count)
    var last: [String?] = Array(repeating: nil, count: changes.count)
    for (operation, unit) in uses where leading[unit] {
      var visited: Set<Int> = [unit]
      var pending = [unit]
      while let next = pending.popLast() {
        for change in units[next].changes
        where changes[change].operation != operation && last[change] != operation {
          last[change] = operation
          counts[change] += 1
          if others[change].count < Self.mostNames { others[change].append(operation) }
        }
        for inner in units[next].inner where leading[inner] && visited.insert(inner).inserted {
          pending.append(inner)
        }
      }
    }
    var finished = changes
    for (index, names) in others.enumerated() {
      finished[index].otherOperations = names
      finished[index].otherOperationCount = counts[index]
    }
    return [ChangeLevel.breaking, .dangerous, .harmless].flatMap { level in
      finished.filter { $0.level == level }
    }
  }

  /// Whether a unit, or one inside of it, has changes.
  private func unitsThatLead() -> [Bool] {
    var outer: [[Int]] = Array(repeating: [], count: units.count)
    for (index, unit) in units.enumerated() {
      for inner in unit.inner { outer[inner].append(index) }
    }
    var leads = units.map { !$0.changes.isEmpty }
    var pending = leads.indices.filter { leads[$0] }
    while let next = pending.popLast() {
      for index in outer[next] where !leads[index] {
        leads[index] = true
        pending.append(index)
      }
    }
    return leads
  }
}
