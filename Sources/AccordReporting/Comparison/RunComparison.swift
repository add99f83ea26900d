public import AccordModel

/// What changed from one run to another.
///
/// A violation is the same in both runs when the case, the rule, the promise, the place and the kind
/// of what was expected are; where in a list it is, and what was found, may differ. Only what counts in its run is compared, so a warning is never newly broken.
public struct RunComparison: Sendable {
  /// What became of a violation.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    /// It counts in the later run and was not there in the earlier one.
    case newlyBroken
    /// It is in both runs.
    case stillBroken
    /// It counted in the earlier run, and the later one looked and did not find it.
    case fixed
    /// It counted in the earlier run, and the later one did not judge the case.
    case notChecked

    /// The change in words.
    public var words: String {
      switch self {
      case .newlyBroken: "newly broken"
      case .stillBroken: "still broken"
      case .fixed: "fixed"
      case .notChecked: "no longer checked"
      }
    }
  }

  /// One violation with what became of it.
  public struct Entry: Sendable, Hashable {
    /// What became of it.
    public package(set) var change: Change
    /// The case.
    public package(set) var id: CaseID
    /// The violation, as in the later run where it has it.
    public package(set) var violation: RunRecord.Violation
  }

  /// The earlier run.
  public let before: RunRecord
  /// The later run.
  public let after: RunRecord
  /// The violations, in the order of their changes and then of the runs.
  public let entries: [Entry]
  /// The cases that only the later run has.
  public let newCases: [CaseID]
  /// The cases that only the earlier run has.
  public let goneCases: [CaseID]
  /// The cases of both runs that only the earlier one judged.
  public let unjudgedCases: [CaseID]

  private let newKeys: Set<Key>

  /// Compares a run with an earlier one.
  public init(from before: RunRecord, to after: RunRecord) {
    self.before = before
    self.after = after
    let earlier = before.suites.flatMap(\.cases)
    let later = after.suites.flatMap(\.cases)
    let earlierIDs = Set(earlier.map(\.id))
    let laterIDs = Set(later.map(\.id))
    let judged = Dictionary(
      later.filter(\.isJudged).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    newCases = later.map(\.id).filter { !earlierIDs.contains($0) }
    goneCases = earlier.map(\.id).filter { !laterIDs.contains($0) }
    unjudgedCases = earlier.filter(\.isJudged).map(\.id).filter {
      laterIDs.contains($0) && judged[$0] == nil
    }

    let found = Self.violations(in: before)
    let now = Self.violations(in: after)
    let counted = Set(found.filter { before.counts($0.violation) }.map(\.key))
    let known = Set(found.map(\.key))
    let remaining = Set(now.map(\.key))
    var lists: [Change: [Entry]] = [:]
    var newKeys: Set<Key> = []
    func add(_ change: Change, _ found: (key: Key, violation: RunRecord.Violation)) {
      let entry = Entry(change: change, id: found.key.id, violation: found.violation)
      lists[change, default: []].append(entry)
    }
    for violation in now {
      if known.contains(violation.key) {
        guard after.counts(violation.violation) || counted.contains(violation.key) else { continue }
        add(.stillBroken, violation)
      } else if after.counts(violation.violation) {
        newKeys.insert(violation.key)
        add(.newlyBroken, violation)
      }
    }
    for violation in found where counted.contains(violation.key) {
      guard !remaining.contains(violation.key) else { continue }
      let looked = after.looked(at: violation.violation.members, in: judged[violation.key.id])
      add(looked ? .fixed : .notChecked, violation)
    }
    entries = Change.allCases.flatMap { lists[$0] ?? [] }
    self.newKeys = newKeys
  }

  /// What makes a violation the same in two runs.
  private struct Key: Hashable {
    let id: CaseID
    let defect: Defect

    init(_ violation: RunRecord.Violation, of id: CaseID) {
      self.id = id
      defect = Defect(violation)
    }
  }

  /// The violations of a run, each once.
  private static func violations(
    in run: RunRecord
  ) -> [(key: Key, violation: RunRecord.Violation)] {
    var seen: Set<Key> = []
    return run.suites.flatMap(\.cases).flatMap { result in
      result.violations.compactMap { violation in
        let key = Key(violation, of: result.id)
        return seen.insert(key).inserted ? (key, violation) : nil
      }
    }
  }

  /// The causes of what is newly broken.
  var newCauses: [Cause] {
    Cause.causes(in: after, of: { after.counts($1) && newKeys.contains(Key($1, of: $0.id)) })
  }
}

extension RunComparison {
  /// Whether nothing is newly broken: 0, or else 1.
  public var exitStatus: Int32 { count(.newlyBroken) == 0 ? 0 : 1 }

  /// How many violations changed in this way.
  public func count(_ change: Change) -> Int { entries.count { $0.change == change } }

  /// What changed, as one sentence.
  public var headline: String {
    let broken = count(.newlyBroken)
    let verdict =
      broken == 0
      ? "Nothing is newly broken"
      : broken == 1 ? "1 violation is new" : "\(broken) violations are new"
    let rest = [
      (count(.stillBroken), "still broken"), (count(.fixed), "fixed"),
      (count(.notChecked), "no longer checked"),
      (newCases.count, "new case\(newCases.count == 1 ? "" : "s")"),
      (goneCases.count, "case\(goneCases.count == 1 ? "" : "s") gone"),
      (unjudgedCases.count, "case\(unjudgedCases.count == 1 ? "" : "s") no longer judged"),
    ].filter { $0.0 > 0 }
    return verdict + rest.map { ", \($0.0) \($0.1)" }.joined() + "."
  }
}

extension RunRecord.Case {
  /// Whether the rules looked at it.
  fileprivate var isJudged: Bool {
    switch verdict {
    case .conforms, .notChecked, .violates: true
    case .skipped, .failed, .notRun: false
    }
  }
}
