package import AccordModel

extension RunRecord {
  /// What is to be said of one case.
  package struct Case: Sendable, Hashable, Identifiable {
    /// The identifier.
    package var id: CaseID
    /// The contract.
    package var contract: Contract.ID
    /// Where the case comes from.
    package var origin: AccordModel.Case.Origin
    /// What it shows, as one sentence.
    package var title: String
    /// The promises under test.
    package var clauses: [Clause.ID]
    /// The verdict.
    package var verdict: Verdict
    /// The rules that looked at something, in their order.
    package var rules: [String]
    /// What was promised and could not be checked, each with its reason.
    package var notChecked: [String]
    /// The broken promises; in a case that conforms they are broken assumptions.
    package var violations: [Violation]
    /// The promises of the contract that the exchanges put to the test.
    package var exercised: [Promise.ID]
    /// The exchanges that took place, secrets redacted.
    package var exchanges: [Exchange]

    /// Creates a case's record.
    package init(
      id: CaseID,
      contract: Contract.ID,
      origin: AccordModel.Case.Origin,
      title: String,
      clauses: [Clause.ID],
      verdict: Verdict,
      rules: [String] = [],
      notChecked: [String] = [],
      violations: [Violation] = [],
      exercised: [Promise.ID] = [],
      exchanges: [Exchange] = []
    ) {
      self.id = id
      self.contract = contract
      self.origin = origin
      self.title = title
      self.clauses = clauses
      self.verdict = verdict
      self.rules = rules
      self.notChecked = notChecked
      self.violations = violations
      self.exercised = exercised
      self.exchanges = exchanges
    }

    /// The record of a result.
    package init(_ result: Report.Result, in suite: ContractSuite) {
      let steps = result.testCase.steps
      self.init(
        id: result.testCase.id,
        contract: result.testCase.contract,
        origin: result.testCase.origin,
        title: result.testCase.title,
        clauses: result.testCase.clauses,
        verdict: result.judgement.verdict,
        rules: result.judgement.rules,
        notChecked: result.judgement.notChecked,
        violations: result.judgement.violations.map { Violation($0, in: suite) },
        exercised: result.judgement.exercised,
        exchanges: result.exchanges.enumerated().map { index, exchange in
          let step = index < steps.count ? steps[index].name : nil
          return Exchange(exchange, step: step, in: suite)
        }
      )
    }
  }
}

extension Summary {
  /// Counts one case more.
  package mutating func add(_ result: RunRecord.Case) {
    add(result.verdict, isWarned: !result.violations.isEmpty)
  }

  /// Counts cases.
  package init(_ cases: some Sequence<RunRecord.Case>, notProvoked: Int) {
    self.init([Report.Result](), notProvoked: notProvoked)
    for result in cases { add(result) }
  }
}
