package import AccordModel

/// Makes the cases of a suite from its contracts alone.
///
/// The same suite always gives the same cases in the same order: contract by contract, requests
/// that are wrong before requests that may use something up, relations, workflows and
/// life cycles last.
package struct CasePlanner: Sendable {
  /// Where cases come from, in the order in which they are planned.
  private static let planners: [any OriginPlanner] =
    probes + [
      RelationPlanner(), WorkflowPlanner(), LifeCyclePlanner(probes: probes),
    ]

  /// Those that send one request each.
  private static let probes: [any OriginPlanner] = [
    CredentialPlanner(),
    HeaderOmissionPlanner(),
    ParameterOmissionPlanner(),
    MemberOmissionPlanner(),
    HeaderValuePlanner(),
    ParameterValuePlanner(),
    UnknownValuePlanner(),
    MalformedBodyPlanner(),
    MemberValuePlanner(),
    ExamplePlanner(),
    PlacePlanner(),
    VersionPlanner(),
    MemberVersionPlanner(),
    VerbPlanner(),
    OtherMethodPlanner(),
    FormatPlanner(),
    MediaTypePlanner(),
  ]

  private let origins: [any CaseOrigin]
  private let written: [Case]

  /// Creates a planner; cases of `origins` and then those that were `written` come behind those of
  /// every plan, contract by contract.
  package init(origins: [any CaseOrigin] = [], written: [Case] = []) {
    self.origins = origins
    self.written = written
  }

  /// The cases of a suite, with the listed errors that none of them brings about.
  package func plan(_ suite: ContractSuite) -> Plan {
    var cases: [Case] = []
    var notProvoked: [Plan.NotProvoked] = []
    for contract in suite.contracts {
      let scope = ContractScope(suite: suite, contract: contract)
      var planned: [Case] = []
      for planner in Self.planners {
        planned += planner.sketches(in: scope).mapSideBySide { $0.testCase }
      }
      planned += added(to: contract, of: suite)
      Self.tellApart(&planned)
      cases += planned
      notProvoked += scope.notProvoked(by: planned)
    }
    var plan = Plan(suite: suite, cases: cases, notProvoked: notProvoked)
    plan.setUps = suite.givens.compactMap { WorkflowDraft.setUp(of: $0, in: suite) }
    return plan
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
}
