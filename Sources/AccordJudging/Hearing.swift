import AccordModel

/// What the rules found in a case so far.
struct Hearing {
  private let rules: RuleSet
  private let testCase: Case
  private let clock: @Sendable () -> String?
  private var steps: [Observation] = []
  private var found: [Found] = []
  private(set) var applied: Set<String> = []
  private(set) var notChecked: [String] = []
  /// Whether the server does not have an operation that a step calls.
  private(set) var isWithoutNeighbour = false
  /// The tiers of each step in which something stated was broken.
  private var broken: [Set<RuleGroup.Tier>] = []
  /// Why the relation could not be seen.
  private(set) var unseenRelation: String?
  /// What kept rules from looking though the server is not to blame.
  private(set) var failures: [String] = []
  /// The same as values, as far as others may have it too.
  private var causes: [Judgement.Cause] = []
  /// Why the hearing was ended early, if it was.
  private(set) var interruption: String?
  /// The promises of the case's own contract that were looked at.
  private var exercised: [Promise.ID] = []

  /// A violation with the tier of its rule.
  private struct Found {
    var violation: Violation
    var tier: RuleGroup.Tier
  }

  /// Begins to hear a case; `clock` tells why judging is to end, once it is.
  init(
    _ rules: RuleSet,
    of testCase: Case,
    until clock: @escaping @Sendable () -> String? = { nil }
  ) {
    self.rules = rules
    self.testCase = testCase
    self.clock = clock
  }

  /// The broken promises.
  var violations: [Violation] { found.map(\.violation) }

  /// Notes why the case cannot be judged to its end.
  mutating func fail(_ reason: String, because cause: Judgement.Cause? = nil) {
    failures.append(reason)
    if let cause { causes.append(cause) }
  }

  /// Notes that the server does not have what a step calls, which is assumed and not promised.
  mutating func note(absent reason: String) {
    isWithoutNeighbour = true
    if !notChecked.contains(reason) { notChecked.append(reason) }
  }

  /// Notes why a step was not run.
  mutating func note(notRun reason: String) { notChecked.append(reason) }

  /// Whether judging is to end.
  private mutating func isOver() -> Bool {
    if interruption == nil { interruption = clock() }
    return interruption != nil
  }
}

// MARK: - One exchange

extension Hearing {
  /// Lets the rules of one exchange look at it, in the order of blame.
  mutating func hear(_ observation: Observation) {
    var silenced: Set<RuleGroup.Tier> = []
    var brokenTiers: Set<RuleGroup.Tier> = []
    var looked = StepEvidence()
    for group in rules.groups where !silenced.contains(group.tier) {
      guard group.tier.looks(at: observation) else { continue }
      guard hear(group, observation, &looked) else { continue }
      silenced.formUnion(group.tier.silences)
      brokenTiers.insert(group.tier)
    }
    // To look for promises takes as long as a rule.
    if observation.contract.id == testCase.contract, interruption == nil {
      exercised += looked.exercised(in: observation, of: testCase)
    } else if let root = testCase.workflow?.promiseRoot, interruption == nil {
      // What only the workflow or the life cycle promises of a step is a promise of the case.
      exercised += looked.exercised(in: observation, of: testCase).filter { $0.hasPrefix(root) }
    }
    if let workflow = testCase.workflow, testCase.assertions.isEmpty {
      exercised.append(workflow.clause.id)
    }
    steps.append(observation)
    broken.append(brokenTiers)
    noteUnlooked(observation, brokenTiers)
    noteAdmittedError(observation, brokenTiers)
  }

  /// Lets the rules of a group look, and tells whether something stated is broken.
  ///
  /// The first rule that finds that is the only one that speaks; an assumption that turns out wrong
  /// keeps no rule from looking, but what it says is not said again.
  private mutating func hear(
    _ group: RuleGroup,
    _ observation: Observation,
    _ looked: inout StepEvidence
  ) -> Bool {
    var said = assumptions(before: group.tier, in: observation)
    for rule in group.exchangeRules {
      guard !isOver() else { return false }
      let finding = rule.check(observation)
      let new = finding.violations.filter { violation in
        violation.level == .must || !said.contains { $0.says(violation) }
      }
      note(finding, new, of: rule, in: group.tier, observation)
      looked.note(finding, of: rule, in: group.tier, observation)
      if new.contains(where: { $0.level == .must }) { return true }
      said += new.map { Said(clause: $0.clause, place: $0.place) }
    }
    return false
  }

  /// What a broken assumption says.
  private struct Said {
    var clause: Clause
    var place: Violation.Place?
    /// Whether it says that an error is another one than was promised.
    var isAnotherError = false

    /// Whether a violation says the same: of the same promise, or of the same place.
    func says(_ violation: Violation) -> Bool {
      isAnotherError || clause == violation.clause || place == violation.place
    }
  }

  /// The assumptions that are broken in tiers which explain the content: that an error is another
  /// one says too that its message is missing.
  private func assumptions(before tier: RuleGroup.Tier, in observation: Observation) -> [Said] {
    guard tier == .content else { return [] }
    return found.filter {
      $0.violation.step == observation.index && $0.tier.silences.contains(tier)
    }
    .map { found in
      let isError = observation.promisedRefusal != nil
      return Said(clause: found.violation.clause, place: nil, isAnotherError: isError)
    }
  }

  private mutating func note(
    _ finding: Finding,
    _ violations: [Violation],
    of rule: any Rule,
    in tier: RuleGroup.Tier,
    _ observation: Observation?
  ) {
    let step = observation.flatMap { $0.index > 0 ? "\($0.stepName), " : nil } ?? ""
    switch finding {
    case .notApplicable: break
    case .satisfied: applied.insert(rule.id)
    case .violations: applied.insert(rule.id)
    case .notChecked(let reason): notChecked.append("\(step)\(rule.id): \(reason)")
    case .failed(let hindrances, let broken):
      if !broken.isEmpty { applied.insert(rule.id) }
      for hindrance in hindrances {
        fail("\(step)\(rule.id): \(hindrance.message)", because: hindrance.cause)
      }
    }
    found += violations.map { Found(violation: $0, tier: tier) }
  }

  /// Notes that an answer of another kind than promised left nothing to look at, where that breaks
  /// nothing but an assumption.
  private mutating func noteUnlooked(
    _ observation: Observation,
    _ brokenTiers: Set<RuleGroup.Tier>
  ) {
    guard !observation.isAsPromised, !brokenTiers.contains(.outcome),
      observation.promisesMoreThanStatus,
      let cause = found.first(where: {
        $0.violation.step == observation.index && $0.tier == .outcome
      })
    else { return }
    let step = observation.index > 0 ? "\(observation.stepName), " : ""
    notChecked.append(
      "\(step)\(cause.violation.rule): What is promised of the answer's content was not looked at, "
        + "because another answer came."
    )
  }

  /// Notes that a right request got an error that is admitted: nothing was seen of what it is promised.
  private mutating func noteAdmittedError(
    _ observation: Observation,
    _ brokenTiers: Set<RuleGroup.Tier>
  ) {
    guard let promised = observation.unseenResponse, brokenTiers.isEmpty else { return }
    let step = observation.index > 0 ? "\(observation.stepName), " : ""
    let guessed = observation.step.request.givens.filter {
      observation.suite.given($0)?.guess != nil
    }
    let values = guessed.map { "--given \(observation.suite.id).\(Given.base(of: $0))=VALUE" }
    let advice =
      values.isEmpty
      ? "" : " Give what the server has: \(values.joined(separator: " "))."
    notChecked.append(
      "\(step)\(observation.response.status) is admitted in the place of \(promised.statuses): nothing was "
        + "seen of what a right request gets.\(advice)"
    )
  }
}

extension RuleGroup.Tier {
  /// Whether the rules of the tier have something to look at: what is promised of an answer is
  /// promised of the kind of answer that was promised.
  fileprivate func looks(at observation: Observation) -> Bool {
    switch self {
    case .framing, .outcome, .syntax: true
    case .fields, .label, .content: observation.isAsPromised
    case .relation: false
    }
  }
}

// MARK: - An exchange without a whole answer

extension Hearing {
  /// Lets the rules of framing look at as much of an answer as came, and tells whether it breaks
  /// one; what breaks none says nothing of the rest.
  mutating func hear(unfinished observation: Observation) -> Bool {
    var isBroken = false
    for group in rules.groups where group.tier == .framing {
      for rule in group.exchangeRules {
        let finding = rule.check(observation)
        guard !finding.violations.isEmpty else { continue }
        note(finding, finding.violations, of: rule, in: group.tier, observation)
        isBroken = true
      }
    }
    return isBroken
  }
}

// MARK: - The exchanges together

extension Hearing {
  /// Lets the rule of a relation look at all exchanges, unless one of them already explains what it
  /// would see.
  mutating func hear(_ relation: Relation, of testCase: Case) {
    let observation = RelationObservation(testCase: testCase, relation: relation, steps: steps)
    let all = rules.groups.flatMap(\.rules).compactMap { $0 as? any RelationRule }
    guard let rule = all.first(where: { $0.holds(relation.kind) }) else {
      unseenRelation = "No rule holds the relation \(relation.name)."
      return
    }
    guard !isOver() else { return }
    if rule.explainsStatuses, isExplained(by: rule, observation) { return }
    let spoiled = steps.indices.first { index in
      broken[index].contains { $0.silences.contains(.relation) } || !steps[index].isAsPromised
    }
    if let spoiled {
      unseenRelation =
        "\(rule.id): not looked at, because \(steps[spoiled].stepName) is already wrong."
      return
    }
    let finding = rule.check(observation)
    switch finding {
    case .notChecked(let reason): unseenRelation = "\(rule.id): \(reason)"
    case .notApplicable: unseenRelation = "\(rule.id): The answers show nothing of it."
    case .satisfied, .violations:
      exercised.append(relation.clause.id)
      note(finding, finding.violations, of: rule, in: .relation, nil)
    case .failed: note(finding, finding.violations, of: rule, in: .relation, nil)
    }
  }

  /// Whether a wrong status is what the relation is about; then the relation is blamed and the
  /// status is not.
  private mutating func isExplained(
    by rule: any RelationRule,
    _ observation: RelationObservation
  ) -> Bool {
    let wrong = Set(found.filter { $0.tier == .outcome }.map(\.violation.step))
    guard !wrong.isEmpty, broken.allSatisfy({ $0.isSubset(of: [.outcome]) }),
      case .violations(let explanation) = rule.check(observation)
    else { return false }
    found.removeAll { wrong.contains($0.violation.step) && $0.tier == .outcome }
    found += explanation.map { Found(violation: $0, tier: .relation) }
    applied.insert(rule.id)
    exercised.append(observation.relation.clause.id)
    return true
  }
}

// MARK: - The states of resources

extension Hearing {
  /// Lets the rules of states look at the exchanges, unless one of them already explains what they
  /// would see.
  mutating func hear(_ assertions: [StateAssertion], of testCase: Case) {
    let all = rules.groups.flatMap(\.rules).compactMap { $0 as? any StateRule }
    var told: Set<Clause.ID> = []
    // What did not show its state says nothing of what was changed after it.
    var wrong: Set<Int> = []
    for assertion in assertions {
      guard let rule = all.first(where: { $0.holds(assertion) }) else { continue }
      guard !isOver() else { return }
      let observation = StateObservation(assertion: assertion, steps: steps)
      // A step that was not run says so itself.
      guard assertion.needed.allSatisfy({ number in steps.contains { $0.index == number } }) else {
        continue
      }
      if let reason = hindrance(of: assertion, wrong) {
        if told.insert(assertion.clause.id).inserted { notChecked.append("\(rule.id): \(reason)") }
        continue
      }
      let finding = rule.check(observation)
      note(finding, finding.violations, of: rule, in: .relation, nil)
      if assertion.isOfState, finding.violations.contains(where: { $0.level == .must }) {
        wrong.insert(assertion.step)
      }
      switch finding {
      case .satisfied, .violations: exercised.append(assertion.clause.id)
      case .notApplicable, .notChecked, .failed: break
      }
    }
    guard let workflow = testCase.workflow, steps.count == testCase.steps.count,
      violations.isEmpty, steps.allSatisfy(\.isAsPromised)
    else { return }
    exercised.append(workflow.clause.id)
  }

  /// Why an assertion says nothing, where it does not: a step that it needs is already wrong.
  private func hindrance(of assertion: StateAssertion, _ wrong: Set<Int>) -> String? {
    let spoiled = steps.indices.first { place in
      guard assertion.needed.contains(steps[place].index) else { return false }
      return !steps[place].isAsPromised
        || broken[place].contains { $0.silences.contains(.relation) }
        || assertion.earlier == steps[place].index && wrong.contains(steps[place].index)
    }
    return spoiled.map { "Not looked at, because \(steps[$0].stepName) is already wrong." }
  }
}

extension Workflow {
  /// How the promises begin that only it makes, or its life cycle: `workflow/order-lives/`.
  fileprivate var promiseRoot: String {
    clause.id.split(separator: "/").prefix(2).joined(separator: "/") + "/"
  }
}

extension StateAssertion {
  /// Whether it is about the state that the steps before lead to.
  fileprivate var isOfState: Bool {
    switch kind {
    case .shows, .contains, .omits, .changed: true
    case .written, .unchanged: false
    }
  }

  /// The step whose answer it compares with.
  fileprivate var earlier: Int? {
    switch kind {
    case .unchanged(let since, _, _), .changed(let since, _): since
    case .shows, .contains, .omits, .written: nil
    }
  }

  /// The steps whose answers have to be as promised for it to mean something.
  fileprivate var needed: [Int] {
    var numbers = [step]
    if let act { numbers.append(act) }
    switch kind {
    case .unchanged(let since, _, _), .changed(let since, _): numbers.append(since)
    case .written(let output, _): numbers.append(output.step)
    case .shows, .contains, .omits: break
    }
    if let item { numbers.append(item.identity.step) }
    return numbers
  }
}

// MARK: - The end

extension Hearing {
  /// The judgement with a verdict.
  func judgement(_ verdict: Verdict) -> Judgement {
    Judgement(
      verdict,
      violations: violations,
      rules: rules.ids.filter(applied.contains),
      notChecked: notChecked + unsaid(by: verdict),
      exercised: exercised.reduce(into: (list: [Promise.ID](), known: Set<Promise.ID>())) {
        if $0.known.insert($1).inserted { $0.list.append($1) }
      }.list,
      causes: causes
    )
  }

  /// What was not seen and why, where the verdict does not say it.
  private func unsaid(by verdict: Verdict) -> [String] {
    guard verdict == .violates else { return [] }
    return failures + [unseenRelation, interruption].compactMap(\.self)
  }
}
