package import AccordModel

/// Makes the cases of a suite from its contracts alone.
///
/// The same suite always gives the same cases in the same order: contract by contract, requests
/// that are wrong before requests that may use something up, relations, workflows and
/// life cycles last.
package struct CasePlanner: Sendable {
  /// Requests that are wrong in what they say.
  private static let wrong: [any OriginPlanner] = [
    CredentialPlanner(),
    HeaderOmissionPlanner(),
    ParameterOmissionPlanner(),
    MemberOmissionPlanner(),
    HeaderValuePlanner(),
    ParameterValuePlanner(),
    UnknownValuePlanner(),
    MalformedBodyPlanner(),
    MemberValuePlanner(),
    WireFaultPlanner(),
    SeveralFaultsPlanner(),
  ]

  /// Requests that are right, or wrong in how they ask.
  private static let others: [any OriginPlanner] = [
    ExamplePlanner(),
    RightValuePlanner(),
    PlacePlanner(),
    VersionPlanner(),
    MemberVersionPlanner(),
    VerbPlanner(),
    OtherMethodPlanner(),
    FormatPlanner(),
    MediaTypePlanner(),
  ]

  /// What sends several requests after each other.
  private static let sequences: [any OriginPlanner] = [
    WorkflowPlanner(), LifeCyclePlanner(probes: wrong + others),
  ]

  private let options: PlanOptions
  private let origins: [any CaseOrigin]
  private let written: [Case]

  /// Creates a planner; cases of `origins` and then those that were `written` come behind those of
  /// every plan, contract by contract.
  package init(
    options: PlanOptions = PlanOptions(),
    origins: [any CaseOrigin] = [],
    written: [Case] = []
  ) {
    self.options = options
    self.origins = origins
    self.written = written
  }

  /// The cases of a suite, with the listed errors that none of them brings about.
  package func plan(_ suite: ContractSuite) -> Plan {
    let parts = suite.contracts.mapSideBySide(inPartsOf: 1) { part(of: $0, in: suite) }
    var plan = Plan(
      suite: suite,
      cases: parts.flatMap(\.cases),
      notProvoked: parts.flatMap(\.notProvoked)
    )
    plan.setUps = suite.givens.compactMap { WorkflowDraft.setUp(of: $0, in: suite) }
    return plan
  }

  /// What of the plan is one contract's.
  private func part(
    of contract: Contract,
    in suite: ContractSuite
  ) -> (cases: [Case], notProvoked: [Plan.NotProvoked]) {
    let scope = ContractScope(suite: suite, contract: contract, options: options)
    var planned: [Case] = []
    var left = options.mostCombinations
    for group in [Self.wrong, Self.others, [RelationPlanner()], Self.sequences] {
      var trials: [CaseTrial] = []
      for planner in group { trials += planner.trials(in: scope) }
      let made = trials.mapSideBySide { $0.testCase }
      planned += made.lazy.compactMap(\.self)
      let tried = zip(trials, made).lazy.filter { $1 != nil }.map(\.0)
      let combined = CombinationPlanner(scope: scope).sketches(of: tried, most: left)
      left -= combined.count
      planned += combined.mapSideBySide { $0.testCase }
    }
    planned += added(to: contract, of: suite)
    Self.tellApart(&planned)
    return (planned, scope.notProvoked(by: planned))
  }

  /// The cases of a user's own.
  private func added(to contract: Contract, of suite: ContractSuite) -> [Case] {
    let made = origins.flatMap { origin in
      origin.cases(of: contract, in: suite).map { testCase in
        var testCase = testCase
        testCase.origin = Case.Origin(rawValue: origin.id) ?? .written
        return testCase
      }
    }
    return made + written.filter { $0.suite == suite.id && $0.contract == contract.id }
  }

  /// Numbers the cases of one contract whose names differ only in what no identifier can hold, such
  /// as those of the members `a:b` and `a[b`.
  private static func tellApart(_ cases: inout [Case]) {
    var known = Set(cases.map(\.id))
    guard known.count < cases.count else { return }
    var seen: Set<CaseID> = []
    for index in cases.indices where !seen.insert(cases[index].id).inserted {
      let id = cases[index].id
      var number = 2
      while !known.insert(CaseID("\(id)-\(number)")).inserted { number += 1 }
      cases[index].id = CaseID("\(id)-\(number)")
    }
  }
}

/// Plans the cases of one origin.
protocol OriginPlanner: Sendable {
  /// The cases of a contract, in a stable order.
  func sketches(in scope: ContractScope) -> [CaseSketch]

  /// The same, where they are so many that none is to be made before it is needed.
  func trials(in scope: ContractScope) -> [CaseTrial]
}

extension OriginPlanner {
  func trials(in scope: ContractScope) -> [CaseTrial] {
    sketches(in: scope).map(CaseTrial.sketched)
  }
}
