import AccordModel

/// Plans the cases of the life cycles whose promises are those of a contract: each begins with a
/// resource of its own.
struct LifeCyclePlanner: OriginPlanner {
  /// What requests are refused for, whatever the state.
  let probes: [any OriginPlanner]

  func sketches(in scope: ContractScope) -> [CaseSketch] {
    scope.suite.lifeCycles(of: scope.contract.id).flatMap { cycle in
      LifeCycleDraft(cycle: cycle, scope: scope).sketches
        + ProbeDraft(
          cycle: cycle,
          scope: scope,
          planners: probes
        ).sketches
    }
  }
}
