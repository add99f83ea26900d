import AccordModel
import AccordReporting

/// Plans divided among parts that run at the same time.
///
/// Cases that belong together are in one part: those of a suite that may change something, and those that
/// read live data which these use up. The others go to the part that their identifier names, so that a new
/// case moves no other; or, where an earlier run tells how long cases take, each to the part that has least
/// to do, the longest first.
struct ShardedPlans {
  /// What stays together.
  private struct Unit {
    /// What names it: the identifier of its case, or of its suite.
    var key: String
    /// Its cases: their suites and their places in the plans of these.
    var cases: [(suite: Int, place: Int)]
    /// How long they took, in microseconds; `nil` if no earlier run says it of any.
    var duration: Int?
  }

  private let plans: [Plan]
  private let count: Int
  /// The part of each case, from 0, by suite and place.
  private let parts: [[Int]]

  /// Divides plans among `count` parts; `durations` are microseconds by the cases' identifiers.
  init(_ plans: [Plan], among count: Int, durations: [CaseID: Int] = [:]) {
    self.plans = plans
    self.count = count
    var parts = plans.map { [Int](repeating: 0, count: $0.cases.count) }
    let units = plans.enumerated().flatMap { Self.units(of: $1, $0, durations) }
    var loads = [Int](repeating: 0, count: count)
    func assign(_ unit: Unit, to part: Int) {
      for (suite, place) in unit.cases { parts[suite][place] = part }
    }
    let known = units.filter { $0.duration != nil }.sorted {
      ($1.duration ?? 0, $0.key) < ($0.duration ?? 0, $1.key)
    }
    for unit in known {
      let part = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0
      loads[part] += unit.duration ?? 0
      assign(unit, to: part)
    }
    for unit in units where unit.duration == nil {
      assign(unit, to: Self.part(of: unit.key, among: count))
    }
    self.parts = parts
  }

  /// The plans of a part: what is meant and what is not provoked is that of the whole.
  func plans(of shard: Shard) -> [Plan] {
    zip(plans, parts).map { plan, parts in
      var plan = plan
      plan.cases = zip(plan.cases, parts).filter { $1 == shard.number - 1 }.map(\.0)
      return plan
    }
  }

  /// What is to be known of a part to join it to the others.
  func part(_ shard: Shard) -> RunRecord.Part {
    RunRecord.Part(
      number: shard.number,
      count: shard.count,
      plan: digest,
      places: zip(plans, parts).map { plan, parts in
        parts.indices.filter { parts[$0] == shard.number - 1 }
      },
      sizes: plans.map(\.cases.count)
    )
  }

  /// The digest of the identifiers of all cases, in their order, and of the contracts that are meant.
  private var digest: String {
    var text = ""
    for plan in plans {
      text += "\(plan.suite.id)\n"
      for contract in plan.contracts { text += " \(contract)\n" }
      for testCase in plan.cases { text += "  \(testCase.id)\n" }
    }
    return SHA256.hexadecimal(of: Array(text.utf8))
  }

  /// The units of a plan, in its order.
  private static func units(
    of plan: Plan,
    _ suite: Int,
    _ durations: [CaseID: Int]
  ) -> [Unit] {
    let writing = plan.cases.filter { $0.access == .writes }
    let scarce = Set(writing.flatMap { $0.consumes + $0.risks })
    var units: [Unit] = []
    var shared: Int?
    for (place, testCase) in plan.cases.enumerated() {
      let isShared =
        testCase.access == .writes || !scarce.isDisjoint(with: testCase.givens)
      let unit: Int
      if isShared, let shared {
        unit = shared
      } else {
        unit = units.count
        units.append(Unit(key: isShared ? plan.suite.id : testCase.id.description, cases: []))
        if isShared { shared = unit }
      }
      units[unit].cases.append((suite, place))
      if let duration = durations[testCase.id] {
        units[unit].duration = (units[unit].duration ?? 0) + duration
      }
    }
    return units
  }

  /// The part that a name goes to, whatever else there is: the one whose number, hashed with the name, is
  /// highest, so that with one part more only what goes there moves.
  private static func part(of key: String, among count: Int) -> Int {
    let hash = StableHash.hash(of: key)
    func weight(_ part: Int) -> UInt64 { StableHash.mixed(hash, UInt64(part + 1)) }
    return (0..<count).max { weight($0) < weight($1) } ?? 0
  }
}
