public import AccordModel

extension RunRecord {
  /// What one suite came to.
  public struct Suite: Sendable, Hashable {
    /// The identifier.
    public package(set) var id: ContractSuite.ID
    /// The name.
    public package(set) var name: String
    /// What it ran against, in words.
    public package(set) var subject: String
    /// The contracts that were meant, in the order of the suite.
    public package(set) var contracts: [Endpoint]
    /// The cases, in the order of the plan.
    public package(set) var cases: [Case]
    /// The error names that no case brings about.
    public package(set) var notProvoked: [Plan.NotProvoked]

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
    ///
    /// `variables` are the names that the shell expands in the commands of curl.
    package init(_ result: Report.SuiteResult, expanding variables: [String]? = nil) {
      let variables = variables ?? result.suite.secretVariables
      let contracts = result.suite.contracts.filter { result.contracts.contains($0.id) }
      self.init(
        id: result.suite.id,
        name: result.suite.name,
        subject: result.subject,
        contracts: contracts.map { Endpoint($0, in: result.suite) },
        cases: result.results.map { Case($0, in: result.suite, expanding: variables) },
        notProvoked: result.notProvoked
      )
    }

    /// How much of what the contracts promise was put to the test.
    public var coverage: Coverage.Figure {
      contracts.reduce(Coverage.Figure()) { figure, contract in
        let evidence = PromiseEvidence(of: contract, in: self)
        return figure + Coverage.Figure(contract.promises.lazy.map { evidence.finding($0).state })
      }
    }
  }

  /// One contract of a suite.
  public struct Endpoint: Sendable, Hashable {
    /// The identifier.
    public package(set) var id: Contract.ID
    /// What the endpoint is for, in one sentence.
    public package(set) var summary: String
    /// Everything that it promises, in the order of the contract.
    public package(set) var promises: [Promise]

    /// Creates a contract's record.
    package init(id: Contract.ID, summary: String, promises: [Promise] = []) {
      self.id = id
      self.summary = summary
      self.promises = promises
    }

    /// The record of a contract.
    package init(_ contract: Contract, in suite: ContractSuite) {
      self.init(
        id: contract.id,
        summary: contract.summary,
        promises: contract.promises(in: suite).map(Promise.init)
      )
    }
  }

  /// A promise as a run is measured by it.
  public struct Promise: Sendable, Hashable, Identifiable {
    /// The identifier of a promise.
    public typealias ID = AccordModel.Promise.ID

    /// The identifier, unique in its contract.
    public package(set) var id: ID
    /// What it is about.
    public package(set) var kind: AccordModel.Promise.Kind
    /// Why no case can bring it about, if none can.
    public package(set) var hindrance: String?

    /// Creates a promise's record.
    package init(id: ID, kind: AccordModel.Promise.Kind, hindrance: String? = nil) {
      self.id = id
      self.kind = kind
      self.hindrance = hindrance
    }

    /// The record of a promise.
    package init(_ promise: AccordModel.Promise) {
      self.init(id: promise.id, kind: promise.kind, hindrance: promise.hindrance)
    }
  }
}
