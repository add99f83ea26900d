/// The cases of one suite, with what is not tried.
public struct Plan: Sendable, Hashable {
  /// An error name that no case brings about.
  public struct NotProvoked: Sendable, Hashable {
    /// The contract that lists it.
    public var contract: Contract.ID
    /// The name.
    public var error: String
    /// Why nothing brings it about.
    public var reason: String

    /// Creates an entry.
    public init(contract: Contract.ID, error: String, reason: String) {
      self.contract = contract
      self.error = error
      self.reason = reason
    }
  }

  /// How a value of a given is made.
  package struct SetUp: Sendable, Hashable {
    /// The given.
    package var given: Given.ID
    /// The steps that make a value, and those that remove it.
    package var testCase: Case
    /// The values of the fields, in their order.
    package var outputs: [Output]

    /// Creates an entry.
    package init(of given: Given.ID, by testCase: Case, giving outputs: [Output]) {
      self.given = given
      self.testCase = testCase
      self.outputs = outputs
    }
  }

  /// The suite.
  public var suite: ContractSuite

  /// The cases, in order.
  public var cases: [Case]

  /// The error names that no case brings about, in the order of the contracts.
  public var notProvoked: [NotProvoked]

  /// How the values of givens are made that workflows make.
  package var setUps: [SetUp] = []

  /// The contracts that are meant, in the order of the suite.
  public var contracts: [Contract.ID]

  /// How many cases were meant and left out, because a read-only run must not send them.
  public var leftOut: Int

  /// Creates a plan of all contracts of a suite.
  public init(
    suite: ContractSuite,
    cases: [Case],
    notProvoked: [NotProvoked],
    leftOut: Int = 0
  ) {
    self.suite = suite
    self.cases = cases
    self.notProvoked = notProvoked
    self.leftOut = leftOut
    contracts = suite.contracts.map(\.id)
  }
}
