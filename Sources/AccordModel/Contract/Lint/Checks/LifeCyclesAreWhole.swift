/// Life cycles call contracts of their suite, lead to all of their states, say which resource they look
/// at, and remove what their cases make.
struct LifeCyclesAreWhole: LintCheck {
  let id = "life-cycles"

  func findings(in suite: ContractSuite) -> [LintFinding] {
    suite.lifeCycles.flatMap { cycle in
      evidence(of: cycle, in: suite).map { LintFinding($0, at: cycle.clause.source) }
    }
  }

  private func evidence(of cycle: LifeCycle, in suite: ContractSuite) -> [LintEvidence] {
    let owner = "life cycle \(cycle.id)"
    var missing: [LintEvidence] = []
    if cycle.states.isEmpty { missing.append(.missing(part: "state of the \(owner)")) }
    if cycle.views.isEmpty { missing.append(.missing(part: "view of the \(owner)")) }
    guard missing.isEmpty else { return missing }
    return names(in: cycle) + calls(of: cycle, in: suite) + identity(of: cycle, in: suite)
      + ways(of: cycle)
  }

  /// The states, transitions and views that it names.
  private func names(in cycle: LifeCycle) -> [LintEvidence] {
    let known = cycle.states.map(\.description)
    let user = "The life cycle \"\(cycle.id)\""
    func states(_ states: [LifeCycle.State], _ part: String) -> [LintEvidence] {
      LintEvidence.unknown(
        "state",
        states.filter { $0 != .gone }.map(\.description),
        "\(user), in \(part),",
        known
      )
    }
    var evidence = cycle.transitions.flatMap { states($0.from + [$0.to], $0.step.id) }
    for refused in cycle.refusals {
      evidence += states(refused.states, "what it refuses of \(refused.transition)")
      evidence += LintEvidence.unknown(
        "transition",
        [refused.transition],
        user,
        cycle.transitions.map(\.step.id)
      )
    }
    for view in cycle.views {
      let named = view.omits + view.changes + view.leavesOpen + view.values.map(\.state)
      evidence += states(named + view.refusals.flatMap(\.states), view.step.id)
    }
    for written in cycle.written {
      let calls = [LifeCycle.maker] + cycle.transitions.map(\.step.id)
      evidence += LintEvidence.unknown("call", [written.call], user, calls)
      evidence += LintEvidence.unknown("view", [written.view], user, cycle.views.map(\.step.id))
    }
    return evidence
  }

  /// What its steps call.
  private func calls(of cycle: LifeCycle, in suite: ContractSuite) -> [LintEvidence] {
    var steps = cycle.transitions.map(\.step) + cycle.views.map(\.step) + (cycle.cleanUp ?? [])
    if case .made(let step) = cycle.origin { steps.insert(step, at: 0) }
    for refused in cycle.refusals {
      guard var step = cycle.transition(refused.transition)?.step else { continue }
      step.expectation = refused.expectation
      steps.append(step)
    }
    for view in cycle.views {
      steps += view.refusals.map { hidden in
        var step = view.step
        step.expectation = hidden.expectation
        return step
      }
    }
    var evidence: [LintEvidence] = []
    for step in steps {
      let user = "The step \"\(step.id)\" of the life cycle \"\(cycle.id)\""
      let found = step.evidence(as: user, to: [], in: suite)
      evidence += found.filter { !evidence.contains($0) }
    }
    return evidence
  }

  /// Whether the identity is there that steps use, and views use it.
  private func identity(of cycle: LifeCycle, in suite: ContractSuite) -> [LintEvidence] {
    let known: [String]
    switch cycle.origin {
    case .made(let step): known = step.outputs.map(\.name)
    case .given(let name):
      guard let given = suite.given(name) else {
        let user = "The life cycle \"\(cycle.id)\""
        return LintEvidence.unknown("given", [name], user, suite.givens.map(\.id))
      }
      known = given.fields.map(\.name)
    }
    var evidence: [LintEvidence] = []
    for step in cycle.transitions.map(\.step) + cycle.views.map(\.step) + (cycle.cleanUp ?? []) {
      let user = "The step \"\(step.id)\" of the life cycle \"\(cycle.id)\""
      let used = step.uses.filter { $0.step == LifeCycle.maker }.map(\.output)
      evidence += LintEvidence.unknown("part of the identity", used, user, known)
      for use in step.uses where use.step != LifeCycle.maker {
        guard let view = cycle.views.first(where: { $0.step.id == use.step })?.step else {
          evidence += LintEvidence.unknown("view", [use.step], user, cycle.views.map(\.step.id))
          continue
        }
        let names = view.outputs.map(\.name)
        evidence += LintEvidence.unknown("output", [use.output], user, names)
      }
    }
    for view in cycle.views {
      if let list = view.list {
        let user = "The view \"\(view.step.id)\" of the life cycle \"\(cycle.id)\""
        let names = suite.contract(view.step.contract)?.parameters.map(\.name) ?? []
        evidence += LintEvidence.unknown("parameter", list.next?.parameters ?? [], user, names)
        evidence += LintEvidence.unknown("part of the identity", [list.name], user, known)
      } else if !view.step.uses.contains(where: { $0.step == LifeCycle.maker }) {
        evidence.append(.viewWithoutIdentity(view.step.id, lifeCycle: cycle.id))
      }
    }
    return evidence
  }

  /// Whether every state is reached, and there is a way to be rid of what was made.
  private func ways(of cycle: LifeCycle) -> [LintEvidence] {
    var evidence: [LintEvidence] = cycle.states
      .filter { state in cycle.way(from: cycle.initial) { $0 == state } == nil }
      .map { .unreachableState($0.description, lifeCycle: cycle.id) }
    let isRemoved = cycle.transitions.contains { $0.to == .gone }
    if cycle.isMade, cycle.cleanUp == nil, !isRemoved {
      evidence.append(.noRemoval(lifeCycle: cycle.id))
    }
    return evidence
  }
}
