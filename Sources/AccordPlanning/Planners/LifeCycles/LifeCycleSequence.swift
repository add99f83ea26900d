package import AccordModel

/// A resource that is made, and any of the calls of its life cycle in any order: what each has to do
/// follows from the state in which the calls before it leave the resource.
package struct LifeCycleSequence {
  private let draft: LifeCycleDraft
  private var cycle: LifeCycle { draft.cycle }

  /// What a call does in a state, as the life cycle says.
  private enum Effect {
    case leads(LifeCycle.Transition)
    case isRefused(LifeCycle.Refused, LifeCycle.Transition)
    case repeats(LifeCycle.Transition, Workflow.Step.Expectation)
  }

  /// Sequences of a life cycle; `nil` where it does not make what it is about, because then they would be
  /// about live data.
  package init?(of cycle: LifeCycle, in suite: ContractSuite) {
    guard cycle.isMade, let owner = suite.contract(suite.owner(of: cycle)) else { return nil }
    draft = LifeCycleDraft(
      cycle: cycle,
      scope: ContractScope(suite: suite, contract: owner, options: PlanOptions(depth: .quick))
    )
  }

  /// The calls of which the life cycle says what they do after these; `nil` where one of these is none.
  package func next(after calls: [Workflow.Step.ID]) -> [Workflow.Step.ID]? {
    guard let state = state(after: calls) else { return nil }
    return cycle.transitions.map(\.step.id).reduce(into: []) { names, name in
      if !names.contains(name), effect(of: name, in: state, after: calls.last) != nil {
        names.append(name)
      }
    }
  }

  /// The case that makes these calls and looks at every view after each; `nil` where the life cycle does
  /// not say what one of them does, or a step cannot be planned.
  package func testCase(_ calls: [Workflow.Step.ID]) -> Case? {
    var steps = LifeCycleSteps(of: cycle)
    var looks = steps.look()
    var clause = cycle.clause
    var refusals: [(number: Int, clause: Clause, proof: String)] = []
    for (number, call) in calls.enumerated() {
      let latest = number == 0 ? nil : calls[number - 1]
      switch effect(of: call, in: steps.state, after: latest) {
      case .leads(let transition):
        clause = transition.clause
        steps.take(transition)
        looks = steps.look()
      case .isRefused(let refused, let transition):
        clause = draft.level(of: refused)
        let proof =
          "is \(call) of \(cycle.subject.withArticle) that is \(steps.state)"
        let step = steps.call(transition.step, expecting: refused.expectation)
        refusals.append((step, clause, proof))
        steps.lookAgain(looks, because: .refusal, by: clause)
      case .repeats(let transition, let expectation):
        clause = transition.repetition
        steps.call(transition.step, expecting: expectation)
        steps.lookAgain(looks, because: .repetition, by: clause)
      case nil: return nil
      }
    }
    let words = (["made"] + calls).joined(separator: ", then ")
    var sketch = LifeCycleSketch(
      cycle: cycle,
      scope: draft.scope,
      steps: steps,
      name: ["sequence"] + calls,
      title: "\(cycle.subject.withCapitalArticle) is as its life cycle says when it was \(words).",
      clause: clause
    )
    sketch.refusals = refusals
    return sketch.sketch?.testCase
  }

  private func state(after calls: [Workflow.Step.ID]) -> LifeCycle.State? {
    var state = cycle.initial
    var latest: Workflow.Step.ID?
    for call in calls {
      guard let effect = effect(of: call, in: state, after: latest) else { return nil }
      if case .leads(let transition) = effect { state = transition.to }
      latest = call
    }
    return state
  }

  private func effect(
    of call: Workflow.Step.ID,
    in state: LifeCycle.State,
    after latest: Workflow.Step.ID?
  ) -> Effect? {
    let transitions = cycle.transitions.filter { $0.step.id == call }
    if let transition = transitions.first(where: { $0.from.contains(state) }) {
      return .leads(transition)
    }
    guard let first = transitions.first else { return nil }
    if latest == call, let again = transitions.first(where: { $0.to == state }),
      let expectation = again.repeated
    {
      return .repeats(again, expectation)
    }
    return cycle.refusals.first { $0.transition == call && $0.states.contains(state) }
      .map { .isRefused($0, first) }
  }
}
