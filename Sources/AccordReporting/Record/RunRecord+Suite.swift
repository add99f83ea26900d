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
      cases: [Case],
      notProvoked: [Plan.NotProvoked]
    ) {
      self.id = id
      self.name = name
      self.subject = subject
      self.contracts = contracts
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
