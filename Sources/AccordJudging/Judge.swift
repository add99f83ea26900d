package import AccordModel

/// Holds the exchanges of a case to what the case promises.
package struct Judge: Sendable {
  /// The rules.
  package var rules: RuleSet

  /// Whether broken assumptions count.
  package var isStrict: Bool

  /// Creates a judge.
  package init(rules: RuleSet = .standard, isStrict: Bool = false) {
    self.rules = rules
    self.isStrict = isStrict
  }

  /// The judgement of a case after its exchanges.
  package func judge(
    _ testCase: Case,
    _ exchanges: [Exchange],
    in suite: ContractSuite
  ) -> Judgement {
    var hearing = Hearing(rules, of: testCase.contract)
    for (index, step) in testCase.steps.enumerated() {
      guard index < exchanges.count else {
        return hearing.judgement(.failed(reason: Self.reason(missing: index, of: testCase)))
      }
      guard let contract = suite.contract(step.contract) else {
        return hearing.judgement(.failed(reason: Self.reason(noContract: step.contract, suite)))
      }
      switch exchanges[index].outcome {
      case .failed(let failure, _):
        return hearing.judgement(.failed(reason: Self.reason(failure, index, testCase)))
      case .answered(let response):
        hearing.hear(
          Observation(
            suite: suite,
            contract: contract,
            origin: testCase.origin,
            step: step,
            index: index,
            request: exchanges[index].request,
            response: response
          )
        )
      }
    }
    if let relation = testCase.relation { hearing.hear(relation, of: testCase) }
    return hearing.judgement(verdict(hearing))
  }

  private func verdict(_ hearing: Hearing) -> Verdict {
    guard !hearing.applied.isEmpty else { return .failed(reason: Self.nothingLooked) }
    let counts = hearing.violations.contains { isStrict || $0.level == .must }
    if counts { return .violates }
    // What the case is for could not be seen: it is not a pass.
    if let reason = hearing.unseenRelation { return .skipped(reason: reason) }
    if !hearing.notChecked.isEmpty {
      return .notChecked(reason: hearing.notChecked.joined(separator: " "))
    }
    return .conforms
  }
}
