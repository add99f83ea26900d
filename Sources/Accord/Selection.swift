/// Which cases are meant: of these contracts, with these identifiers.
public struct Selection: Sendable, Hashable {
  /// Suites by their identifiers; empty means all.
  public var suites: [String]

  /// Contracts by their identifiers, with or without the suite's before them; empty means all.
  public var contracts: [String]

  /// Patterns of case identifiers: `*` any text, `?` any one character; empty means all.
  public var cases: [String]

  /// Where cases come from; empty means from anywhere.
  public var origins: [Case.Origin] = []

  /// The identifiers of the only cases that are meant; `nil` means any.
  public var only: Set<CaseID>?

  /// Whether only cases are meant that by their contracts change nothing.
  public var isReadOnly: Bool

  /// Creates a selection.
  public init(
    suites: [String] = [],
    contracts: [String] = [],
    cases: [String] = [],
    isReadOnly: Bool = false
  ) {
    self.suites = suites
    self.contracts = contracts
    self.cases = cases
    self.isReadOnly = isReadOnly
  }

  /// Whether a suite is meant.
  public func includes(_ suite: ContractSuite) -> Bool {
    (suites.isEmpty || suites.contains(suite.id))
      && suite.contracts.contains { includes($0, of: suite) }
  }

  /// Whether a contract is meant.
  public func includes(_ contract: Contract, of suite: ContractSuite) -> Bool {
    contracts.isEmpty || contracts.contains(contract.id)
      || contracts.contains("\(suite.id)/\(contract.id)")
  }

  /// What of a plan is meant.
  public func selecting(from plan: Plan) -> Plan {
    var plan = plan
    let meant = plan.suite.contracts.filter { includes($0, of: plan.suite) }.map(\.id)
    let globs = cases.map(Glob.init)
    func isLeftOut(_ testCase: Case) -> Bool {
      guard meant.contains(testCase.contract), only?.contains(testCase.id) ?? true,
        origins.isEmpty || origins.contains(testCase.origin)
      else { return true }
      return !globs.isEmpty && !globs.contains { $0.matches(testCase.id.description) }
    }
    // A plan that is meant whole shares its cases.
    if plan.cases.contains(where: isLeftOut) { plan.cases.removeAll(where: isLeftOut) }
    plan.notProvoked.removeAll { !meant.contains($0.contract) }
    plan.contracts.removeAll { !meant.contains($0) }
    guard isReadOnly else { return plan }
    // A relation may call other contracts than its own, and an example may say more than they do.
    let readOnly = plan.suite.operations.filter { $0.effect == .readOnly }.map(\.id)
    let selected = plan.cases.count
    plan.cases.removeAll { testCase in
      testCase.access != .reads
        || !testCase.steps.allSatisfy { readOnly.contains($0.contract) }
    }
    plan.notProvoked.removeAll { !readOnly.contains($0.contract) }
    plan.leftOut = selected - plan.cases.count
    return plan
  }
}
