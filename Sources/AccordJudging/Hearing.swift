import AccordModel

/// What the rules found in a case so far.
struct Hearing {
  private let rules: RuleSet
  private let contract: Contract.ID
  private var steps: [Observation] = []
  private(set) var violations: [Violation] = []
  private(set) var applied: Set<String> = []
  private(set) var notChecked: [String] = []
  /// The tiers that were broken in each step.
  private var broken: [Set<RuleGroup.Tier>] = []
  /// Why the relation could not be seen.
  private(set) var unseenRelation: String?

  init(_ rules: RuleSet, of contract: Contract.ID) {
    self.rules = rules
    self.contract = contract
  }

  /// Lets the rules of one exchange look at it, in the order of blame.
  mutating func hear(_ observation: Observation) {
    var silenced: Set<RuleGroup.Tier> = []
    var brokenTiers: Set<RuleGroup.Tier> = []
    for group in rules.groups where !silenced.contains(group.tier) {
      for case let rule as any ExchangeRule in group.rules {
        let finding = rule.check(observation)
        note(finding, of: rule, in: observation)
        guard case .violations(let found) = finding else { continue }
        silenced.formUnion(group.tier.silences)
        // A reading of the content that turns out wrong leaves it as good as it was.
        if group.tier != .content || found.contains(where: { $0.level == .must }) {
          brokenTiers.insert(group.tier)
        }
        break
      }
    }
    steps.append(observation)
    broken.append(brokenTiers)
  }

  /// Lets the rule of a relation look at all exchanges, unless one of them already explains what it
  /// would see.
  mutating func hear(_ relation: Relation, of testCase: Case) {
    let observation = RelationObservation(testCase: testCase, relation: relation, steps: steps)
    let all = rules.groups.flatMap(\.rules).compactMap { $0 as? any RelationRule }
    guard let rule = all.first(where: { $0.holds(relation.kind) }) else {
      unseenRelation = "No rule holds the relation \(relation.name)."
      return
    }
    if rule.explainsStatuses, isExplained(by: rule, observation) { return }
    let spoiled = broken.firstIndex { tiers in
      tiers.contains { $0.silences.contains(.relation) }
    }
    if let spoiled {
      unseenRelation =
        "\(rule.id): not looked at, because \(steps[spoiled].stepName) is already wrong."
      return
    }
    let finding = rule.check(observation)
    if case .notChecked(let reason) = finding {
      unseenRelation = "\(rule.id): \(reason)"
    } else {
      note(finding, of: rule, in: nil)
    }
  }

  /// Whether a wrong status is what the relation is about; then the relation is blamed and the
  /// status is not.
  private mutating func isExplained(
    by rule: any RelationRule,
    _ observation: RelationObservation
  ) -> Bool {
    let wrong = broken.indices.filter { !broken[$0].isEmpty }
    guard !wrong.isEmpty, wrong.allSatisfy({ broken[$0] == [.outcome] }),
      case .violations(let found) = rule.check(observation)
    else { return false }
    violations.removeAll { wrong.contains($0.step) }
    violations += found
    applied.insert(rule.id)
    return true
  }

  private mutating func note(_ finding: Finding, of rule: any Rule, in observation: Observation?) {
    switch finding {
    case .notApplicable: break
    case .satisfied: applied.insert(rule.id)
    case .violations(let found):
      applied.insert(rule.id)
      violations += found
    case .notChecked(let reason):
      let step = observation.flatMap { $0.index > 0 ? "\($0.stepName), " : nil } ?? ""
      notChecked.append("\(step)\(rule.id): \(reason)")
    }
  }

  /// The judgement with a verdict.
  func judgement(_ verdict: Verdict) -> Judgement {
    Judgement(
      verdict,
      violations: violations,
      rules: rules.rules.map(\.id).filter(applied.contains),
      notChecked: notChecked + unseen(verdict),
      exercised: exercised
    )
  }

  /// The promises that the exchanges with the case's own contract put to the test, each once.
  private var exercised: [Promise.ID] {
    var known: Set<Promise.ID> = []
    return steps.filter { $0.contract.id == contract }.flatMap(\.exercised)
      .filter { known.insert($0).inserted }
  }

  /// A relation that could not be seen, where the verdict does not say it.
  private func unseen(_ verdict: Verdict) -> [String] {
    guard let unseenRelation, verdict == .violates else { return [] }
    return [unseenRelation]
  }
}
