import AccordModel

/// What the cases of one contract showed of its promises.
struct PromiseEvidence {
  private var exercised: Set<Promise.ID> = []
  private var broken: Set<Promise.ID> = []
  private var warned: Set<Promise.ID> = []
  /// Promises of cases that showed nothing, with why.
  private var hindered: [Promise.ID: String] = [:]
  private var notProvoked: [Promise.ID: String] = [:]
  /// The members that violations name, by the promise of the payload.
  private var members: [BrokenMember] = []

  /// The place of a violation in a payload.
  private struct BrokenMember {
    let clause: Promise.ID
    let path: [Substring]
    let isElementPath: Bool
    let isWarning: Bool

    /// Whether it is the place of the member of a promise.
    ///
    /// An element path begins with the root element, and names the items of lists.
    func isAbout(_ promise: Promise.ID) -> Bool {
      let prefix = "\(clause)/member/"
      guard promise.hasPrefix(prefix), !path.isEmpty else { return false }
      let names = promise.dropFirst(prefix.count).split(separator: "/")
      guard isElementPath else { return path == names.filter { $0 != "*" } }
      return Self.names(names[...], fit: path.dropFirst())
    }

    /// Whether names with `*` for items fit the names of elements: a wrapped list names its items, a
    /// bare one does not.
    private static func names(
      _ names: ArraySlice<Substring>,
      fit path: ArraySlice<Substring>
    ) -> Bool {
      guard let name = names.first else { return path.isEmpty }
      if name == "*", Self.names(names.dropFirst(), fit: path) { return true }
      guard let element = path.first, name == "*" || name == element else { return false }
      return Self.names(names.dropFirst(), fit: path.dropFirst())
    }
  }

  /// The evidence of a contract's cases.
  init(of contract: Contract.ID, in run: RunRecord.Suite?) {
    guard let run else { return }
    for entry in run.notProvoked where entry.contract == contract {
      notProvoked["error/\(entry.error)"] = entry.reason
    }
    for result in run.cases where result.contract == contract { add(result) }
  }

  /// What is to be said of a promise.
  func entry(_ promise: Promise) -> Coverage.Entry {
    if exercised.contains(promise.id) {
      return Coverage.Entry(promise: promise, state: state(of: promise), reason: nil)
    }
    if let reason = promise.hindrance ?? notProvoked[promise.id] {
      return Coverage.Entry(promise: promise, state: .notProvoked, reason: reason)
    }
    if let reason = hindered[promise.id] {
      return Coverage.Entry(promise: promise, state: .skipped, reason: reason)
    }
    return Coverage.Entry(promise: promise, state: .notExercised, reason: nil)
  }

  private func state(of promise: Promise) -> PromiseState {
    if broken.contains(promise.id) { return .broken }
    if warned.contains(promise.id) { return .warned }
    guard promise.kind == .member else { return .holds }
    let named = members.filter { $0.isAbout(promise.id) }
    guard let first = named.first(where: { !$0.isWarning }) ?? named.first else { return .holds }
    return first.isWarning ? .warned : .broken
  }

  private mutating func add(_ result: RunRecord.Case) {
    switch result.verdict {
    case .conforms, .violates, .notChecked:
      exercised.formUnion(result.clauses)
      exercised.formUnion(result.exercised)
    case .skipped(let reason), .failed(let reason), .notRun(let reason):
      for clause in result.clauses where hindered[clause] == nil { hindered[clause] = reason }
    }
    for violation in result.violations {
      let isWarning = violation.level == .assumption
      exercised.insert(violation.clause.id)
      if isWarning {
        warned.insert(violation.clause.id)
      } else {
        broken.insert(violation.clause.id)
      }
      members.append(
        BrokenMember(
          clause: violation.clause.id,
          path: Self.path(of: violation.place),
          isElementPath: Self.isXML(violation, in: result),
          isWarning: isWarning
        )
      )
    }
    // A way to ask that got a wrong answer is broken, whatever was wrong.
    guard result.violations.contains(where: { $0.level == .must }) else { return }
    broken.formUnion(result.exercised.filter { $0.hasPrefix("route/") })
  }

  private static func isXML(_ violation: RunRecord.Violation, in result: RunRecord.Case) -> Bool {
    guard result.exchanges.indices.contains(violation.step) else { return false }
    let fields = result.exchanges[violation.step].response?.fields ?? []
    return fields.values(of: "Content-Type").contains { $0.lowercased().contains("xml") }
  }

  /// The names on the way to the place of a violation, without the numbers of items.
  private static func path(of place: String) -> [Substring] {
    guard let slash = place.firstIndex(of: "/") else { return [] }
    return place[slash...].split(separator: "/").map { name in
      let local = name.prefix { $0 != "[" }
      return local.split(separator: ":").last ?? local
    }.filter { !$0.allSatisfy(\.isNumber) }
  }
}
