public import AccordModel

extension RunRecord {
  /// What is to be said of one case.
  public struct Case: Sendable, Hashable, Identifiable {
    /// The identifier.
    public package(set) var id: CaseID
    /// The contract.
    public package(set) var contract: Contract.ID
    /// Where the case comes from.
    public package(set) var origin: AccordModel.Case.Origin
    /// What it shows, as one sentence.
    public package(set) var title: String
    /// The promises under test.
    public package(set) var clauses: [Clause.ID]
    /// The verdict.
    public package(set) var verdict: Verdict
    /// Whether every broken promise that counts is one that the baseline lists.
    public package(set) var isKnown: Bool
    /// The rules that looked at something, in their order.
    public package(set) var rules: [String]
    /// What was promised and could not be checked, each with its reason.
    public package(set) var notChecked: [String]
    /// The broken promises; in a case that conforms they are broken assumptions.
    public package(set) var violations: [Violation]
    /// The promises of the contract of which a rule had something to see and looked at it.
    public package(set) var exercised: [Promise.ID]
    /// The exchanges of a workflow as a script for the shell; `nil` of any other case.
    public package(set) var script: String?
    /// The exchanges that took place, secrets redacted: in memory, or in the file of the run.
    package private(set) var sent: SentAndReceived

    /// The exchanges that took place; where they are in a file, they are read from it each time.
    public package(set) var exchanges: [Exchange] {
      get { sent.exchanges }
      set { sent = SentAndReceived(newValue) }
    }

    /// Creates a case's record.
    package init(
      id: CaseID,
      contract: Contract.ID,
      origin: AccordModel.Case.Origin,
      title: String,
      clauses: [Clause.ID],
      verdict: Verdict,
      isKnown: Bool = false,
      rules: [String] = [],
      notChecked: [String] = [],
      violations: [Violation] = [],
      exercised: [Promise.ID] = [],
      script: String? = nil,
      exchanges: [Exchange] = []
    ) {
      self.id = id
      self.contract = contract
      self.origin = origin
      self.title = title
      self.clauses = clauses
      self.verdict = verdict
      self.isKnown = isKnown
      self.rules = rules
      self.notChecked = notChecked
      self.violations = violations
      self.exercised = exercised
      self.script = script
      sent = SentAndReceived(exchanges)
    }

    /// The record of a result.
    ///
    /// `variables` are the names that the shell expands in the commands of curl; `extent` is how much
    /// of bodies is kept.
    package init(
      _ result: Report.Result,
      in suite: ContractSuite,
      expanding variables: [String]? = nil,
      keeping extent: Content.Extent = .beginning
    ) {
      let variables = variables ?? suite.secretVariables
      let steps = result.testCase.steps
      var violations = result.judgement.violations.map { Violation($0, in: suite) }
      let exchanges = result.exchanges.enumerated().map { index, exchange in
        let places = violations.indices.filter { violations[$0].step == index }
        let located = places.map { violations[$0] }.located(in: exchange.body)
        for (place, violation) in zip(places, located) { violations[place] = violation }
        return Exchange(
          exchange,
          step: index < steps.count ? steps[index].name : nil,
          expanding: variables,
          keeping: extent,
          located
        )
      }
      self.init(
        id: result.testCase.id,
        contract: result.testCase.contract,
        origin: result.testCase.origin,
        title: result.testCase.title,
        clauses: result.testCase.clauses,
        verdict: result.judgement.verdict,
        rules: result.judgement.rules,
        notChecked: result.judgement.notChecked,
        violations: violations,
        exercised: result.judgement.exercised,
        script: WorkflowScript(result.testCase, result.exchanges, expanding: variables)?
          .description,
        exchanges: exchanges
      )
    }
  }
}

extension Exchange {
  /// The content of what was received.
  fileprivate var body: [UInt8] {
    switch outcome {
    case .answered(let response): response.body
    case .failed(_, let partial): partial?.body ?? []
    }
  }
}

extension RunRecord.Case {
  /// The case with its exchanges in a file.
  package func stored(in spool: ExchangeSpool) -> RunRecord.Case {
    var result = self
    result.sent = sent.stored(in: spool)
    return result
  }

  /// The case with its exchanges in memory, for whoever looks at them more than once.
  var loaded: RunRecord.Case {
    var result = self
    result.exchanges = exchanges
    return result
  }

  /// The case with every duration zero.
  package var withoutTimings: RunRecord.Case {
    var result = self
    result.exchanges = exchanges.map { exchange in
      var exchange = exchange
      exchange.timing = RunRecord.Timing()
      return exchange
    }
    return result
  }
}

extension RunRecord.Case {
  /// The promises that rules looked at and had something to see of, the broken ones among them.
  package var lookedAt: [RunRecord.Promise.ID] {
    violations.reduce(into: exercised) { promises, violation in
      if !promises.contains(violation.clause.id) { promises.append(violation.clause.id) }
    }
  }

  /// Whether a promise is one of them.
  package func isExercised(_ promise: RunRecord.Promise.ID) -> Bool {
    exercised.contains(promise) || violations.contains { $0.clause.id == promise }
  }
}

extension RunRecord.Case {
  /// The promises under test of which nothing was seen, where the case did not simply conform: one
  /// that did has them from the request that it varies.
  package var unseenClauses: [RunRecord.Clause.ID] {
    verdict == .conforms ? [] : clauses.filter { !isExercised($0) }
  }

  /// Why it failed, without the step in which it did: what cases have in common when a server is
  /// not there.
  public var failure: String? {
    guard case .failed(let reason) = verdict else { return nil }
    guard let failure = sent.outline.failure else { return reason }
    let shared = "\(failure.kind.rawValue): \(failure.message)"
    return reason.hasSuffix(shared) ? shared : reason
  }
}

extension Summary {
  /// Counts one case more.
  package mutating func add(_ result: RunRecord.Case) {
    add(
      result.verdict,
      isWarned: result.violations.contains { $0.known == nil },
      isKnown: result.isKnown
    )
  }

  /// Counts cases.
  package init(_ cases: some Sequence<RunRecord.Case>, notProvoked: Int) {
    self.init([Report.Result](), notProvoked: notProvoked)
    for result in cases { add(result) }
  }
}
