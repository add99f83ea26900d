import AccordModel

/// What the rules of one exchange looked at.
struct StepEvidence {
  private var promises: [Promise.ID] = []
  /// Whether a rule looked at what became of the request, and none found it wrong.
  private var isOutcomeSeen = false
  private var isOutcomeWrong = false
  private var breaksAMust = false

  /// Notes what a rule found.
  mutating func note(
    _ finding: Finding,
    of rule: any ExchangeRule,
    in tier: RuleGroup.Tier,
    _ observation: Observation
  ) {
    switch finding {
    case .notApplicable, .notChecked: return
    case .satisfied: isOutcomeSeen = isOutcomeSeen || tier == .outcome
    case .failed(_, let found):
      // What a rule could not look at whole shows no more than what it found broken.
      breaksAMust = breaksAMust || found.contains { $0.level == .must }
      isOutcomeWrong = isOutcomeWrong || tier == .outcome && !found.isEmpty
      return
    case .violations(let found):
      breaksAMust = breaksAMust || found.contains { $0.level == .must }
      // A wrong outcome shows nothing of what a right one would have shown.
      guard tier != .outcome else {
        isOutcomeWrong = true
        return
      }
    }
    promises += rule.exercised(in: observation)
  }

  /// The promises that were looked at, those of the request among them.
  func exercised(in observation: Observation, of testCase: Case) -> [Promise.ID] {
    var promises = promises
    // An error shows nothing of the request, also where it is admitted.
    guard observation.unseenResponse == nil || breaksAMust else { return promises }
    let isOutcomeRight = isOutcomeSeen && !isOutcomeWrong
    if isOutcomeRight { promises += observation.confirmed(by: testCase) }
    // A way to ask that got a wrong answer was looked at too, and is broken.
    if breaksAMust || isOutcomeRight && observation.isInPromisedFormat {
      promises += observation.requestPromises
    }
    return promises
  }
}
