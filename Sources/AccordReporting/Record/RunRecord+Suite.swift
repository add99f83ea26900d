package import AccordModel

extension RunRecord {
  /// What one suite came to.
  package struct Suite: Sendable, Hashable {
    /// The identifier.
    package var id: ContractSuite.ID
    /// The name.
    package var name: String
    /// What it ran against, in words.
    package var subject: String
    /// The contracts, in the order of the suite.
    package var contracts: [Endpoint]
    /// How much of what the contracts promise was put to the test.
    package var coverage: Coverage.Figure
    /// The cases, in the order of the plan.
    package var cases: [Case]
    /// The error names that no case brings about.
    package var notProvoked: [Plan.NotProvoked]

    /// Creates a suite's record.
    package init(
      id: ContractSuite.ID,
      name: String,
      subject: String,
      contracts: [Endpoint],
      coverage: Coverage.Figure = Coverage.Figure(),
      cases: [Case],
      notProvoked: [Plan.NotProvoked]
    ) {
      self.id = id
      self.name = name
      self.subject = subject
      self.contracts = contracts
      self.coverage = coverage
      self.cases = cases
      self.notProvoked = notProvoked
    }

    /// The record of a suite's result.
    package init(_ result: Report.SuiteResult) {
      self.init(
        id: result.suite.id,
        name: result.suite.name,
        subject: result.subject,
        contracts: result.suite.contracts.map { Endpoint(id: $0.id, summary: $0.summary) },
        cases: result.results.map { Case($0, in: result.suite) },
        notProvoked: result.notProvoked
      )
      coverage = Coverage(of: result.suite, in: self).figure
    }
  }

  /// One contract of a suite.
  package struct Endpoint: Sendable, Hashable {
    /// The identifier.
    package var id: Contract.ID
    /// What the endpoint is for, in one sentence.
    package var summary: String

    /// Creates a contract's record.
    package init(id: Contract.ID, summary: String) {
      self.id = id
      self.summary = summary
    }
  }
}
