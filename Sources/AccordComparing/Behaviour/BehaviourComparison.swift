package import AccordModel
import HTTPTypes

/// What two contracts of an API do, beside what they say: the right requests of the plan of each, answered by the
/// mock of the other.
///
/// It may find what no comparison of structure does, and never shows that something does not break: a mock
/// answers with one value of many.
package struct BehaviourComparison: Sendable, Hashable {
  /// Cases of one operation that are broken in one way.
  package struct Finding: Sendable, Hashable {
    /// The operation, such as `GET /pets/{petId}`.
    package var operation: String
    /// The first case.
    package var testCase: CaseID
    /// How many cases are.
    package var count: Int
    /// The rule that the answer breaks.
    package var rule: String
    /// Where in the answer, such as `response status`.
    package var place: String
    /// What was promised.
    package var expected: String
    /// What came.
    package var actual: String
    /// Whether the operation is gone in a way that the structure finds harmless, because it was announced.
    package var isAnnounced = false
  }

  /// Where structure and behaviour say different things of an operation.
  package enum Disagreement: Sendable, Hashable {
    /// Cases are broken, and the structure has nothing that breaks or may break.
    case onlyBehaviour(operation: String)
    /// The structure has something that breaks, and none of so many cases is broken.
    case onlyStructure(operation: String, change: String, cases: Int)
  }

  /// What clients of the old contract no longer get from servers of the new one.
  package let broken: [Finding]
  /// What clients of the new contract do not get from servers of the old one.
  package let early: [Finding]
  /// Where it does not agree with what the structure says, operation by operation.
  package let disagreements: [Disagreement]
  /// Whether clients break in a way that nobody announced.
  package var breaks: Bool { broken.contains { !$0.isAnnounced } }

  /// How many right requests of the old plan, and of the new one, were answered.
  package let cases: (old: Int, new: Int)

  /// Compares what two suites do with what a comparison of their structures says.
  ///
  /// - Throws: What a run throws that could not begin.
  package init(
    from old: ContractSuite,
    to new: ContractSuite,
    beside structure: ContractComparison
  ) async throws {
    let forward = try await ReplayedPlan.run(old, against: new)
    let backward = try await ReplayedPlan.run(new, against: old)
    // What its own mock breaks says nothing of the other.
    let ownOld = try await ReplayedPlan.run(old, against: old)
    let ownNew = try await ReplayedPlan.run(new, against: new)
    let gone = Set(
      structure.changes.filter { change in
        change.level < .dangerous && change.removesOperation
      }
      .flatMap(\.operations).map(ComparedOperation.key(of:))
    )
    broken = Self.findings(in: forward, beside: ownOld, of: old).map { finding in
      var finding = finding
      finding.isAnnounced = gone.contains(ComparedOperation.key(of: finding.operation))
      return finding
    }
    early = Self.findings(in: backward, beside: ownNew, of: new)
    cases = (forward.cases.count, backward.cases.count)
    disagreements = Self.disagreements(structure, forward, broken, of: old)
  }

  private static func findings(
    in replayed: ReplayedPlan,
    beside own: ReplayedPlan,
    of suite: ContractSuite
  ) -> [Finding] {
    var findings: [Finding] = []
    var places: [String: Int] = [:]
    for testCase in replayed.cases where own.broken[testCase.id] == nil {
      guard let violation = replayed.broken[testCase.id]?.first else { continue }
      let operation = suite.operation(of: testCase)
      let place = violation.place.generalDescription
      let key = "\(operation) \(violation.rule) \(place)"
      if let index = places[key] {
        findings[index].count += 1
        continue
      }
      places[key] = findings.count
      findings.append(
        Finding(
          operation: operation,
          testCase: testCase.id,
          count: 1,
          rule: violation.rule,
          place: place,
          expected: violation.expected,
          actual: violation.actual
        )
      )
    }
    return findings
  }

  private static func disagreements(
    _ structure: ContractComparison,
    _ forward: ReplayedPlan,
    _ broken: [Finding],
    of suite: ContractSuite
  ) -> [Disagreement] {
    var worst: [String: Change] = [:]
    var isAboutAll = false
    for change in structure.changes where change.level >= .dangerous {
      if change.operations.isEmpty { isAboutAll = true }
      for operation in change.operations {
        let key = ComparedOperation.key(of: operation)
        if worst[key].map({ $0.level < change.level }) ?? true { worst[key] = change }
      }
    }
    var counts: [(operation: String, cases: Int)] = []
    var known: [String: Int] = [:]
    for testCase in forward.cases {
      let operation = suite.operation(of: testCase)
      if let index = known[operation] {
        counts[index].cases += 1
      } else {
        known[operation] = counts.count
        counts.append((operation, 1))
      }
    }
    return counts.compactMap { operation, cases in
      let change = worst[ComparedOperation.key(of: operation)]
      let isBroken = broken.contains { $0.operation == operation }
      let isNews = broken.contains { $0.operation == operation && !$0.isAnnounced }
      if isNews, change == nil, !isAboutAll { return .onlyBehaviour(operation: operation) }
      guard !isBroken, let change, change.level == .breaking else { return nil }
      return .onlyStructure(operation: operation, change: change.id, cases: cases)
    }
  }

  /// Whether two comparisons found the same.
  package static func == (left: Self, right: Self) -> Bool {
    left.broken == right.broken && left.early == right.early
      && left.disagreements == right.disagreements && left.cases == right.cases
  }

  /// Hashes what was found.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(broken)
    hasher.combine(early)
    hasher.combine(disagreements)
  }
}

extension ContractSuite {
  /// The operation that the first request of a case is of, as documents name it.
  fileprivate func operation(of testCase: Case) -> String {
    guard let step = testCase.steps.first, let contract = contract(step.contract) else {
      return testCase.contract
    }
    let route = contract.routes.first { $0.name == step.call?.route } ?? contract.routes.first
    let path = route?.path.description ?? ""
    return "\(step.request.method.rawValue) \(path.replacing("{+", with: "{"))"
  }
}

extension ComparedOperation {
  /// What tells an operation from others that is named as `GET /pets/{petId}`.
  fileprivate static func key(of words: String) -> String {
    guard let space = words.firstIndex(of: " ") else { return words }
    return words[..<space] + " " + template(String(words[words.index(after: space)...]))
  }
}

extension Change {
  /// Whether operations are gone, alone or with their path.
  fileprivate var removesOperation: Bool {
    if case .removed(.endpoint, _, _) = difference { return true }
    if case .removed(.path, _, _) = difference { return true }
    return false
  }
}
