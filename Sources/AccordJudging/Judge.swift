package import AccordModel
package import AccordSchema

/// Holds the exchanges of a case to what the case promises.
package struct Judge: Sendable {
  /// The rules.
  package var rules: RuleSet

  /// Whether broken assumptions count.
  package var isStrict: Bool

  /// The bounds within which content is held to schemas.
  package var limits: ValidationLimits

  /// Whether it says something how long exchanges took.
  package var looksAtTimes = true

  /// What was judged before; `nil` where nothing is remembered.
  package var memory: JudgementMemory?

  /// Creates a judge.
  package init(
    rules: RuleSet = .standard,
    isStrict: Bool = false,
    limits: ValidationLimits = .default,
    memory: JudgementMemory? = nil
  ) {
    self.rules = rules
    self.isStrict = isStrict
    self.limits = limits
    self.memory = memory
  }

  /// The judgement of a case after its exchanges.
  ///
  /// `suite` is what the suite of the case says, gathered once for all of its cases. `clock` tells
  /// why judging is to end, once it is: it is asked before each rule.
  package func judge(
    _ testCase: Case,
    _ exchanges: [Exchange],
    in suite: SuiteIndex,
    until clock: @escaping @Sendable () -> String? = { nil }
  ) -> Judgement {
    guard let memory else { return heard(testCase, exchanges, in: suite, until: clock) }
    return memory.judgement(of: testCase, exchanges) {
      heard(testCase, exchanges, in: suite, until: clock)
    }
  }

  private func heard(
    _ testCase: Case,
    _ exchanges: [Exchange],
    in suite: SuiteIndex,
    until clock: @escaping @Sendable () -> String?
  ) -> Judgement {
    var hearing = Hearing(rules, of: testCase, until: clock)
    for (index, step) in testCase.steps.enumerated() {
      // Without what an earlier answer was to have, nothing was sent: the relation says what lacks.
      if index == exchanges.count, index > 0, !step.request.outputs.isEmpty { break }
      guard hear(step, index, exchanges, of: testCase, in: suite, &hearing) else {
        return hearing.judgement(verdict(hearing))
      }
    }
    if let relation = testCase.relation { hearing.hear(relation, of: testCase) }
    if !testCase.assertions.isEmpty { hearing.hear(testCase.assertions, of: testCase) }
    return hearing.judgement(verdict(hearing))
  }

  /// Lets the rules look at the exchange of a step; tells whether there was one.
  private func hear(
    _ step: Case.Step,
    _ index: Int,
    _ exchanges: [Exchange],
    of testCase: Case,
    in suite: SuiteIndex,
    _ hearing: inout Hearing
  ) -> Bool {
    guard exchanges.indices.contains(index) else {
      hearing.fail(Self.reason(missing: index, of: testCase))
      return false
    }
    guard let contract = suite.contract(step.contract) else {
      hearing.fail(Self.reason(noContract: step.contract, suite.suite))
      return false
    }
    func observation(_ response: Exchange.Response) -> Observation {
      let observation = Observation(
        suite: suite,
        contract: contract,
        origin: testCase.origin,
        step: step,
        index: index,
        request: exchanges[index].request,
        response: response
      )
      observation.limits = limits
      if looksAtTimes { observation.duration = exchanges[index].timing.answering }
      observation.workflow = testCase.workflow
      if testCase.workflow != nil { observation.earlier = Array(exchanges.prefix(index)) }
      return observation
    }
    switch exchanges[index].outcome {
    case .failed(let failure, _) where failure.kind == .notSent:
      hearing.note(notRun: Self.reason(notRun: failure, index, testCase))
      return true
    case .failed(let failure, let partial):
      // What came is held to the framing of messages; what did not come is nobody's promise.
      var response = partial ?? Exchange.Response(status: 0)
      response.deviations += [failure.deviation].compactMap(\.self)
      let isBroken = hearing.hear(unfinished: observation(response))
      // Bytes that no network makes are the server's fault.
      if failure.deviation == nil || !isBroken {
        hearing.fail(Self.reason(failure, index, testCase), because: .exchange(failure))
      }
      return false
    case .answered(let response):
      if let absent = suite.suite.absentNeighbour(in: testCase, exchanges, at: index) {
        hearing.note(absent: Self.reason(absent, index, testCase, response.status))
        return true
      }
      hearing.hear(observation(response))
      return hearing.interruption == nil
    }
  }

  /// What is certainly broken comes before what could not be seen, and that before what was not
  /// looked at.
  private func verdict(_ hearing: Hearing) -> Verdict {
    let counts = hearing.violations.contains { isStrict || $0.level == .must }
    if counts { return .violates }
    if let reason = hearing.interruption { return .notRun(reason: reason) }
    if !hearing.failures.isEmpty {
      return .failed(reason: hearing.failures.joined(separator: " "))
    }
    if hearing.applied.isEmpty, hearing.isWithoutNeighbour {
      return .skipped(reason: hearing.notChecked.joined(separator: " "))
    }
    guard !hearing.applied.isEmpty else { return .failed(reason: Self.nothingLooked) }
    // What the case is for could not be seen: it is not a pass.
    if let reason = hearing.unseenRelation { return .skipped(reason: reason) }
    if !hearing.notChecked.isEmpty {
      return .notChecked(reason: hearing.notChecked.joined(separator: " "))
    }
    return .conforms
  }
}
